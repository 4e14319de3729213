/** What is looked at in each installer, without installing it. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { UPGRADE_CODE } from './msi.ts'
import { hasProgram, outputOf } from './programs.ts'
import { expectAll, expectEqual, type Check } from './report.ts'

/** The checks of every installer in a folder. */
export function checksOfPackages(output: string): readonly Check[] {
  const file = (ending: string): string => fileEnding(output, ending)
  return [
    { name: 'deb', missing: lacking('dpkg-deb'), run: () => checkDeb(file('.deb'), output) },
    {
      name: 'deb menu and file type',
      missing: lacking('desktop-file-validate', 'update-mime-database'),
      run: () => checkDesktop(file('.deb')),
    },
    { name: 'rpm', missing: lacking('rpm'), run: () => checkRpm(file('.rpm'), output) },
    {
      name: 'tar.gz',
      missing: lacking('tar'),
      run: () => checkArchive(['tar', '-tzf', file('.tar.gz')], output, 'linux-unpacked'),
    },
    {
      name: 'zip for Windows',
      missing: lacking('bsdtar'),
      run: () => checkArchive(['bsdtar', '-tf', file('win-x64.zip')], output, 'win-unpacked'),
    },
    {
      name: 'zip for macOS',
      missing: lacking('bsdtar'),
      run: () => checkArchive(['bsdtar', '-tf', file('mac-arm64.zip')], output, 'mac-arm64'),
    },
    { name: 'MSI', missing: lacking('msiinfo'), run: () => checkMsi(file('.msi'), output) },
    {
      name: 'digests',
      missing: lacking('sha256sum'),
      run: () =>
        `${outputOf('sha256sum', ['-c', 'SHA256SUMS'], output).split('\n').length - 1} files`,
    },
  ]
}

/** The one file of a folder with an ending. */
export function fileEnding(folder: string, ending: string): string {
  const names = readdirSync(folder).filter((name) => name.endsWith(ending))
  expectEqual(`number of files that end in ${ending}`, names.length, 1)
  return path.join(folder, names[0] ?? '')
}

/** Which of some programs the machine does not have, in words, or null. */
export function lacking(...programs: readonly string[]): string | null {
  const missing = programs.filter((name) => !hasProgram(name))
  return missing.length > 0 ? `this machine has no ${missing.join(', ')}` : null
}

/** Files and links under a folder, by their path within it; what a link leads to is left out. */
function filesUnder(folder: string, within = ''): readonly string[] {
  return readdirSync(path.join(folder, within), { withFileTypes: true })
    .flatMap((entry) => {
      const name = path.join(within, entry.name)
      return entry.isDirectory() ? filesUnder(folder, name) : [name]
    })
    .toSorted()
}

const SYSTEM_FILES = [
  '/usr/share/applications/fonds.desktop',
  '/usr/share/mime/packages/fonds.xml',
  ...[16, 24, 32, 48, 64, 128, 256, 512].map(
    (size) => `/usr/share/icons/hicolor/${size}x${size}/apps/fonds.png`,
  ),
]

/** The profile of AppArmor is in the packages alone; change logs are wanted by Debian. */
function expectInstalled(what: string, names: readonly string[], output: string): void {
  const tree = filesUnder(path.join(output, 'linux-unpacked')).map((name) => `/opt/Fonds/${name}`)
  const wanted = [...tree, ...SYSTEM_FILES, '/opt/Fonds/resources/apparmor-profile'].toSorted()
  expectEqual(what, names.filter((name) => !name.startsWith('/usr/share/doc/')).toSorted(), wanted)
}

function checkDeb(file: string, output: string): string {
  const field = (name: string): string => outputOf('dpkg-deb', ['-f', file, name]).trim()
  expectEqual('Package', field('Package'), 'fonds')
  expectEqual('Architecture', field('Architecture'), 'amd64')
  expectAll('Depends', field('Depends'), ['libc6 (>= 2.34)', 'libgtk-3-0', 'libnss3'])
  expectEqual('Recommends', field('Recommends'), '')
  const lines = outputOf('dpkg-deb', ['-c', file]).trim().split('\n')
  const entries = lines.map((line) => {
    const [mode = '', owner = '', , , , name = ''] = line.split(/\s+/u)
    return { mode, owner, name: name.slice(1) }
  })
  expectEqual('owners', [...new Set(entries.map(({ owner }) => owner))], ['root/root'])
  const writable = entries.filter(
    ({ mode }) => !mode.startsWith('l') && /^.{5}w|^.{8}w/u.test(mode),
  )
  expectEqual('files that others can write', writable, [])
  const files = entries.filter(({ mode }) => !mode.startsWith('d')).map(({ name }) => decoded(name))
  expectInstalled('files', files, output)
  return `${field('Version')}, ${files.length} files, root alone writes`
}

