import type { Reading, ReadingBlock, ReadingWarning, Source, Structured } from '../reading.ts'
import { refuse } from '../reading.ts'
import type { OpenPdfEngine, PdfEngine } from '../../system/pdfium.ts'
import { compilePdfEngine } from '../../system/pdfium.ts'
import { linesFromPage } from './pdf-lines.ts'
import type { PdfLine } from './pdf-lines.ts'
import { blocksFromLines } from './pdf-paragraphs.ts'
import { readingFromDraft, statedValue } from './reading-item.ts'
import { titleFromProperty } from './stated-title.ts'

/** Reads one PDF after another with one PDFium. */
export type ReadPdf = (source: Source) => Promise<Reading>

/**
 * Makes a reader of PDF text layers, rebuilt into paragraphs. Nothing is rendered or run: no
 * script, form, annotation or attachment. A file without text is refused as `no-text` (it needs
 * character recognition), a locked one as `password-protected`, one that expands too far or
 * claims more than 5000 pages as `limits-exceeded`.
 */
export function createPdfReader(): ReadPdf {
  let openEngine: Promise<OpenPdfEngine> | null = null
  let engine: PdfEngine | null = null
  return async (source) => {
    openEngine ??= compilePdfEngine()
    engine ??= await (await openEngine)()
    try {
      return readWith(engine, source)
    } catch (error) {
      // An aborted engine keeps its broken memory: the next file gets a fresh one.
      engine = null
      if (!(error instanceof Error) || error.name !== 'RuntimeError') throw error
      const isMemory = /abort|memory/iu.test(error.message)
      return isMemory
        ? refuse(source.name, 'limits-exceeded', { limit: 'memory' })
        : refuse(source.name, 'damaged')
    }
  }
}

const PAGE_LIMIT = 5000
const PASSWORD_ERROR = 4
const COPY_PERMISSION = 1 << 4

function readWith(engine: PdfEngine, source: Source): Reading {
  const { pdfium, heap } = engine
  const address = pdfium.pdfium.wasmExports.malloc(source.bytes.byteLength)
  if (address === 0) return refuse(source.name, 'limits-exceeded', { limit: 'memory' })
  heap().set(source.bytes, address)
  const file = pdfium.FPDF_LoadMemDocument(address, source.bytes.byteLength, '')
  try {
    if (file === 0) {
      const isLocked = pdfium.FPDF_GetLastError() === PASSWORD_ERROR
      return refuse(source.name, isLocked ? 'password-protected' : 'damaged')
    }
    return readOpenFile(engine, file, source)
  } finally {
    if (file !== 0) pdfium.FPDF_CloseDocument(file)
    pdfium.pdfium.wasmExports.free(address)
  }
}

/** How far from its end a PDF may print its end mark: some programs add lines of their own. */
const END_UNITS = 2048

/** A file without its end mark was cut: a page may have lost its last words. */
const hasEnd = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(-END_UNITS)).includes('%%EOF')

function readOpenFile(engine: PdfEngine, file: number, source: Source): Reading {
  const { pdfium } = engine
  const pageCount = pdfium.FPDF_GetPageCount(file)
  if (pageCount > PAGE_LIMIT) return refuse(source.name, 'limits-exceeded', { limit: 'items' })
  const pages = Array.from({ length: pageCount }, (_, page) => linesOfPage(engine, file, page))
  const readable = pages.filter((lines) => lines != null)
  if (readable.length === 0) return refuse(source.name, 'damaged')
  const blocks = blocksFromLines(readable.flat())
  const warnings: ReadingWarning['kind'][] = []
  if (readable.length < pageCount || !hasEnd(source.bytes)) warnings.push('recovered')
  if (readable.some((own) => own.length === 0)) warnings.push('parts-without-text')
  if ((pdfium.FPDF_GetDocPermissions(file) & COPY_PERMISSION) === 0) {
    warnings.push('copy-restricted')
  }
  return readingFromDraft(source, {
    mediaType: 'application/pdf',
    reader: 'pdf/1',
    blocks,
    structured: structuredFromFile(engine, file, blocks),
    warnings,
  })
}

function linesOfPage(engine: PdfEngine, file: number, index: number): PdfLine[] | null {
  const { pdfium } = engine
  const page = pdfium.FPDF_LoadPage(file, index)
  if (page === 0) return null
  const textPage = pdfium.FPDFText_LoadPage(page)
  try {
    return textPage === 0 ? null : linesFromPage(engine, textPage, index)
  } finally {
    if (textPage !== 0) pdfium.FPDFText_ClosePage(textPage)
    pdfium.FPDF_ClosePage(page)
  }
}

function structuredFromFile(
  engine: PdfEngine,
  file: number,
  blocks: readonly ReadingBlock[],
): Structured {
  const modified = metaText(engine, file, 'ModDate')
  const [, year, month, day] = /^D:(\d{4})(\d{2})(\d{2})/u.exec(modified) ?? []
  return {
    title: titleFromProperty(metaText(engine, file, 'Title'), blocks, 'pdf-title'),
    author: statedValue(metaText(engine, file, 'Author'), 'pdf-author'),
    modified:
      day == null ? undefined : statedValue(`${year}-${month}-${day}`, 'pdf-modified', modified),
  }
}

function metaText({ pdfium, heap }: PdfEngine, file: number, key: string): string {
  const length = pdfium.FPDF_GetMetaText(file, key, 0, 0)
  if (length <= 2 || length > 10_000) return ''
  const address = pdfium.pdfium.wasmExports.malloc(length)
  if (address === 0) return ''
  pdfium.FPDF_GetMetaText(file, key, address, length)
  const bytes = heap().slice(address, address + length - 2)
  pdfium.pdfium.wasmExports.free(address)
  return new TextDecoder('utf-16le').decode(bytes)
}
