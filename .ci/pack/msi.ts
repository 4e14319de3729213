/** A Windows installer for the whole machine, made of an unpacked application by wixl. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { hasProgram } from './programs.ts'

interface MsiRequest {
  /** The unpacked application. */
  readonly tree: string
  readonly icon: string
  readonly output: string
  /** Three numbers with dots: an installer knows no other versions. */
  readonly version: string
  readonly productName: string
  /** Seconds since 1970 that everything in it is dated with. */
  readonly epoch: number
}

/** Never changed: by it Windows knows an older Fonds, which a newer one replaces. */
export const UPGRADE_CODE = uuidFrom('upgrade')

/** Writes the installer. The same input gives the same bytes where `faketime` is installed. */
export function writeMsi(request: MsiRequest): void {
  const { tree, output, icon } = request
  const sources = [`${output}.wxs`, path.join(tree, 'fonds-icon.ico')]
  copyFileSync(icon, sources[1] ?? '')
  try {
    writeFileSync(sources[0] ?? '', describeMsi(request))
    // Paths in it are relative to the tree: wixl takes no others.
    const wixl = ['wixl', '-a', 'x64', '-o', output, sources[0] ?? '']
    const frozen = hasProgram('faketime')
      ? [
          'faketime',
          '-f',
          new Date(request.epoch * 1000).toISOString().slice(0, 19).replace('T', ' '),
        ]
      : []
    const [program = '', ...args] = [...frozen, ...wixl]
    execFileSync(program, args, {
      cwd: tree,
      env: { ...process.env, TZ: 'UTC' },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    fixPackageCode(output, uuidFrom(`package:${digestOfTree(tree)}`))
  } finally {
    for (const file of sources) rmSync(file, { force: true })
  }
}

/** The code of the package, which wixl draws by lot, is where the summary says; same length. */
function fixPackageCode(file: string, code: string): void {
  const summary = execFileSync('msiinfo', ['suminfo', file], { encoding: 'utf8' })
  const drawn = /\{[\dA-F-]{36}\}/iu.exec(summary)?.[0]
  if (drawn === undefined) throw new Error('the installer has no package code')
  const bytes = readFileSync(file)
  const at = bytes.indexOf(drawn, 0, 'latin1')
  if (at < 0) throw new Error('the package code is not in the file')
  bytes.write(`{${code}}`, at, 'latin1')
  writeFileSync(file, bytes)
}

function digestOfTree(tree: string): string {
  const hash = createHash('sha256')
  for (const name of readdirSync(tree, { recursive: true, encoding: 'utf8' }).toSorted()) {
    hash.update(`${name}\n`)
  }
  return hash.update(readFileSync(path.join(tree, 'resources/app.asar'))).digest('hex')
}

function describeMsi({ tree, version, productName }: MsiRequest): string {
  const components: string[] = []
  const files = describeFolder(tree, '', components)
  const association = [
    registryValue('Software\\Classes\\.fonds', 'Fonds.Archive', ' KeyPath="yes"'),
    registryValue('Software\\Classes\\.fonds\\OpenWithProgids', '', ' Name="Fonds.Archive"'),
    registryValue('Software\\Classes\\Fonds.Archive', 'Archive de communiqués'),
    registryValue('Software\\Classes\\Fonds.Archive\\DefaultIcon', '[INSTALLDIR]Fonds.exe,0'),
    registryValue(
      'Software\\Classes\\Fonds.Archive\\shell\\open\\command',
      '"[INSTALLDIR]Fonds.exe" "%1"',
    ),
  ]
  return `<?xml version="1.0" encoding="utf-8"?>
<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi">
  <Product Id="${uuidFrom(`product:${productName}:${version}`)}" Name="${productName}" Language="1036" Codepage="65001" Version="${version}" Manufacturer="Fonds" UpgradeCode="${UPGRADE_CODE}">
    <Package InstallerVersion="500" Compressed="yes" InstallScope="perMachine" Description="Archive de communiqués" SummaryCodepage="1252" Languages="1036"/>
    <MajorUpgrade DowngradeErrorMessage="Une version plus récente de Fonds est déjà installée."/>
    <Media Id="1" Cabinet="fonds.cab" EmbedCab="yes"/>
    <Icon Id="FondsIcon.ico" SourceFile="fonds-icon.ico"/>
    <Property Id="ARPPRODUCTICON" Value="FondsIcon.ico"/>
    <Property Id="ARPNOMODIFY" Value="1"/>
    <Directory Id="TARGETDIR" Name="SourceDir">
      <Directory Id="ProgramFiles64Folder"><Directory Id="INSTALLDIR" Name="Fonds">
${files}
      </Directory></Directory>
      <Directory Id="ProgramMenuFolder"/>
    </Directory>
    <DirectoryRef Id="INSTALLDIR"><Component Id="Association" Guid="${uuidFrom('association')}" Win64="yes">
${association.join('\n')}
    </Component></DirectoryRef>
    <DirectoryRef Id="ProgramMenuFolder"><Component Id="Menu" Guid="${uuidFrom('menu')}" Win64="yes">
      <Shortcut Id="StartMenu" Name="Fonds" Description="Archive de communiqués" Target="[INSTALLDIR]Fonds.exe" WorkingDirectory="INSTALLDIR" Icon="FondsIcon.ico"/>
      <RegistryValue Root="HKLM" Key="Software\\Fonds" Name="StartMenu" Value="1" Type="integer" KeyPath="yes"/>
    </Component></DirectoryRef>
    <Feature Id="Main" Level="1" Title="Fonds">
${[...components, 'Association', 'Menu'].map((id) => `      <ComponentRef Id="${id}"/>`).join('\n')}
    </Feature>
  </Product>
</Wix>
`
}

function describeFolder(tree: string, within: string, components: string[]): string {
  const entries = readdirSync(path.join(tree, within), { withFileTypes: true })
  const lines = entries.toSorted(byName).map((entry) => {
    const name = path.posix.join(within, entry.name)
    if (entry.isDirectory()) {
      const inner = describeFolder(tree, name, components)
      return `<Directory Id="${idFrom('d', name)}" Name="${escaped(entry.name)}">\n${inner}\n</Directory>`
    }
    // Icons of the installer lie in the tree only while it is made.
    if (name === 'fonds-icon.ico') return ''
    components.push(idFrom('c', name))
    return `<Component Id="${idFrom('c', name)}" Guid="${uuidFrom(`file:${name}`)}" Win64="yes"><File Id="${idFrom('f', name)}" Name="${escaped(entry.name)}" Source="${escaped(name)}" KeyPath="yes"/></Component>`
  })
  return lines.join('\n')
}

const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  a.name < b.name ? -1 : 1

const registryValue = (key: string, value: string, more = ''): string =>
  `      <RegistryValue Root="HKLM" Key="${key}" Value="${escaped(value)}" Type="string"${more}/>`

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

const idFrom = (prefix: string, name: string): string =>
  prefix + createHash('sha1').update(name).digest('hex').slice(0, 16)

/** A name-based UUID (RFC 9562, version 5) in a namespace of our own. */
function uuidFrom(name: string): string {
  const namespace = Buffer.from('5d1f6cb03e6b4c4e9a3fb1a4c2d7e810', 'hex')
  const hash = createHash('sha1').update(namespace).update(name).digest().subarray(0, 16)
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80
  const hex = hash.toString('hex').toUpperCase()
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-')
}