/** dpkg prints spaces in names as they are, and nothing of ours has other signs. */
const decoded = (name: string): string =>
  name.replaceAll(/\\(\d{3})/gu, (_all, octal: string) =>
    String.fromCharCode(Number.parseInt(octal, 8)),
  )

function checkDesktop(file: string): string {
  return inFolder((folder) => {
    outputOf('dpkg-deb', ['-x', file, folder])
    const entry = path.join(folder, 'usr/share/applications/fonds.desktop')
    outputOf('desktop-file-validate', [entry])
    expectAll('menu entry', readFileSync(entry, 'utf8'), [
      'Exec=/opt/Fonds/fonds %U',
      'MimeType=application/vnd.fonds.archive;',
      'Name[ar]=',
      'Comment[fr]=',
    ])
    outputOf('update-mime-database', [path.join(folder, 'usr/share/mime')])
    const globs = readFileSync(path.join(folder, 'usr/share/mime/globs2'), 'utf8')
    expectAll('file type', globs, ['application/vnd.fonds.archive:*.fonds'])
    return 'valid; *.fonds is application/vnd.fonds.archive'
  })
}

function checkRpm(file: string, output: string): string {
  const asked = (format: string): string =>
    outputOf('rpm', ['-qp', '--nosignature', '--queryformat', format, file])
  expectEqual('name', asked('%{NAME} %{ARCH} %{LICENSE}'), 'fonds x86_64 Apache-2.0')
  expectAll('requires', asked('[%{REQUIRES} ]'), ['glibc', 'gtk3', 'nss'])
  expectAll('removal spares an upgrade', asked('%{POSTUN}'), ['if [ "$1" -eq 0 ]'])
  const names = asked('[%{FILENAMES}\n]').trim().split('\n')
  expectInstalled('files', names, output)
  const owners = new Set(asked('[%{FILEUSERNAME}:%{FILEGROUPNAME}\n]').trim().split('\n'))
  expectEqual('owners', [...owners], ['root:root'])
  return `${asked('%{VERSION}')}, ${names.length} files`
}

function checkArchive(list: readonly string[], output: string, tree: string): string {
  const [program = '', ...args] = list
  const names = outputOf(program, args)
    .trim()
    .split('\n')
    .filter((name) => !name.endsWith('/'))
    .map((name) => (tree === 'linux-unpacked' ? name.replace(/^[^/]+\//u, '') : name))
  expectEqual('files', names.toSorted(), filesUnder(path.join(output, tree)))
  return `${names.length} files`
}

function checkMsi(file: string, output: string): string {
  const table = (name: string): readonly (readonly string[])[] =>
    outputOf('msiinfo', ['export', file, name])
      .trim()
      .split(/\r?\n/u)
      .slice(3)
      .map((line) => line.split('\t'))
  const property = new Map(table('Property').map(([name, value]) => [name, value]))
  expectEqual('for the whole machine', property.get('ALLUSERS'), '1')
  expectEqual('upgrade code', property.get('UpgradeCode'), `{${UPGRADE_CODE}}`)
  const actions = table('Upgrade').map((row) => row.at(-1))
  expectEqual('upgrades', actions, ['WIX_UPGRADE_DETECTED', 'WIX_DOWNGRADE_DETECTED'])
  expectAll('refusal of older versions', JSON.stringify(table('LaunchCondition')), ['DOWNGRADE'])
  const keys = table('Registry').map(([, root, key, , value]) => `${root} ${key} ${value}`)
  expectAll('registry', keys.join('\n'), [
    '2 Software\\Classes\\.fonds Fonds.Archive',
    '2 Software\\Classes\\Fonds.Archive\\shell\\open\\command "[INSTALLDIR]Fonds.exe" "%1"',
  ])
  expectEqual('shortcuts', table('Shortcut').length, 1)
  const files = filesUnder(path.join(output, 'win-unpacked'))
  expectEqual('number of files', table('File').length, files.length)
  return `${property.get('ProductVersion')}, ${files.length} files, ${keys.length} registry values`
}

/** Runs something in a folder of its own, which is taken away again. */
export function inFolder<T>(run: (folder: string) => T): T {
  const folder = mkdtempSync(path.join(tmpdir(), 'fonds-pack-'))
  mkdirSync(folder, { recursive: true })
  try {
    return run(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
