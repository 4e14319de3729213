/** What is looked at in an unpacked application, before any installer is made of it. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { extractAll, extractFile, getRawHeader, listPackage } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import Database from 'better-sqlite3'
import { NtExecutable, NtExecutableResource } from 'resedit'
import { readPage } from '../../electron/core/page/read-page.ts'
import { inFolder } from './check-packages.ts'
import { expectAll, expectEqual, type Check } from './report.ts'
import { fusesFor } from './seal.ts'
import type { Target } from './targets.ts'

const projectFolder = path.resolve(import.meta.dirname, '../..')
const MEGABYTE = 1_000_000
/** Bytes of `resources` without the fonts and binaries of the export engine. */
const OWN_BUDGET = 6 * MEGABYTE
const WHOLE_BUDGET = 48 * MEGABYTE

/** The checks of one platform's tree, within the folder of installers. */
export function checksOfTree(output: string, target: Target, rewrite: boolean): readonly Check[] {
  const tree = path.join(output, target.tree)
  const resources = path.join(tree, target.resources)
  const of = (name: string, run: Check['run']): Check => ({ name: `${target.os} ${name}`, run })
  return [
    of('files', () => checkFiles(resources, target, rewrite)),
    of('languages', () => checkLanguages(tree, target)),
    of('size', () => checkSize(resources)),
    of('page', () => checkPage(resources)),
    of('native file', () => checkNative(resources, target)),
    of('fuses', () => checkFuses(tree, target)),
    ...(target.platform === 'linux'
      ? [of('search', () => checkSearch(nativeFile(resources)))]
      : [of('integrity', () => checkIntegrity(tree, resources, target))]),
    of('bill of materials', () => checkBill(resources)),
  ]
}

const nativeFile = (resources: string): string =>
  path.join(resources, 'app.asar.unpacked/dist/native/better_sqlite3.node')

/** Names of built files without what changes with their content, and how many pieces there are. */
const plainName = (name: string): string =>
  name
    .replace(/^(dist\/(?:renderer\/assets|host)\/).*-[\w-]{8}\.(\w+(?:\.br)?)$/u, '$1*.$2')
    .replace(/^(resources\/sample\/)\d.*\.txt$/u, '$1*.txt')

function filesIn(resources: string): readonly string[] {
  const archive = path.join(resources, 'app.asar')
  const inside = listPackage(archive, { isPack: false })
    .map((name) => name.slice(1).replaceAll('\\', '/'))
    .toSorted()
  const files = inside.filter((name) => !inside.some((other) => other.startsWith(`${name}/`)))
  const beside = readdirSync(resources, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(resources, path.join(entry.parentPath, entry.name)))
    // Those of the runtime itself on macOS.
    .filter((name) => !/\.(?:lproj|icns)/u.test(name))
  const names = [...files.map(plainName).map((name) => `app.asar/${name}`), ...beside]
  return [...new Set(names)].toSorted()
}

function checkFiles(resources: string, target: Target, rewrite: boolean): string {
  const golden = path.join(import.meta.dirname, `files-${target.os}.txt`)
  const found = filesIn(resources)
  if (rewrite) writeFileSync(golden, `${found.join('\n')}\n`)
  const wanted = existsSync(golden) ? readFileSync(golden, 'utf8').trim().split('\n') : []
  expectEqual('files', found, wanted)
  const foreign = found.filter((name) => /node_modules|\.map$|\.ts$/u.test(name))
  expectEqual('foreign files', foreign, [])
  return `${found.length} kinds of files, no module folder, no source map`
}

function checkLanguages(tree: string, target: Target): string {
  const folder = target.platform === 'darwin' ? 'Fonds.app/Contents/Resources' : 'locales'
  const names = readdirSync(path.join(tree, folder))
    .map((name) => path.parse(name))
    .filter(({ ext }) => ext === '.pak' || ext === '.lproj')
    .map(({ name }) => name.replace('_', '-'))
    .toSorted()
  const english = target.platform === 'darwin' ? ['en', 'en-GB'] : ['en-GB', 'en-US']
  expectEqual('languages', names, ['ar', ...english, 'fr'])
  return names.join(', ')
}

function checkSize(resources: string): string {
  const archive = path.join(resources, 'app.asar')
  const { header } = getRawHeader(archive)
  const sizes: (readonly [string, number])[] = []
  const visit = (entry: unknown, name: string): void => {
    if (typeof entry !== 'object' || entry === null) return
    if ('files' in entry && typeof entry.files === 'object' && entry.files !== null) {
      for (const [part, inner] of Object.entries(entry.files)) visit(inner, `${name}/${part}`)
    } else if ('size' in entry && typeof entry.size === 'number') sizes.push([name, entry.size])
  }
  visit(header, '')
  const beside = readdirSync(resources, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'app.asar')
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => [file, statSync(file).size] as const)
  const all = [...sizes, ...beside]
  const own = sumOf(all.filter(([name]) => !isOfExportEngine(name)))
  const whole = sumOf(all)
  const said = `${inMegabytes(own)} of ${inMegabytes(OWN_BUDGET)}, and ${inMegabytes(whole)} with the export engine`
  if (own > OWN_BUDGET || whole > WHOLE_BUDGET) {
    const largest = all
      .filter(([name]) => !isOfExportEngine(name))
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, 6)
    const names = largest.map(([name, size]) => `${name} ${inMegabytes(size)}`)
    throw new Error(`${said}; the largest: ${names.join(', ')}`)
  }
  return said
}

