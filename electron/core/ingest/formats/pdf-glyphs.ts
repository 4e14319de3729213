import type { PdfEngine } from '../../system/pdfium.ts'

/** A character of an open text page: its code point and its index there. */
export type PdfGlyph = { readonly unit: number; readonly index: number }

/** Left and right edge of a glyph, in points. */
export type PdfExtent = { readonly left: number; readonly right: number }

/** Stands in a text for a hyphen that the end of a line put there. */
export const LINE_HYPHEN = '\uFFFE'

const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d
const SOFT_HYPHEN_MARK = 0x02
const JOINING_HYPHEN = 0xfffe
const LAM = 0x644
const FIRST_MARK = 0x64b
const LAST_MARK = 0x652
const ALEFS: ReadonlySet<number> = new Set([0x622, 0x623, 0x625, 0x627])

/**
 * The glyphs of an open page, cut where PDFium ends a line. The two letters of an Arabic ligature
 * (lam-alef, an alef with its mark) stand at one origin in the wrong order: they are put right.
 */
export function glyphLinesFromPage(engine: PdfEngine, textPage: number): PdfGlyph[][] {
  const count = engine.pdfium.FPDFText_CountChars(textPage)
  const lines: PdfGlyph[][] = [[]]
  for (let index = 0; index < count; index += 1) {
    const unit = engine.pdfium.FPDFText_GetUnicode(textPage, index)
    const line = lines.at(-1) ?? []
    if (unit === LINE_FEED) lines.push([])
    else if (unit === JOINING_HYPHEN || unit === SOFT_HYPHEN_MARK) {
      // PDFium goes straight on after the hyphen of a line end: the line is ended here.
      line.push({ unit: JOINING_HYPHEN, index })
      lines.push([])
    } else if (isReversedLigature(engine, textPage, line.at(-1), { unit, index })) {
      line.splice(-1, 0, { unit, index })
    } else if (unit !== CARRIAGE_RETURN && unit !== 0) line.push({ unit, index })
  }
  return lines
}

/** The left and right edge of what is drawn. */
export function extentOf(engine: PdfEngine, textPage: number, index: number): PdfExtent {
  const { pdfium, scratch } = engine
  pdfium.FPDFText_GetCharBox(textPage, index, scratch, scratch + 8, scratch + 16, scratch + 24)
  return { left: numberAt(engine, scratch), right: numberAt(engine, scratch + 8) }
}

/** The point on the base line where the glyph starts. */
export function originOf(
  engine: PdfEngine,
  textPage: number,
  index: number,
): { readonly x: number; readonly y: number } {
  const { pdfium, scratch } = engine
  pdfium.FPDFText_GetCharOrigin(textPage, index, scratch, scratch + 8)
  return { x: numberAt(engine, scratch), y: numberAt(engine, scratch + 8) }
}

/** Size of a glyph's font in points, as printed. */
export function sizeOf(engine: PdfEngine, textPage: number, index: number): number {
  const { pdfium, scratch } = engine
  // The nominal size may be 1 under a scaling matrix: its vertical scale makes it points.
  const nominal = pdfium.FPDFText_GetFontSize(textPage, index)
  if (!pdfium.FPDFText_GetMatrix(textPage, index, scratch)) return nominal
  const b = pdfium.pdfium.getValue(scratch + 4, 'float')
  const d = pdfium.pdfium.getValue(scratch + 12, 'float')
  return nominal * (Math.hypot(b, d) || 1)
}

// Letters of Arabic Presentation Forms and Latin ligatures name a shape, not another letter.
const SHAPES = /[\uFB00-\uFB06\uFB50-\uFDFB\uFE70-\uFEFC]/gu

/** The characters of glyphs, with the shapes of ligatures spelt as letters. */
export function textFromGlyphs(glyphs: readonly PdfGlyph[]): string {
  return glyphs
    .map(({ unit }) => (unit > 0x10ffff ? '\uFFFD' : String.fromCodePoint(unit)))
    .join('')
    .replace(SHAPES, (shape) => shape.normalize('NFKC'))
}

function isReversedLigature(
  engine: PdfEngine,
  textPage: number,
  previous: PdfGlyph | undefined,
  glyph: PdfGlyph,
): boolean {
  if (previous == null) return false
  const isLamAlef = glyph.unit === LAM && ALEFS.has(previous.unit)
  const isMark = previous.unit >= FIRST_MARK && previous.unit <= LAST_MARK
  if (!isLamAlef && !(isMark && ALEFS.has(glyph.unit))) return false
  const origin = originOf(engine, textPage, glyph.index)
  const before = originOf(engine, textPage, previous.index)
  return origin.x === before.x && origin.y === before.y
}

const numberAt = ({ pdfium }: PdfEngine, address: number): number =>
  pdfium.pdfium.getValue(address, 'double')
