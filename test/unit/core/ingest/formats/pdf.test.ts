import { describe, expect, test } from 'vitest'
import { createPdfReader } from '../../../../../electron/core/ingest/formats/pdf.ts'
import { blocksFromLines } from '../../../../../electron/core/ingest/formats/pdf-paragraphs.ts'
import type { PdfLine } from '../../../../../electron/core/ingest/formats/pdf-lines.ts'
import { pdfFromPages } from '../../../../support/office-builder.ts'
import type { PdfTextLine } from '../../../../support/office-builder.ts'

const readPdf = createPdfReader()
const read = (pages: readonly (readonly PdfTextLine[])[]) =>
  readPdf({ name: 'note.pdf', bytes: pdfFromPages(pages) })

const printed = (texts: readonly string[], top = 780): PdfTextLine[] =>
  texts.map((text, index) => ({ text, x: 60, y: top - index * 14, size: 11 }))

const WIDE = 'The two ministers met in the capital and agreed on the following points of the plan'

test('joins the lines of a paragraph and parts paragraphs where a line stops short', async () => {
  const { items } = await read([printed([WIDE, 'for the year.', WIDE, 'which they signed.'])])
  expect(items[0]?.blocks).toEqual([
    { kind: 'body', text: `${WIDE} for the year.` },
    { kind: 'body', text: `${WIDE} which they signed.` },
  ])
})

test('takes a larger line as a heading', async () => {
  const title = { text: 'Joint statement', x: 60, y: 800, size: 18 }
  const { items } = await read([[title, ...printed([WIDE, 'for the year.'], 760)]])
  expect(items[0]?.blocks[0]).toEqual({ kind: 'heading', text: 'Joint statement' })
})

const page = (body: readonly string[], number: number): PdfTextLine[] => [
  ...printed(body),
  { text: `Page ${number}`, x: 280, y: 30, size: 9 },
]

test('carries a paragraph over a page and drops the page numbers', async () => {
  const [a, b, c, d] = ['first', 'second', 'third', 'fourth'].map((nth) => `${WIDE} ${nth}`)
  const { items } = await read([
    page([a ?? '', b ?? ''], 1),
    page([c ?? '', d ?? ''], 2),
    page(['over.'], 3),
  ])
  expect(items[0]?.blocks.map(({ text }) => text)).toEqual([[a, b, c, d, 'over.'].join(' ')])
})

test('says that a file without a text layer has no text', async () => {
  expect((await read([[]])).refusals).toEqual([{ name: 'note.pdf', reason: 'no-text' }])
})

test('refuses what is no PDF as damaged, and reads the next file all the same', async () => {
  const damaged = await readPdf({ name: 'x.pdf', bytes: Buffer.from('%PDF-1.4\nnothing') })
  expect(damaged.refusals).toEqual([{ name: 'x.pdf', reason: 'damaged' }])
  expect((await read([printed(['Text.'])])).items).toHaveLength(1)
})

const line = (text: string, index: number, more: Partial<PdfLine> = {}): PdfLine => ({
  text,
  page: 0,
  left: 60,
  right: 500,
  baseline: 700 - index * 14,
  size: 11,
  isBold: false,
  ...more,
})
const textsOf = (lines: readonly PdfLine[]) => blocksFromLines(lines).map(({ text }) => text)

describe('paragraphs from lines', () => {
  test('joins a word broken by a hyphen and keeps a compound', () => {
    expect(textsOf([line('le commu\uFFFE', 0), line('niqué du jour', 1)])).toEqual([
      'le communiqué du jour',
    ])
    expect(textsOf([line('il sera peut\uFFFE', 0), line('être signé', 1)])).toEqual([
      'il sera peut-être signé',
    ])
    const maroc = [line('axe Rabat-Paris et Rabat\uFFFE', 0), line('Paris encore', 1)]
    expect(textsOf(maroc)).toEqual(['axe Rabat-Paris et Rabat-Paris encore'])
  })

  test('measures the room of a right-to-left line on its left', () => {
    const full = { left: 60, right: 500 }
    const lines = [
      line('عقد المجلس اجتماعه الأسبوعي برئاسة الوزير', 0, full),
      line('وانتهى.', 1, { left: 450, right: 500 }),
      line('وفي ختام الاجتماع قرر المجلس ما يلي من التدابير', 2, full),
    ]
    expect(textsOf(lines)).toEqual([
      'عقد المجلس اجتماعه الأسبوعي برئاسة الوزير وانتهى.',
      'وفي ختام الاجتماع قرر المجلس ما يلي من التدابير',
    ])
  })

  test('starts a list item at its mark', () => {
    const lines = [line('Ils ont convenu :', 0), line('- de poursuivre', 1), line('- de signer', 2)]
    const short = lines.map((own, index) => (index > 0 ? { ...own, right: 150 } : own))
    expect(blocksFromLines(short).map(({ kind }) => kind)).toEqual([
      'body',
      'list-item',
      'list-item',
    ])
  })
})
