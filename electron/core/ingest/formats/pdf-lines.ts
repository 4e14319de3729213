import type { PdfEngine } from '../../system/pdfium.ts'
import { extentOf, glyphLinesFromPage, originOf, sizeOf, textFromGlyphs } from './pdf-glyphs.ts'
import type { PdfExtent, PdfGlyph } from './pdf-glyphs.ts'

/** One printed line of a page. Lengths are in points, from the lower left corner of the page. */
export type PdfLine = {
  readonly text: string
  readonly page: number
  readonly left: number
  readonly right: number
  readonly baseline: number
  readonly size: number
  readonly isBold: boolean
}

/**
 * The lines of an open page in reading order. Pieces that PDFium breaks off a line, where the
 * font changes or a mark is raised, are put back by their place; the numbers and marks of a line
 * that runs from right to left are put where they are printed.
 */
export function linesFromPage(engine: PdfEngine, textPage: number, page: number): PdfLine[] {
  const runs = glyphLinesFromPage(engine, textPage).map((glyphs) => {
    const parts = isRightToLeft(textFromGlyphs(glyphs))
      ? splitAtJumps(engine, textPage, glyphs)
      : [glyphs]
    return parts
      .filter((part) => part.some(isInk))
      .map((part) => pieceFromGlyphs(engine, textPage, page, part))
  })
  return mergePieces(runs)
}

const RTL = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF]/gu
const LATIN = /\p{Script=Latin}/gu

/** Whether a text has more letters that run from right to left than Latin ones. */
export const isRightToLeft = (text: string): boolean =>
  (text.match(RTL)?.length ?? 0) > (text.match(LATIN)?.length ?? 0)

const SPACE = 0x20

const isInk = ({ unit }: PdfGlyph): boolean => unit > 0x20 && unit !== 0xa0
const isMark = ({ unit }: PdfGlyph): boolean => /\p{M}/u.test(String.fromCodePoint(unit))

/** Cuts the glyphs of a line wherever the next one is not printed beside the one before. */
function splitAtJumps(
  engine: PdfEngine,
  textPage: number,
  glyphs: readonly PdfGlyph[],
): readonly PdfGlyph[][] {
  let part: PdfGlyph[] = []
  const parts = [part]
  let before: PdfExtent | null = null
  let direction: GlyphStep = 'none'
  for (const glyph of glyphs) {
    if (!isInk(glyph)) {
      part.push(glyph)
      continue
    }
    const extent = extentOf(engine, textPage, glyph.index)
    const size = sizeOf(engine, textPage, glyph.index)
    const step = stepBetween(before ?? extent, extent, size)
    if (step === 'rtl') dropFalseSpace(part, (before ?? extent).left - extent.right, size)
    const isCut = step === 'jump' || isTurn(direction, step, glyph)
    if (isCut) parts.push((part = []))
    part.push(glyph)
    // A mark stands over its letter: what follows is measured from the letter.
    if (before == null || isCut || !isMark(glyph)) before = extent
    if (isCut) direction = 'none'
    else direction = directionAfter(direction, step, glyph)
  }
  return parts
}

const isTurn = (direction: GlyphStep, step: GlyphStep, glyph: PdfGlyph): boolean =>
  direction !== 'none' && step !== 'none' && step !== direction && !isMark(glyph)

const directionAfter = (direction: GlyphStep, step: GlyphStep, glyph: PdfGlyph): GlyphStep =>
  step === 'none' || isMark(glyph) ? direction : step

/** PDFium puts a space where the order of the glyphs turns back, though none is printed. */
function dropFalseSpace(part: PdfGlyph[], gap: number, size: number): void {
  if (gap < size * 0.08 && part.at(-1)?.unit === SPACE) part.pop()
}

type GlyphStep = 'rtl' | 'ltr' | 'none' | 'jump'

function stepBetween(before: PdfExtent, after: PdfExtent, size: number): GlyphStep {
  const middle = (after.left + after.right) / 2
  // The letters of one ligature share its place.
  if (middle >= before.left && middle <= before.right) return 'none'
  const isBeside = (gap: number): boolean => gap > -size * 0.6 && gap < size * 0.35
  if (isBeside(before.left - after.right)) return 'rtl'
  return isBeside(after.left - before.right) ? 'ltr' : 'jump'
}

const BOLD_WEIGHT = 600

