import { deflateSync } from 'node:zlib'
import { contentOfPage, contentsIdOf, STRING, stringBytes } from './pdf-content.ts'
import { stream, textFromUtf16, type PdfFile } from './pdf-file.ts'
import { fontsOfPage, unicodeMap, type PdfFont } from './pdf-unicode.ts'

/**
 * Lets every letter of vowelled Arabic be read once. The compiler draws a raised sign apart from its
 * letter and gives both of them the text of the two: readers find the letter twice, and tear the line
 * where the sign stands higher. Afterwards the letter alone has the text, with its signs, and the
 * raised sign has none beside it (`ActualText`, ISO 32000-1, 14.9.4); to readers that look at the
 * glyph only, it is the sign. Pages without such signs stay as they are.
 */
export function silenceRaisedSigns(file: PdfFile, changed: Map<number, string>): void {
  const known = new Map<number, PdfFont>()
  const signs = new Map<PdfFont, Map<number, string>>()
  for (const id of file.pageIds) {
    const fonts = fontsOfPage(file, id, known)
    if (![...fonts.values()].some(hasDoubledSigns)) continue
    const content = contentOfPage(file, id)
    const runs = shownIn(content, fonts)
    const raised = runs.filter((run, i) => isRaised(run, runs, i))
    if (raised.length === 0) continue
    for (const { font, cids, text } of raised) {
      const own = signs.get(font) ?? new Map<number, string>()
      signs.set(font, own)
      for (const cid of cids) own.set(cid, shorter(signsOf(text), own.get(cid)))
    }
    const bytes = deflateSync(Buffer.from(withoutText(content, raised), 'latin1'))
    changed.set(contentsIdOf(file, id), stream('/Filter /FlateDecode', bytes))
  }
  for (const [{ unicodeId, texts }, own] of signs) {
    const doubled = [...own].filter(([cid]) => isCluster(texts.get(cid) ?? ''))
    if (doubled.length > 0) changed.set(unicodeId, unicodeMap(new Map([...texts, ...doubled])))
  }
}

/** Whether a sign has the text of a letter: the compiler gave it the text of the two. */
const hasDoubledSigns = ({ texts, isSign }: PdfFont): boolean =>
  [...texts].some(([cid, text]) => isSign(cid) && isCluster(text))

/** What a sign stands for is least mixed with the other signs of its letter in the shortest text. */
const shorter = (text: string, known: string | undefined): string =>
  known === undefined || text.length < known.length ? text : known

/** Glyphs that are shown together and stand for one text. */
interface Run {
  readonly font: PdfFont
  readonly cids: readonly number[]
  readonly text: string
  /** Whether the text is given beside the glyphs. */
  readonly isTold: boolean
  /** Whether no other glyphs are shown by the same operator. */
  readonly isAlone: boolean
  /** From the dictionary with the text, or from the glyphs, to the operator that ends them. */
  readonly start: number
  readonly end: number
}

const SIGN = /\p{M}/gu
const signsOf = (text: string): string => (text.match(SIGN) ?? []).join('')
const isCluster = (text: string): boolean =>
  /\p{Script=Arabic}/u.test(text.replaceAll(SIGN, '')) && signsOf(text) !== ''

const isOfSigns = ({ font, cids }: Run): boolean => cids.every((cid) => font.isSign(cid))

/** The most signs that one letter has. */
const FARTHEST = 3

/** Whether a run draws signs whose letter stands beside it with the same text. */
function isRaised(run: Run, runs: readonly Run[], at: number): boolean {
  if (!run.isAlone || !isCluster(run.text) || !isOfSigns(run)) return false
  return [-1, 1].some((step) => {
    for (let i = 1; i <= FARTHEST; i += 1) {
      const other = runs[at + step * i]
      if (other?.text !== run.text) return false
      if (!isOfSigns(other)) return true
    }
    return false
  })
}

/** The content with no text beside some of its runs. */
function withoutText(content: string, runs: readonly Run[]): string {
  let [out, from] = ['', 0]
  for (const { start, end, isTold } of runs) {
    out += content.slice(from, start)
    const shown = content.slice(start, end)
    out += isTold
      ? shown.replace(/\/ActualText\s*<[\dA-Fa-f]*>/u, NO_TEXT)
      : `/Span <<${NO_TEXT}>> BDC ${shown} EMC`
    from = end
  }
  return out + content.slice(from)
}

/** The text that is empty, in UTF-16 as its byte order mark tells. */
const NO_TEXT = '/ActualText <FEFF>'

const SHOWN = `(?:${STRING.source})`
/** What chooses a font, begins or ends marked content, or shows glyphs (ISO 32000-1, 9.4.3 and 14.6). */
const OPERATION = new RegExp(
  [
    String.raw`\/(?<font>\S+)\s+[\d.]+\s+Tf\b`,
    String.raw`\/Span\s*<<\s*\/ActualText\s*(?<told><[\dA-Fa-f]*>)\s*>>\s*BDC\b`,
    String.raw`(?<begins>BDC|BMC)\b`,
    String.raw`(?<ends>EMC)\b`,
    String.raw`(?<glyphs>\[(?:${SHOWN}|[-\d.\s])*\]\s*TJ|${SHOWN}\s*Tj)\b`,
  ].join('|'),
  'gu',
)

interface Telling {
  /** Null for marked content of another kind. */
  readonly text: string | null
  readonly start: number
  readonly cids: number[]
}

interface Reading {
  readonly fonts: ReadonlyMap<string, PdfFont>
  readonly runs: Run[]
  readonly open: Telling[]
  font: PdfFont | undefined
}

/** What a page shows, glyph by glyph or, where a text is given beside the glyphs, span by span. */
function shownIn(content: string, fonts: ReadonlyMap<string, PdfFont>): readonly Run[] {
  const reading: Reading = { fonts, runs: [], open: [], font: undefined }
  for (const { 0: words, index: start, groups } of content.matchAll(OPERATION)) {
    const end = start + words.length
    const { font, told, begins, ends, glyphs } = groups ?? {}
    if (font !== undefined) reading.font = fonts.get(font)
    if (told !== undefined) reading.open.push({ text: textFrom(told), start, cids: [] })
    if (begins !== undefined) reading.open.push({ text: null, start, cids: [] })
    if (ends !== undefined) close(reading, end)
    if (glyphs !== undefined) show(reading, glyphs, { start, end })
  }
  return reading.runs
}

function close({ runs, open, font }: Reading, end: number): void {
  const told = open.pop()
  if (told === undefined || told.text === null || font === undefined) return
  const { text, start, cids } = told
  runs.push({ font, cids, text, isTold: true, isAlone: true, start, end })
}

function show(
  { runs, open, font }: Reading,
  glyphs: string,
  place: { readonly start: number; readonly end: number },
): void {
  if (font === undefined) return
  const cids = [...glyphs.matchAll(STRING)].flatMap(([string]) => codesFrom(string))
  const around = open.findLast(({ text }) => text !== null)
  if (around) return void around.cids.push(...cids)
  const isAlone = cids.length === 1
  for (const cid of cids) {
    const text = font.texts.get(cid) ?? ''
    runs.push({ font, cids: [cid], text, isTold: false, isAlone, ...place })
  }
}

function codesFrom(string: string): readonly number[] {
  const bytes = stringBytes(string)
  return bytes.flatMap((byte, i) => (i % 2 === 0 ? [byte * 256 + (bytes[i + 1] ?? 0)] : []))
}

const textFrom = (string: string): string => textFromUtf16(stringBytes(string).slice(2))
