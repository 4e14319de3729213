import { deflateRawSync } from 'node:zlib'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { afterAll, describe, expect, test } from 'vitest'
import { forkReader } from '../../electron/core/ingest/isolation/reader-channel.ts'
import { openReaderProcess } from '../../electron/core/ingest/isolation/reader-process.ts'
import { corpusFiles, corpusSource, hasCorpusFiles } from '../support/corpus-files.ts'
import { docxFromBody, odtFromBody, wordParagraph } from '../support/office-builder.ts'

if (!hasCorpusFiles) process.stdout.write('corpus absent: its hostile files are not read\n')

const never = new AbortController().signal
const reader = openReaderProcess({ spawn: forkReader() })
afterAll(reader.close)

/** How many texts the manifest allows: it says "refused", "imported", or leaves the choice. */
function allowedCounts(right: string): readonly [number, number] {
  const isChoice =
    /or (?:refused|its text imported|imported|the text before|the recoverable)/iu.test(right) ||
    right.includes('refused with a reason')
  if (isChoice) return [0, 100]
  return right.startsWith('refused') ? [0, 0] : [1, 100]
}

describe.skipIf(!hasCorpusFiles)('each hostile file of the corpus', () => {
  // One entry lists file names to be made elsewhere: it is no document.
  const files = corpusFiles().filter(
    ({ hazard, file }) => hazard != null && !file.endsWith('names.json'),
  )

  test.each(files.map(({ file, hazard, right }) => [file, hazard ?? '', right ?? '']))(
    '%s: %s',
    async (file, _hazard, right) => {
      const started = performance.now()
      const { items, refusals } = await reader.read(corpusSource(file), never)
      expect(performance.now() - started).toBeLessThan(18_000)
      const [fewest, most] = allowedCounts(right)
      expect(items.length).toBeGreaterThanOrEqual(fewest)
      expect(items.length).toBeLessThanOrEqual(most)
      expect(items.length + refusals.length).toBeGreaterThan(0)
      const text = JSON.stringify(items.map(({ blocks }) => blocks))
      expect(text).not.toContain('root:x:0:0')
      expect(Reflect.get({}, 'polluted')).toBeUndefined()
    },
    20_000,
  )

  test('leaves the next file as readable as it was', async () => {
    const seed = corpusFiles().find(({ file }) => file.startsWith('seed/'))
    const { items } = await reader.read(corpusSource(seed?.file ?? ''), never)
    expect(items).toHaveLength(1)
  })
})

const word = 'communiqué '
const BOMBS: Readonly<Record<string, () => string | Uint8Array>> = {
  '200000-levels.html': () => '<div>'.repeat(200_000),
  '300000-attributes.html': () =>
    `<p ${Array.from({ length: 300_000 }, (_, index) => `a${index}=1`).join(' ')}>texte</p>`,
  'one-attribute-of-20-mb.html': () => `<p title="${'a'.repeat(20_000_000)}">texte</p>`,
  'million-entities.html': () => `<p>${'&#233;'.repeat(1_000_000)}</p>`,
  '30-mb.txt': () => word.repeat(2_700_000),
  '60-mb.txt': () => word.repeat(5_500_000),
  'nested-quotes.md': () => `---\ntitle: x\n---\n${'> '.repeat(200_000)}x`,
  'stars.md': () => `---\ntitle: x\n---\n${'*a '.repeat(100_000)}`,
  'brackets.md': () => `---\ntitle: x\n---\n${'['.repeat(100_000)}`,
  'deep.odt': () => odtFromBody('<text:span>'.repeat(100_000)),
  'many-paragraphs.docx': () => docxFromBody(wordParagraph('x').repeat(60_000)),
  'wide.csv': () => `${'a;'.repeat(50_000)}\n${'b;'.repeat(50_000)}\n`,
  'wide.json': () => `{${Array.from({ length: 200_000 }, (_, at) => `"k${at}":1`).join(',')}}`,
  'groups.rtf': () => `{\\rtf1 ${'{\\b x}'.repeat(300_000)}`,
  'boundaries.eml': () =>
    `MIME-Version: 1.0\r\nMessage-ID: <1@a>\r\nSubject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\n'.repeat(50_000)}`,
  'addresses.eml': () =>
    `MIME-Version: 1.0\r\nMessage-ID: <1@a>\r\nSubject: x\r\nTo: ${'a@b.example, '.repeat(60_000)}\r\n\r\nTexte.`,
  'flate.pdf': () => flatePdf(deflateRawSync(Buffer.alloc(400_000_000, 0x20), { level: 9 })),
}

/** A PDF whose only page is one compressed stream. */
function flatePdf(deflated: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from([0x78, 0x9c]), deflated, Buffer.alloc(4)])
  return Buffer.concat([
    Buffer.from(
      `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj\n4 0 obj<</Filter/FlateDecode/Length ${body.length}>>stream\n`,
    ),
    body,
    Buffer.from('\nendstream endobj\ntrailer<</Root 1 0 R>>\n'),
  ])
}

describe('what is made to exhaust', () => {
  test.each(Object.keys(BOMBS))(
    '%s ends in a reading or a named limit, and this process stays free',
    async (name) => {
      const bytes = Buffer.from(BOMBS[name]?.() ?? '')
      const delay = monitorEventLoopDelay({ resolution: 10 })
      delay.enable()
      const started = performance.now()
      const { items, refusals } = await reader.read({ name, bytes }, never)
      const took = performance.now() - started
      delay.disable()
      expect(took).toBeLessThan(25_000)
      expect(items.length + refusals.length).toBe(1)
      expect(delay.max / 1e6).toBeLessThan(5000)
    },
    30_000,
  )
})