/** The page reads from the package as it was built, and finds every font that it names. */
function checkPage(resources: string): string {
  return inFolder((folder) => {
    extractAll(path.join(resources, 'app.asar'), folder)
    const [packed, built] = [readPage(folder), readPage(projectFolder)]
    expectEqual('addresses', [...packed.keys()].toSorted(), [...built.keys()].toSorted())
    const changed = [...built].filter(
      ([address, { bytes }]) => Buffer.compare(bytes, packed.get(address)?.bytes ?? bytes) !== 0,
    )
    expectEqual(
      'changed',
      changed.map(([address]) => address),
      [],
    )
    const styles = [...packed].filter(([address]) => address.endsWith('.css'))
    const fonts = styles.flatMap(([address, { bytes }]) =>
      [...new TextDecoder().decode(bytes).matchAll(/url\(([^)]+)\)/gu)].map(
        ([, url]) => new URL(url ?? '', `app://fonds${address}`).pathname,
      ),
    )
    expectEqual(
      'fonts that are missing',
      fonts.filter((each) => !packed.has(each)),
      [],
    )
    return `${packed.size} addresses, the same bytes as built; ${fonts.length} fonts`
  })
}

/** What sets the pages, what draws them for the preview (and reads PDF files), and their fonts. */
const isOfExportEngine = (name: string): boolean =>
  /^\/dist\/wasm\/(?:typst|pdfium)\.wasm$|^\/resources\/fonts\/.*\.ttf$/u.test(name)

const sumOf = (sizes: readonly (readonly [string, number])[]): number =>
  sizes.reduce((sum, [, size]) => sum + size, 0)

const inMegabytes = (size: number): string => `${(size / MEGABYTE).toFixed(2)} MB`

/** The first bytes of a program of each platform, and where its processor is named. */
function checkNative(resources: string, target: Target): string {
  const bytes = readFileSync(nativeFile(resources))
  if (target.platform === 'linux') {
    expectEqual('ELF', bytes.subarray(0, 4).toString('latin1'), '\u007FELF')
    expectEqual('machine', bytes.readUInt16LE(18), 62)
    return 'ELF, x86-64'
  }
  if (target.platform === 'win32') {
    const at = bytes.readUInt32LE(60)
    expectEqual('PE', bytes.subarray(at, at + 4).toString('latin1'), 'PE\0\0')
    expectEqual('machine', bytes.readUInt16LE(at + 4), 0x86_64)
    return 'PE, x86-64'
  }
  expectEqual('Mach-O', bytes.readUInt32LE(0), 0xfe_ed_fa_cf)
  expectEqual('machine', bytes.readUInt32LE(4), 0x01_00_00_0c)
  return 'Mach-O, arm64'
}

async function checkFuses(tree: string, target: Target): Promise<string> {
  const { version: _version, ...wire } = await getCurrentFuseWire(path.join(tree, target.fuses))
  const found = Object.entries(wire).map(([fuse, state]) => [
    fuse,
    String.fromCharCode(Number(state)),
  ])
  const wanted = Object.entries(fusesFor(target)).map(([fuse, on]) => [fuse, on ? '1' : '0'])
  expectEqual('fuses', Object.fromEntries(found), Object.fromEntries(wanted))
  const count = Object.values(FuseV1Options).filter((each) => typeof each === 'number').length
  expectEqual('number of fuses', found.length, count)
  return found.map(([, state]) => state).join('')
}

function checkIntegrity(tree: string, resources: string, target: Target): string {
  const { headerString } = getRawHeader(path.join(resources, 'app.asar'))
  const digest = createHash('sha256').update(headerString).digest('hex')
  const carrier =
    target.platform === 'darwin'
      ? readFileSync(path.join(tree, 'Fonds.app/Contents/Info.plist'), 'utf8')
      : integrityResource(path.join(tree, 'Fonds.exe'))
  expectAll('digest of the archive', carrier, [digest])
  return digest.slice(0, 16)
}

function integrityResource(executable: string): string {
  const program = NtExecutable.from(readFileSync(executable), { ignoreCert: true })
  const entry = NtExecutableResource.from(program).entries.find(({ type }) => type === 'INTEGRITY')
  return entry ? Buffer.from(entry.bin).toString('utf8') : ''
}

function checkSearch(nativeBinding: string): string {
  const db = new Database(':memory:', { nativeBinding })
  try {
    db.exec("CREATE VIRTUAL TABLE texts USING fts5(body); INSERT INTO texts VALUES ('une eau')")
    const row = db.prepare("SELECT count(*) AS n FROM texts WHERE texts MATCH 'eau'").get()
    expectEqual('hits', row, { n: 1 })
    const version = db.prepare('SELECT sqlite_version() AS version').pluck().get()
    return `SQLite ${String(version)} with FTS5, loaded from the package`
  } finally {
    db.close()
  }
}

function checkBill(resources: string): string {
  const text = readFileSync(path.join(resources, 'legal/fonds.cdx.json'), 'utf8')
  expectAll('bill', text, [
    '"CycloneDX"',
    'pkg:npm/electron@',
    'pkg:npm/better-sqlite3-multiple-ciphers@',
  ])
  if (/"value": ""/u.test(text)) throw new Error('an Electron without its digest')
  const parts = extractFile(path.join(resources, 'app.asar'), 'dist/parts.json').toString('utf8')
  expectAll('parts', parts, ['"electron"', '"react"', '"amiri"'])
  return `${text.split('"bom-ref"').length - 1} parts, Electron among them`
}
