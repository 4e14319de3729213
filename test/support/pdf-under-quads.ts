import { compilePdfEngine } from '../../electron/core/system/pdfium.ts'
import { openPdf, type PdfDictionary } from './pdf-objects.ts'

/** A highlight as it stands in a file, read by qpdf, with the text that PDFium finds under it. */
export interface ReadHighlight {
  readonly id: string
  /** From 0. */
  readonly page: number
  readonly annotation: PdfDictionary
  readonly author: string
  readonly contents: string
  readonly subject: string
  readonly quadCount: number
  readonly under: string
}

/** Reads every highlight of a PDF, page after page. */
export async function readHighlights(
  file: string,
  bytes: Uint8Array,
): Promise<readonly ReadHighlight[]> {
  const objects = openPdf(file)
  const textUnder = await openTextUnder(bytes)
  return objects.pages.flatMap((page, at) =>
    objects
      .array(page['/Annots'])
      .map((reference) => objects.dictionary(reference))
      .filter((annotation) => annotation['/Subtype'] === '/Highlight')
      .map((annotation) => {
        const quads = quadsFrom(objects.array(annotation['/QuadPoints']).map(Number))
        return {
          id: objects.text(annotation['/NM']),
          page: at,
          annotation,
          author: objects.text(annotation['/T']),
          contents: objects.text(annotation['/Contents']),
          subject: objects.text(annotation['/Subj']),
          quadCount: quads.length,
          under: quads.map((quad) => textUnder(at, quad)).join(''),
        }
      }),
  )
}

interface Quad {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

function quadsFrom(numbers: readonly number[]): readonly Quad[] {
  return Array.from({ length: numbers.length / 8 }, (_, i) => {
    const own = numbers.slice(8 * i, 8 * i + 8)
    const [xs, ys] = [own.filter((_n, j) => j % 2 === 0), own.filter((_n, j) => j % 2 === 1)]
    return {
      left: Math.min(...xs),
      right: Math.max(...xs),
      top: Math.max(...ys),
      bottom: Math.min(...ys),
    }
  })
}

/** PDFium gives every character that touches a box: the band around the middle touches one line. */
const BAND = 0.35
const EDGE = 0.7

async function openTextUnder(bytes: Uint8Array): Promise<(page: number, quad: Quad) => string> {
  const { pdfium, heap } = await (await compilePdfEngine())()
  const { malloc } = pdfium.pdfium.wasmExports
  const address = malloc(bytes.byteLength)
  heap().set(bytes, address)
  const file = pdfium.FPDF_LoadMemDocument(address, bytes.byteLength, '')
  const room = malloc(2 * MOST_CHARACTERS)
  const pages = new Map<number, number>()
  return (index, { left, right, top, bottom }) => {
    const page = pages.get(index) ?? pdfium.FPDFText_LoadPage(pdfium.FPDF_LoadPage(file, index))
    pages.set(index, page)
    const band = (top - bottom) * BAND
    const [x1, x2] = [left + EDGE, right - EDGE]
    const box = [x1, top - band, x2, bottom + band] as const
    const count = pdfium.FPDFText_GetBoundedText(page, ...box, room, MOST_CHARACTERS)
    return Buffer.from(heap().slice(room, room + 2 * count)).toString('utf16le')
  }
}

const MOST_CHARACTERS = 4000
