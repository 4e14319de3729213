import { fail, succeed, type Outcome } from '../../../shared/model/failure.ts'
import type { Pdfium } from '../system/pdfium.ts'

/** One page as it looks on paper: rows of red, green, blue and opacity, 8 bits each. */
export interface DrawnPage {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
  readonly pageCount: number
}

interface PageRequest {
  readonly bytes: Uint8Array
  /** From 0. */
  readonly page: number
  /** Pixels. */
  readonly width: number
}

const PRINT_ANNOTATIONS = 0x01
const RGBA_ORDER = 0x10
const WHITE = 0xff_ff_ff_ff
const TALLEST = 4

/**
 * Draws a page of a PDF that we made, as wide as asked for. Fails with `not-found` where there is no
 * such page, or no PDF.
 */
export function drawPage(engine: Pdfium, { bytes, page, width }: PageRequest): Outcome<DrawnPage> {
  const { pdfium, heap } = engine
  const missing = fail({ kind: 'not-found' as const, what: 'page', id: String(page + 1) })
  const address = pdfium.pdfium.wasmExports.malloc(bytes.byteLength)
  heap().set(bytes, address)
  const file = pdfium.FPDF_LoadMemDocument(address, bytes.byteLength, '')
  try {
    const pageCount = file === 0 ? 0 : pdfium.FPDF_GetPageCount(file)
    if (page >= pageCount) return missing
    const opened = pdfium.FPDF_LoadPage(file, page)
    try {
      return succeed({ ...drawOpenPage(engine, opened, width), pageCount })
    } finally {
      pdfium.FPDF_ClosePage(opened)
    }
  } finally {
    if (file !== 0) pdfium.FPDF_CloseDocument(file)
    pdfium.pdfium.wasmExports.free(address)
  }
}

function drawOpenPage(
  { pdfium, heap }: Pdfium,
  page: number,
  width: number,
): Omit<DrawnPage, 'pageCount'> {
  const ratio = pdfium.FPDF_GetPageHeightF(page) / pdfium.FPDF_GetPageWidthF(page)
  const height = Math.round(width * Math.min(ratio, TALLEST))
  const bitmap = pdfium.FPDFBitmap_Create(width, height, 0)
  try {
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE)
    pdfium.FPDF_RenderPageBitmap(
      bitmap,
      page,
      0,
      0,
      width,
      height,
      0,
      PRINT_ANNOTATIONS | RGBA_ORDER,
    )
    const from = pdfium.FPDFBitmap_GetBuffer(bitmap)
    const pixels = Uint8Array.from(heap().subarray(from, from + width * height * 4))
    // A bitmap without opacity leaves the fourth byte as it was.
    for (let at = 3; at < pixels.length; at += 4) pixels[at] = 0xff
    return { width, height, pixels }
  } finally {
    pdfium.FPDFBitmap_Destroy(bitmap)
  }
}
