/** What an administrator asks of the parts: their licences, and the list of them. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { ShippedPart } from '../../shared/channels/shell.ts'
import { outputOf } from './programs.ts'

/** Writes the notices of third parties and the bill of materials (CycloneDX) into a folder. */
export function writeLegal(projectFolder: string, folder: string, epoch: number): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'THIRD-PARTY-NOTICES.txt'), noticesOf(projectFolder))
  writeFileSync(path.join(folder, 'fonds.cdx.json'), billOfMaterials(projectFolder, epoch))
}

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.string().optional(),
      dev: z.boolean().optional(),
      optional: z.boolean().optional(),
      devOptional: z.boolean().optional(),
      peer: z.boolean().optional(),
    }),
  ),
})

/** A package whose code is in the bundles. */
interface ShippedPackage {
  readonly folder: string
  readonly name: string
  readonly version: string
  readonly license: string
}

/** Every package that is not for development alone, by the lockfile. */
export function shippedPackages(projectFolder: string): readonly ShippedPackage[] {
  const text = readFileSync(path.join(projectFolder, 'package-lock.json'), 'utf8')
  const { packages } = lockSchema.parse(JSON.parse(text))
  return Object.entries(packages)
    .filter(
      ([folder, { dev, optional, devOptional }]) => folder && !dev && !optional && !devOptional,
    )
    .map(([folder, { version = '', license = '' }]) => ({
      folder: path.join(projectFolder, folder),
      name: folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version,
      license,
    }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

/** Versions and licences of what is contained, as the window lists them. */
export function shippedParts(projectFolder: string): readonly ShippedPart[] {
  const packages = shippedPackages(projectFolder).map(({ name, version, license }) => ({
    name,
    version,
    license,
  }))
  const fonts = fontLicences(projectFolder).map(({ name }) => ({
    name,
    version: null,
    license: 'OFL-1.1',
  }))
  return [
    { name: 'electron', version: electronVersion(projectFolder), license: 'MIT' },
    ...packages,
    ...fonts,
  ]
}

/** Families of the pages and of the window, by the licences that lie beside them. */
function fontLicences(
  projectFolder: string,
): readonly { readonly name: string; readonly file: string }[] {
  return ['resources/fonts', 'renderer/styles/fonts'].flatMap((folder) =>
    readdirSync(path.join(projectFolder, folder))
      .filter((name) => name.startsWith('LICENSE-'))
      .map((name) => ({
        name: name.slice('LICENSE-'.length, -'.txt'.length),
        file: path.join(projectFolder, folder, name),
      })),
  )
}

function electronVersion(projectFolder: string): string {
  const file = path.join(projectFolder, 'node_modules/electron/package.json')
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(file, 'utf8'))).version
}

function noticesOf(projectFolder: string): string {
  const ofFonts = fontLicences(projectFolder).map(({ name, file }) =>
    section(`Font: ${name}`, textAt(path.dirname(file), path.basename(file))),
  )
  const namesByText = Map.groupBy(shippedPackages(projectFolder), ({ folder }) =>
    licenceText(folder),
  )
  const ofPackages = [...namesByText].map(([text, packages]) =>
    section(
      packages.map(({ name, version, license }) => `${name} ${version} (${license})`).join('\n'),
      text,
    ),
  )
  return [
    'Fonds contains the following works of others, under their licences.',
    'Electron and Chromium: see LICENSE and LICENSES.chromium.html of the installation.\n',
    ...ofPackages,
    ...ofFonts,
  ].join('\n')
}

function licenceText(folder: string): string {
  if (!existsSync(folder)) return 'The package states its licence by name only.\n'
  const names = readdirSync(folder).filter((name) => /^(?:licen[cs]e|copying|notice)/iu.test(name))
  const texts = names.toSorted().map((name) => textAt(folder, name))
  return texts.length > 0 ? texts.join('\n') : 'The package states its licence by name only.\n'
}

const textAt = (folder: string, name: string): string =>
  readFileSync(path.join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim()

const section = (title: string, text: string): string => `${'='.repeat(78)}\n${title}\n\n${text}\n`

const bomSchema = z.looseObject({
  metadata: z.looseObject({}),
  components: z.array(z.looseObject({ 'bom-ref': z.string() })),
  dependencies: z.array(z.looseObject({})),
})

/** The list that npm makes, with the runtime it leaves out and without what changes every time. */
function billOfMaterials(projectFolder: string, epoch: number): string {
  const args = ['sbom', '--sbom-format=cyclonedx', '--package-lock-only', '--omit=dev']
  const made = outputOf('npm', [...args, '--omit=optional'], projectFolder)
  const { serialNumber: _random, ...bom } = bomSchema.parse(JSON.parse(made))
  const version = electronVersion(projectFolder)
  const sums = readFileSync(
    path.join(projectFolder, 'node_modules/electron/checksums.json'),
    'utf8',
  )
  const sumByName = z.record(z.string(), z.string()).parse(JSON.parse(sums))
  const platforms = ['linux-x64', 'win32-x64', 'darwin-arm64'].map((platform) => ({
    name: `fonds:electron:${platform}:sha256`,
    value: sumByName[`electron-v${version}-${platform}.zip`] ?? '',
  }))
  const electron = {
    'bom-ref': `electron@${version}`,
    type: 'framework',
    name: 'electron',
    version,
    purl: `pkg:npm/electron@${version}`,
    licenses: [{ license: { id: 'MIT' } }],
    properties: platforms,
  }
  const metadata = { ...bom.metadata, timestamp: new Date(epoch * 1000).toISOString() }
  const components = [...bom.components, electron]
  return `${JSON.stringify({ ...bom, metadata, components })}\n`
}
