import type { PdfEngine } from '../../electron/core/export/pdf.ts'
import { pageFromRecord } from '../../electron/core/export/page-model.ts'
import { readHtml } from '../../electron/core/ingest/formats/html.ts'
import { readMarkdown } from '../../electron/core/ingest/formats/markdown.ts'
import { createPdfReader } from '../../electron/core/ingest/formats/pdf.ts'
import { readText } from '../../electron/core/ingest/formats/text.ts'
import type { Reading, Source } from '../../electron/core/ingest/reading.ts'
import type { CommuniqueRecord } from '../../shared/model/communique.ts'
import { aRecord } from '../fixtures/export/records.ts'
import { corpusFiles, corpusSource } from './corpus-files.ts'
import { EXPORTED_AT, renderedFile } from './pdf-tools.ts'
import { runProgram } from './program.ts'

type Spoken = 'fr' | 'ar' | 'en'

const READERS: Readonly<Record<string, (source: Source) => Reading>> = {
  txt: readText,
  'txt-ocr': readText,
  html: readHtml,
  'md+frontmatter': readMarkdown,
}

/** Most of a text that is compared: the comparison of letters grows with the square. */
const MOST_LETTERS = 6000

/** Every `step`-th text of the corpus in one language, as the archive would hold it. */
export function corpusRecords(language: Spoken, step: number): readonly CommuniqueRecord[] {
  const files = corpusFiles().filter(
    (file) => file.language === language && file.format in READERS && file.hazard === undefined,
  )
  return files
    .filter((_, i) => i % step === 0)
    .flatMap(({ file, format }) => {
      const items = READERS[format]?.(corpusSource(file)).items ?? []
      const paragraphs: string[] = []
      let room = MOST_LETTERS
      const blocks = items.flatMap((item) => item.blocks.map(({ text }) => text))
      for (const text of blocks.flatMap((block) => block.split(/\n{2,}/u))) {
        if (text.length > room) break
        room -= text.length
        if (text.trim() !== '') paragraphs.push(text.trim().normalize('NFC'))
      }
      return paragraphs.length === 0
        ? []
        : [aRecord({ id: file, language, title: file, paragraphs })]
    })
}

/** What came back of one text out of its PDF. */
export interface Extraction {
  /** Paragraphs in Latin letters that poppler does not give back character for character. */
  readonly missing: readonly string[]
  /** The share of the Arabic letters that come back in order; 1 where there are none. */
  readonly poppler: number
  readonly pdfium: number
}

/** Typesets a text without notes and reads it back with poppler and with pdfium. */
export async function extractionOf(
  engine: PdfEngine,
  record: CommuniqueRecord,
): Promise<Extraction> {
  const { language } = record.version
  const page = pageFromRecord(record, [], {
    exportedAt: EXPORTED_AT,
    labelLanguage: language === 'und' ? 'fr' : language,
  })
  const { bytes, substitutions } = engine.render(page, { notes: 'none' })
  const file = renderedFile(engine, page, { notes: 'none' })
  // The body of the pages alone: heads and feet would stand in the middle of paragraphs.
  const body = ['-x', '0', '-y', '80', '-W', '596', '-H', '690']
  const read = runProgram('pdftotext', ['-enc', 'UTF-8', ...body, file, '-'])
  const words = squeezed(read.replaceAll(/\u{ad}[\n\f]+/gu, ''))
  const { text, paragraphs } = record.version
  const shownOtherwise = substitutions.length > 0
  const missing = paragraphs
    .map(({ start, end }) => text.slice(start, end))
    .filter((one) => !/\p{Script=Arabic}/u.test(one))
    .filter((one) => !(shownOtherwise && hasUncommon(one)))
    .filter((one) => !words.includes(squeezed(one)))
  const reading = await createPdfReader()({ name: 'page.pdf', bytes })
  const seen = reading.items.flatMap(({ blocks }) => blocks.map((block) => block.text)).join('\n')
  const [letters, byPoppler, byPdfium] = [text, read, seen].map(arabicLetters)
  return {
    missing,
    poppler: shareInOrder(letters ?? '', byPoppler ?? ''),
    pdfium: shareInOrder(letters ?? '', byPdfium ?? ''),
  }
}

/**
 * Letters, signs and digits in order. Blanks are left out, for a line may end inside an address; and
 * hyphens, for poppler takes one of the text that ends a line for one of the line.
 */
const squeezed = (text: string): string => text.replaceAll(/[\s\u{200b}\u{ad}‐-]+/gu, '')

/** Whether a text has characters that are printed as their number. */
const hasUncommon = (text: string): boolean =>
  /[^\p{Script=Latin}\p{N}\s!-~\u{a0}-ÿ‐-›…€]/u.test(text)

/** Letters alone, in the forms that a reader is given: presentation forms and marks undone. */
const arabicLetters = (text: string): string =>
  (text.normalize('NFKC').match(/\p{Script=Arabic}/gu) ?? [])
    .join('')
    .replaceAll(/[\p{M}\u{640}\p{P}\p{N}]/gu, '')

function shareInOrder(expected: string, found: string): number {
  return expected.length === 0 ? 1 : commonLength(expected, found) / expected.length
}

/** Length of the longest common subsequence of two texts. */
export function commonLength(a: string, b: string): number {
  let row = new Uint16Array(b.length + 1)
  for (const character of a) {
    const next = new Uint16Array(b.length + 1)
    for (let j = 1; j <= b.length; j += 1) {
      next[j] =
        b[j - 1] === character ? (row[j - 1] ?? 0) + 1 : Math.max(row[j] ?? 0, next[j - 1] ?? 0)
    }
    row = next
  }
  return row.at(-1) ?? 0
}