function pieceFromGlyphs(
  engine: PdfEngine,
  textPage: number,
  page: number,
  glyphs: readonly PdfGlyph[],
): PdfLine {
  const ink = glyphs.filter((glyph) => isInk(glyph) && !isMark(glyph))
  const drawn = ink.length > 0 ? ink : glyphs
  const samples = [0, drawn.length >> 1, drawn.length - 1].map((at) => drawn[at]?.index ?? 0)
  const extents = samples.map((index) => extentOf(engine, textPage, index))
  const [, middle = 0] = samples
  return {
    text: textFromGlyphs(glyphs),
    page,
    left: Math.min(...extents.map(({ left }) => left)),
    right: Math.max(...extents.map(({ right }) => right)),
    baseline: originOf(engine, textPage, middle).y,
    size: sizeOf(engine, textPage, middle),
    isBold: samples.every(
      (index) => engine.pdfium.FPDFText_GetFontWeight(textPage, index) >= BOLD_WEIGHT,
    ),
  }
}

const RECENT_LINES = 4

function mergePieces(runs: readonly (readonly PdfLine[])[]): PdfLine[] {
  const lines: PdfLine[][] = []
  for (const piece of runs.flatMap(piecesByBaseline)) {
    const line = lines.slice(-RECENT_LINES).findLast((own) => isOnLine(own, piece))
    if (line == null) lines.push([...piece])
    else line.push(...piece)
  }
  return lines.map(lineFromPieces)
}

/** The pieces of one run of glyphs, apart where they stand on different base lines. */
function piecesByBaseline(pieces: readonly PdfLine[]): readonly PdfLine[][] {
  const groups: PdfLine[][] = []
  for (const piece of pieces) {
    const group = groups.findLast((own) => isLevel(own, piece))
    if (group == null) groups.push([piece])
    else group.push(piece)
  }
  return groups
}

const isLevel = (line: readonly PdfLine[], piece: PdfLine): boolean =>
  line.every(({ baseline, size }) => Math.abs(baseline - piece.baseline) <= size * 0.35)

/** Whether pieces stand on a line: level with it, beside what is there and not over it. */
function isOnLine(line: readonly PdfLine[], pieces: readonly PdfLine[]): boolean {
  if (!pieces.every((piece) => isLevel(line, piece))) return false
  const gaps = pieces.flatMap((piece) =>
    line.map((own) => Math.max(own.left - piece.right, piece.left - own.right)),
  )
  const size = Math.max(...line.map((own) => own.size))
  const gap = Math.min(...gaps)
  return gap > -size * 0.5 && gap < size * 2
}

function lineFromPieces(pieces: readonly PdfLine[]): PdfLine {
  const longest = pieces.reduce((a, b) => (b.text.length > a.text.length ? b : a))
  if (pieces.length === 1) return longest
  const isRtl = isRightToLeft(pieces.map(({ text }) => text).join(''))
  const sorted = pieces.toSorted((a, b) => (isRtl ? b.right - a.right : a.left - b.left))
  const text = sorted.reduce((line, piece, index) => {
    const before = sorted[index - 1] ?? piece
    const gap = isRtl ? before.left - piece.right : piece.left - before.right
    const own = isRtl ? logicalText(piece.text) : piece.text
    const isGap = gap > longest.size * 0.12 || /^\s*\p{M}+\s+$/u.test(before.text)
    const isApart = index > 0 && isGap && !/^\s*\p{M}/u.test(own)
    return isApart ? `${line.trimEnd()} ${own.trimStart()}` : line.trimEnd() + own.trimStart()
  }, '')
  const left = Math.min(...pieces.map((piece) => piece.left))
  return { ...longest, text, left, right: Math.max(...pieces.map((piece) => piece.right)) }
}

/**
 * The text of a piece printed between letters that run from right to left. Brackets alone come
 * as drawn: they are mirrored; numbers joined by a hyphen are drawn last first (UAX #9).
 */
function logicalText(text: string): string {
  if (/\p{L}/u.test(text)) return text
  if (/^\s*\d+(?:[-+]\d+)+\s*$/u.test(text))
    return text
      .split(/([-+])/u)
      .toReversed()
      .join('')
  return text.replace(/[()[\]{}<>«»]/gu, (bracket) => MIRRORED[bracket] ?? bracket)
}

const MIRRORED: Readonly<Record<string, string>> = Object.fromEntries(
  ['()', '[]', '{}', '<>', '«»'].flatMap(([open = '', close = '']) => [
    [open, close],
    [close, open],
  ]),
)
