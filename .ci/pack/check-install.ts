/** Installs, upgrades, refuses to downgrade and uninstalls, where the machine can. */
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileEnding, inFolder, lacking } from './check-packages.ts'
import { writeMsi } from './msi.ts'
import { outputOf } from './programs.ts'
import { expectAll, expectEqual, type Check } from './report.ts'

/** The checks that install something. */
export function checksOfInstalling(output: string): readonly Check[] {
  return [
    {
      name: 'deb in a throw-away Debian',
      missing: lacking('mmdebstrap', 'chroot') ?? notRoot(),
      run: () => inFolder((folder) => installDeb(fileEnding(output, '.deb'), folder)),
    },
    {
      name: 'MSI under wine',
      missing: lacking('wine'),
      run: () => inFolder((folder) => installMsi(output, folder)),
    },
  ]
}

const notRoot = (): string | null =>
  process.getuid?.() === 0 ? null : 'it takes root to enter another system'

/** A Debian with everything that the package wants, made once: what is tried is the package. */
function debianWith(depends: string): string {
  const file = path.resolve(import.meta.dirname, '../../out/pack/bookworm.tar')
  if (existsSync(file)) return file
  mkdirSync(path.dirname(file), { recursive: true })
  const wanted = depends.split(', ').map((each) => each.replace(/ .*/u, ''))
  const args = ['--variant=apt', '--quiet', `--include=${wanted.join(',')}`, 'bookworm', file]
  outputOf('mmdebstrap', args)
  return file
}

function installDeb(file: string, folder: string): string {
  const root = path.join(folder, 'root')
  mkdirSync(root)
  const debian = debianWith(outputOf('dpkg-deb', ['-f', file, 'Depends']).trim())
  outputOf('tar', ['-xf', debian, '-C', root, '--exclude=./dev/*'])
  copyFileSync(file, path.join(root, 'old.deb'))
  writeNewer(file, path.join(root, 'new.deb'), folder)
  const inside = (
    ...words: readonly string[]
  ): { readonly code: number; readonly said: string } => {
    const { status, stdout, stderr } = spawnSync('chroot', [root, ...words], {
      encoding: 'utf8',
      env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', DEBIAN_FRONTEND: 'noninteractive' },
    })
    return { code: status ?? -1, said: `${stdout}${stderr}` }
  }
  const apt = (...words: readonly string[]): ReturnType<typeof inside> =>
    inside('apt-get', '-y', '-o', 'APT::Sandbox::User=root', ...words)
  const version = (): string => inside('dpkg-query', '-W', '-f=${Version}', 'fonds').said
  const has = (name: string): boolean => existsSync(path.join(root, name))

  const first = apt('install', '/old.deb')
  if (first.code !== 0) throw new Error(first.said.slice(-1500))
  const before = version()
  expectEqual('the program', inside('test', '-x', '/usr/bin/fonds').code, 0)
  const globs = readFileSync(path.join(root, 'usr/share/mime/globs2'), 'utf8')
  expectAll('file type', globs, ['application/vnd.fonds.archive:*.fonds'])

  mkdirSync(path.join(root, 'etc/fonds'))
  writeFileSync(path.join(root, 'etc/fonds/policies.json'), '{}')
  expectEqual('upgrade', apt('install', '/new.deb').code, 0)
  expectEqual('version after the upgrade', version(), NEWER)
  expectEqual('the program after it', inside('test', '-x', '/usr/bin/fonds').code, 0)
  const refused = apt('install', '/old.deb')
  expectAll('refusal', refused.said, ['--allow-downgrades'])
  expectEqual('exit code of the refusal', refused.code, 100)
  expectEqual('version after the refusal', version(), NEWER)

  expectEqual('uninstalling', apt('purge', 'fonds').code, 0)
  const left = ['opt/Fonds', 'usr/bin/fonds', 'usr/share/applications/fonds.desktop']
  expectEqual('left behind', left.filter(has), [])
  expectEqual('the policy', has('etc/fonds/policies.json'), true)
  return `installed ${before}, upgraded to ${NEWER}, older one refused, purged; the policy stays`
}

const NEWER = '99.0.0'

/** The same package under a higher version. */
function writeNewer(file: string, newer: string, folder: string): void {
  const work = path.join(folder, 'newer')
  outputOf('dpkg-deb', ['-R', file, work])
  const control = path.join(work, 'DEBIAN/control')
  const text = readFileSync(control, 'utf8')
  writeFileSync(control, text.replace(/^Version: .*$/mu, `Version: ${NEWER}`))
  outputOf('dpkg-deb', ['--root-owner-group', '-Zzstd', '-z1', '--build', work, newer])
}

/** What Windows Installer answers when it refuses, cut to the byte that is left of it here. */
const REFUSED = 1603 % 256

/** Under wine, which checks no signature and no policy: those are on the release checklist. */
function installMsi(output: string, folder: string): string {
  const env = { ...process.env, WINEPREFIX: path.join(folder, 'wine'), WINEDEBUG: '-all' }
  const wine = (...words: readonly string[]): number =>
    spawnSync('wine', words, { env, stdio: 'ignore' }).status ?? -1
  const old = fileEnding(output, '.msi')
  const newer = path.join(folder, 'newer.msi')
  writeMsi({
    tree: path.join(output, 'win-unpacked'),
    icon: path.resolve(import.meta.dirname, '../../resources/icons/icon.ico'),
    output: newer,
    version: NEWER,
    productName: 'Fonds',
    epoch: 1_767_225_600,
  })
  const program = path.join(folder, 'wine/drive_c/Program Files/Fonds/Fonds.exe')
  expectEqual('installing', wine('msiexec', '/i', old, '/qn'), 0)
  expectEqual('the program', existsSync(program), true)
  const command = 'HKLM\\Software\\Classes\\Fonds.Archive\\shell\\open\\command'
  expectEqual('file type', wine('reg', 'query', command), 0)
  const policy = path.join(path.dirname(program), 'policies.json')
  writeFileSync(policy, '{}')
  expectEqual('upgrade', wine('msiexec', '/i', newer, '/qn'), 0)
  expectEqual('the policy', existsSync(policy), true)
  expectEqual('refusal of the older one', wine('msiexec', '/i', old, '/qn'), REFUSED)
  expectEqual('uninstalling', wine('msiexec', '/x', newer, '/qn'), 0)
  expectEqual('left behind', existsSync(program), false)
  return `installed, upgraded to ${NEWER}, older one refused, uninstalled; the policy stays`
}
