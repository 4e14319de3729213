import type { OutputOf, ParsedInputOf } from '../../../shared/channels/channel.ts'
import type { exportChannels } from '../../../shared/channels/export.ts'
import { fail, succeed, type Outcome } from '../../../shared/model/failure.ts'
import type { PdfEngine as Pdfium } from '../system/pdfium.ts'

type Channel = (typeof exportChannels)['export.picture-page']

/** FPDF_ANNOT | FPDF_REVERSE_BYTE_ORDER: with what is noted on the page, red before blue. */
const DRAWING = 0x01 | 0x10
const WHITE = 0xff_ff_ff_ff

/**
 * One page of a PDF as pixels, `width` of them across, drawn by PDFium. Fails with `not-found`
 * where the bytes are no PDF or hold no such page.
 */
export function picturePage(
  { pdfium, heap }: Pdfium,
  { pdf, index, width }: ParsedInputOf<Channel>,
): Outcome<OutputOf<Channel>> {
  const { malloc, free } = pdfium.pdfium.wasmExports
  const address = malloc(pdf.byteLength)
  heap().set(pdf, address)
  const file = pdfium.FPDF_LoadMemDocument(address, pdf.byteLength, '')
  const page = file === 0 ? 0 : pdfium.FPDF_LoadPage(file, index)
  try {
    if (page === 0) return fail({ kind: 'not-found', what: 'page', id: String(index + 1) })
    const ratio = pdfium.FPDF_GetPageHeightF(page) / pdfium.FPDF_GetPageWidthF(page)
    const height = Math.round(width * ratio)
    const bitmap = pdfium.FPDFBitmap_Create(width, height, 0)
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE)
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, DRAWING)
    const start = pdfium.FPDFBitmap_GetBuffer(bitmap)
    const pixels = opaque(heap().slice(start, start + width * height * 4))
    pdfium.FPDFBitmap_Destroy(bitmap)
    return succeed({ pageCount: pdfium.FPDF_GetPageCount(file), width, height, pixels })
  } finally {
    if (page !== 0) pdfium.FPDF_ClosePage(page)
    if (file !== 0) pdfium.FPDF_CloseDocument(file)
    free(address)
  }
}

/** The fourth byte of a pixel says nothing in a picture without transparency. */
function opaque(pixels: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  for (let at = 3; at < pixels.length; at += 4) pixels[at] = 0xff
  return pixels
}
