import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { frenchSample } from '../../../fixtures/export/samples.ts'
import { openedEngine, pdfPlaces, samplePage } from '../../../support/pdf-tools.ts'

const NATIVE = '@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu'

function hasNative(): boolean {
  try {
    createRequire(import.meta.url).resolve(NATIVE)
    return true
  } catch {
    process.stdout.write('no native compiler on this machine: no system font can be seen\n')
    return false
  }
}

/** A home folder with a font of another design that calls itself Source Serif 4. */
function homeWithImpostor(): string {
  const [design, name] = [
    shippedFont('SourceCodePro_400Regular.ttf'),
    shippedFont('SourceSerif4_400Regular.ttf'),
  ]
  const names = tableOf(name, 'name')
  const entry = tableOf(design, 'name').entry
  const padded = Buffer.concat([design, Buffer.alloc(-design.length & 3)])
  const impostor = Buffer.concat([padded, name.subarray(names.start, names.start + names.length)])
  impostor.writeUInt32BE(padded.length, entry + 8)
  impostor.writeUInt32BE(names.length, entry + 12)
  const home = mkdtempSync(path.join(tmpdir(), 'fonds-home-'))
  mkdirSync(path.join(home, '.fonts'))
  writeFileSync(path.join(home, '.fonts', 'impostor.ttf'), impostor)
  return home
}

const shippedFont = (name: string): Buffer => readFileSync(path.join(pdfPlaces.fontsFolder, name))

function tableOf(
  font: Buffer,
  tag: string,
): { readonly entry: number; readonly start: number; readonly length: number } {
  const count = font.readUInt16BE(4)
  const entries = Array.from({ length: count }, (_, i) => 12 + 16 * i)
  const entry = entries.find((at) => font.toString('latin1', at, at + 4) === tag)
  if (entry === undefined) throw new Error(`no table ${tag}`)
  return { entry, start: font.readUInt32BE(entry + 8), length: font.readUInt32BE(entry + 12) }
}

/** Prints whether the compiler sees the impostor, then the digest of the page. */
const SCRIPT = `
import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import { frenchSample } from './test/fixtures/export/samples.ts'
import { openedEngine, samplePage } from './test/support/pdf-tools.ts'
const { NodeCompiler } = createRequire(process.cwd() + '/package.json')('${NATIVE}')
const bare = NodeCompiler.create({ workspace: '/nowhere', fontArgs: [] })
bare.addSource('/nowhere/m.typ', '#set text(font: "Source Serif 4", fallback: false)\\nA')
const { result } = bare.compile({ mainFilePath: '/nowhere/m.typ', resetRead: true })
const engine = await openedEngine('native')
const { bytes } = engine.render(samplePage(frenchSample()), { notes: 'end' })
console.log(bare.pdf(result).includes('SourceSerif4'), createHash('sha256').update(bytes).digest('hex'))
`

test.skipIf(!hasNative())(
  'a font of the machine never takes the place of a shipped one',
  async () => {
    const engine = await openedEngine('native')
    const { bytes } = engine.render(samplePage(frenchSample()), { notes: 'end' })
    const printed = execFileSync(process.execPath, ['--input-type=module', '-e', SCRIPT], {
      cwd: path.resolve(import.meta.dirname, '../../../..'),
      env: { ...process.env, HOME: homeWithImpostor() },
    }).toString()
    const [isSeen, digest] = printed.trim().split(' ')
    expect(isSeen, 'the impostor is installed where the compiler looks').toBe('true')
    expect(digest).toBe(createHash('sha256').update(bytes).digest('hex'))
  },
)
