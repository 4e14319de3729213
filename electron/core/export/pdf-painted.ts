import { contentOfPage, TOKEN } from './pdf-content.ts'
import { openFile } from './pdf-file.ts'

/** Left, bottom, right, top in points from the lower left corner of the page. */
export type PdfBox = readonly [left: number, bottom: number, right: number, top: number]

/** What is filled in one colour, by the box around it. */
export interface PaintedBox {
  /** From 0. */
  readonly page: number
  /** 0xRRGGBB. */
  readonly colour: number
  readonly box: PdfBox
}

/**
 * Finds what a PDF fills with colours given as red, green and blue, in the order it is painted.
 * Follows the operators of ISO 32000-1, 8.4 to 8.6, as far as the compiler uses them.
 */
export function paintedBoxes(pdf: Uint8Array): readonly PaintedBox[] {
  const file = openFile(pdf)
  return file.pageIds.flatMap((id, page) =>
    boxesFromContent(contentOfPage(file, id)).map((painted) => ({ ...painted, page })),
  )
}

/** `a b c d e f` of ISO 32000-1, 8.3.3. */
type Matrix = readonly [number, number, number, number, number, number]
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

interface Pen {
  matrix: Matrix
  colour: number
}

function boxesFromContent(content: string): readonly Omit<PaintedBox, 'page'>[] {
  const found: Omit<PaintedBox, 'page'>[] = []
  const kept: Pen[] = []
  let pen: Pen = { matrix: IDENTITY, colour: 0 }
  let path: number[] = []
  let operands: number[] = []
  const operators: Readonly<Record<string, () => void>> = {
    q: () => void kept.push({ ...pen }),
    Q: () => void (pen = kept.pop() ?? pen),
    cm: () => void (pen.matrix = multiplied(matrixFrom(operands), pen.matrix)),
    rg: () => void (pen.colour = colourFrom(operands)),
    scn: () => void (pen.colour = colourFrom(operands)),
    m: () => void path.push(...operands),
    l: () => void path.push(...operands),
    c: () => void path.push(...operands),
    re: () => {
      const [x = 0, y = 0, width = 0, height = 0] = operands
      path.push(x, y, x + width, y + height)
    },
    f: () => {
      if (path.length > 0) found.push({ colour: pen.colour, box: boxAround(path, pen.matrix) })
      path = []
    },
    n: () => void (path = []),
    S: () => void (path = []),
  }
  for (const [token] of content.matchAll(TOKEN)) {
    const value = Number(token)
    if (Number.isFinite(value)) operands.push(value)
    else {
      operators[token]?.()
      operands = []
    }
  }
  return found
}

function matrixFrom([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[]): Matrix {
  return [a, b, c, d, e, f]
}

function multiplied([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix {
  return [
    a * A + b * C,
    a * B + b * D,
    c * A + d * C,
    c * B + d * D,
    e * A + f * C + E,
    e * B + f * D + F,
  ]
}

const colourFrom = (parts: readonly number[]): number =>
  parts.length === 3 ? parts.reduce((sum, part) => sum * 256 + Math.round(part * 255), 0) : 0

function boxAround(path: readonly number[], [a, b, c, d, e, f]: Matrix): PdfBox {
  const xs: number[] = []
  const ys: number[] = []
  for (let i = 0; i + 1 < path.length; i += 2) {
    const [x = 0, y = 0] = path.slice(i, i + 2)
    xs.push(a * x + c * y + e)
    ys.push(b * x + d * y + f)
  }
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}
