import type { Substitution } from '../../electron/core/export/pdf-text.ts'
import { createPdfReader } from '../../electron/core/ingest/formats/pdf.ts'
import type { CommuniqueRecord } from '../../shared/model/communique.ts'
import { corpusFiles, corpusSource } from './corpus-files.ts'
import { anAskedArchive, ingestFiles, valueOf } from './ingest.ts'
import { writtenFile } from './pdf-tools.ts'
import { runProgram } from './program.ts'

/**
 * Takes every `step`-th file of the corpus into an archive, whatever its format, and hands over
 * what the archive then holds. Files made to harm are left to their own tests.
 */
export async function corpusRecords(step: number): Promise<readonly CommuniqueRecord[]> {
  const files = corpusFiles().filter(({ hazard }) => hazard === undefined)
  const given = files
    .filter((_, i) => i % step === 0)
    .map(({ file }) => [file, corpusSource(file).bytes] as const)
  const { archive, close } = await anAskedArchive()
  await ingestFiles(archive, given)
  const records: CommuniqueRecord[] = []
  const filter = { years: [], issuers: [], languages: [] }
  for (let offset = 0; ; offset += 500) {
    const asked = { filter, sort: 'added', offset, limit: 500 } as const
    const { rows } = valueOf(await archive.call('communique.list', asked))
    for (const { id } of rows) {
      records.push(valueOf(await archive.call('communique.get', { id, versionId: null })))
    }
    if (rows.length < asked.limit) break
  }
  await close()
  return records
}

/** What came back of one text out of its PDF. */
export interface Extraction {
  /** Paragraphs in Latin letters that poppler does not give back, sign for sign and in order. */
  readonly missing: readonly string[]
  /** The share of the Arabic letters that come back in order; 1 where there are none. */
  readonly poppler: number
  readonly pdfium: number
}

/** Reads a PDF of a text without notes back with poppler and with pdfium. */
export async function extractionOf(
  { version: { text, paragraphs } }: CommuniqueRecord,
  bytes: Uint8Array,
  substitutions: readonly Substitution[],
): Promise<Extraction> {
  // The body of the pages alone: heads and feet would stand in the middle of paragraphs.
  const body = ['-x', '0', '-y', '80', '-W', '596', '-H', '690']
  const read = runProgram('pdftotext', ['-enc', 'UTF-8', ...body, writtenFile(bytes), '-'])
  const words = squeezed(read.replaceAll(/\u{ad}[\n\f]+/gu, ''))
  let from = 0
  const missing = paragraphs
    .map(({ start, end }) => text.slice(start, end))
    .filter((one) => !/\p{Script=Arabic}/u.test(one))
    .filter((one) => {
      const sought = squeezed(asPrinted(one, substitutions))
      const at = words.indexOf(sought, from)
      if (at !== -1) from = at + sought.length
      return at === -1
    })
  const reading = await createPdfReader()({ name: 'page.pdf', bytes })
  const seen = reading.items.flatMap(({ blocks }) => blocks.map((block) => block.text)).join('\n')
  const [letters = '', byPoppler = '', byPdfium = ''] = [text, read, seen].map(arabicLetters)
  return {
    missing,
    poppler: shareInOrder(letters, byPoppler),
    pdfium: shareInOrder(letters, byPdfium),
  }
}

/** The share of the Arabic letters of a text that poppler reads in order out of any PDF. */
export const arabicShareByPoppler = (text: string, bytes: Uint8Array): number =>
  shareInOrder(
    arabicLetters(text),
    arabicLetters(runProgram('pdftotext', ['-enc', 'UTF-8', writtenFile(bytes), '-'])),
  )

/**
 * Letters, signs and digits in order. Blanks are left out, for a line may end inside an address; and
 * hyphens, for poppler takes one of the text that ends a line for one of the line; and what poppler
 * adds to tell directions.
 */
const squeezed = (text: string): string =>
  text.replaceAll(/[\s\u{200b}\u{ad}‐\p{Bidi_Control}-]+/gu, '')

/** What is printed in place of a character that no shipped font has is part of what is promised. */
function asPrinted(text: string, substitutions: readonly Substitution[]): string {
  const shown = new Map(substitutions.map((one) => [one.codePoint, one.shown]))
  return Array.from(text, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
    return shown.get(`U+${code}`) ?? character
  }).join('')
}

/** Letters alone, in the forms that a reader is given: presentation forms and marks undone. */
const arabicLetters = (text: string): string =>
  (text.normalize('NFKC').match(/\p{Script=Arabic}/gu) ?? [])
    .join('')
    .replaceAll(/[\p{M}\u{640}\p{P}\p{N}]/gu, '')
    .slice(0, MOST_LETTERS)

/** Most of a text whose letters are compared: the comparison grows with the square. */
const MOST_LETTERS = 8000

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
