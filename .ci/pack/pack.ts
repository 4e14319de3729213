/**
 * `npm run pack`: builds the installers. With ELECTRON_DIST_FOLDER naming a folder of official
 * Electron zips they are real; without, they are made on stand-ins and their version says so.
 */
import { spawnSync } from 'node:child_process'
import { lutimesSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { Arch, build, Platform } from 'electron-builder'
import { z } from 'zod'
import { digestOfFile } from '../../electron/core/system/files.ts'
import { compressPage } from './compress-page.ts'
import { writeLegal } from './legal.ts'
import { writeMsi } from './msi.ts'
import { outputOf, say } from './programs.ts'
import { sealTree } from './seal.ts'
import { writeStandIn } from './stand-in.ts'
import { TARGETS, type Target } from './targets.ts'

const projectFolder = path.resolve(import.meta.dirname, '../..')
const inProject = (name: string): string => path.join(projectFolder, name)
const manifestSchema = z.object({ version: z.string() })
const versionAt = (file: string): string =>
  manifestSchema.parse(JSON.parse(readFileSync(inProject(file), 'utf8'))).version

const { values } = parseArgs({
  options: {
    // Where the installers go.
    output: { type: 'string', default: 'release' },
    // Instead of the version of package.json: for trying an upgrade.
    version: { type: 'string' },
    // Packs what was built before.
    'no-build': { type: 'boolean', default: false },
  },
})
const output = path.resolve(projectFolder, values.output)
const runtimes = process.env['ELECTRON_DIST_FOLDER']
const plainVersion = values.version ?? versionAt('package.json')
const version = runtimes === undefined ? `${plainVersion}-standin` : plainVersion
const epoch = dateOfSources()

setOverrides()
if (!values['no-build'])
  runOrThrow(process.execPath, [
    'node_modules/vite/bin/vite.js',
    'build',
    '--app',
    '--logLevel',
    'warn',
  ])
rmSync(output, { recursive: true, force: true })
mkdirSync(output, { recursive: true })
writeLegal(projectFolder, inProject('out/pack/legal'), epoch)
compressPage(projectFolder, inProject('out/pack/renderer'))
for (const target of TARGETS) {
  const startedAt = performance.now()
  await packTarget(target)
  say(`${target.os}: ${((performance.now() - startedAt) / 1000).toFixed(1)} s`)
}
const installers = readdirSync(output)
  .filter((each) => each.startsWith('fonds-'))
  .toSorted()
const sums = installers.map((name) => `${digestOfFile(path.join(output, name))}  ${name}`)
writeFileSync(path.join(output, 'SHA256SUMS'), `${sums.join('\n')}\n`)
for (const line of sums) say(line)
if (runtimes === undefined) say('Made on stand-in runtimes: these installers start nothing.')

/** Everything that would otherwise be fetched, guessed or dated by the clock. */
function setOverrides(): void {
  process.env['SOURCE_DATE_EPOCH'] = String(epoch)
  process.env['TZ'] = 'UTC'
  process.env['CUSTOM_FPM_PATH'] = path.join(import.meta.dirname, 'fpm.ts')
  process.env['PATH'] =
    `${path.dirname(process.execPath)}${path.delimiter}${process.env['PATH'] ?? ''}`
  // Nothing is to be fetched; an address that refuses at once keeps it from being tried.
  process.env['ELECTRON_BUILDER_BINARIES_MIRROR'] = 'http://127.0.0.1:9/'
  process.env['CSC_IDENTITY_AUTO_DISCOVERY'] ??= 'false'
}

/** The instant of the last commit, so that the same sources give the same installers. */
function dateOfSources(): number {
  const given = Number(process.env['SOURCE_DATE_EPOCH'])
  if (given > 0) return given
  const { stdout, status } = spawnSync('git', ['log', '-1', '--format=%ct'], {
    cwd: projectFolder,
    encoding: 'utf8',
  })
  return status === 0 ? Number(stdout.trim()) : 1_767_225_600
}

async function packTarget(target: Target): Promise<void> {
  const electronVersion = versionAt('node_modules/electron/package.json')
  const settings = {
    projectDir: projectFolder,
    config: {
      extends: inProject('electron-builder.yml'),
      electronVersion,
      electronDist:
        runtimes ?? writeStandIn(inProject('out/pack/runtimes'), target, electronVersion),
      directories: { output },
      extraMetadata: { version },
      afterPack: ({ appOutDir }: { readonly appOutDir: string }) => sealTree(appOutDir, target),
    },
  }
  await build({ ...settings, targets: platformOf(target).createTarget(['dir'], Arch[target.arch]) })
  const tree = path.join(output, target.tree)
  dateTree(tree)
  const name = `fonds-${version}-${target.os}-${target.arch}`
  if (target.platform === 'linux') {
    writeTar(name)
    const packages = Platform.LINUX.createTarget(['deb', 'rpm'], Arch.x64)
    await build({ ...settings, targets: packages, prepackaged: tree })
    // Put there for the packages, which install it; the archive goes without.
    rmSync(path.join(tree, target.resources, 'apparmor-profile'), { force: true })
  } else writeZip(tree, name)
  if (target.platform === 'win32') {
    writeMsi({
      tree,
      icon: inProject('resources/icons/icon.ico'),
      output: path.join(output, `${name}.msi`),
      version: plainVersion,
      productName: runtimes === undefined ? 'Fonds (stand-in)' : 'Fonds',
      epoch,
    })
  }
}

function platformOf({ platform }: Target): Platform {
  if (platform === 'linux') return Platform.LINUX
  return platform === 'win32' ? Platform.WINDOWS : Platform.MAC
}

function dateTree(tree: string): void {
  for (const name of readdirSync(tree, { recursive: true, encoding: 'utf8' })) {
    lutimesSync(path.join(tree, name), epoch, epoch)
  }
  lutimesSync(tree, epoch, epoch)
}

function writeTar(name: string): void {
  const owned = ['--sort=name', '--owner=0', '--group=0', '--numeric-owner', `--mtime=@${epoch}`]
  const renamed = `--transform=s,^linux-unpacked,${name},`
  const file = path.join(output, `${name}.tar`)
  runOrThrow('tar', [...owned, renamed, '-cf', file, '-C', output, 'linux-unpacked'])
  // Without its own name and date within.
  runOrThrow('gzip', ['-n', '-f', file])
}

function writeZip(tree: string, name: string): void {
  const file = path.join(output, `${name}.zip`)
  const plain = ['-tzip', '-mx=5', '-mmt=1', '-mtc=off', '-mta=off', '-snl', '-bso0', '-bsp0']
  outputOf('7z', ['a', ...plain, file, '.'], tree)
}

function runOrThrow(program: string, args: readonly string[]): void {
  const { status } = spawnSync(program, args, { cwd: projectFolder, stdio: 'inherit' })
  if (status !== 0) throw new Error(`${program} ended with ${status}`)
}
