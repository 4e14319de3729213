import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openPdfEngine, type PdfEngine, type PdfOptions } from '../../electron/core/export/pdf.ts'
import { pageFromRecord, type PageModel } from '../../electron/core/export/page-model.ts'
import type { Sample } from '../fixtures/export/samples.ts'
import { runProgram } from './program.ts'

const root = path.resolve(import.meta.dirname, '../..')

/** The folders an engine is opened with, in the source tree. */
export const pdfPlaces = {
  fontsFolder: path.join(root, 'resources/fonts'),
  templatesFolder: path.join(root, 'resources/pdf'),
}

/** The instant every test exports at. */
export const EXPORTED_AT = '2031-05-04T08:07:06.000Z'

/** Opens the engine or fails the test. */
export async function openedEngine(prefer: 'native' | 'wasm'): Promise<PdfEngine> {
  const opened = await openPdfEngine({ ...pdfPlaces, prefer })
  if (!opened.ok) throw new Error(opened.failure.kind)
  return opened.value
}

/** The page of a sample, labelled in its own language. */
export function samplePage({ record, notes }: Sample): PageModel {
  const { language } = record.version
  const labelLanguage = language === 'und' ? 'fr' : language
  return pageFromRecord(record, notes, { exportedAt: EXPORTED_AT, labelLanguage })
}

/** Renders into a file of its own and gives its path. */
export const renderedFile = (engine: PdfEngine, page: PageModel, options: PdfOptions): string =>
  writtenFile(engine.render(page, options).bytes)

/** Writes bytes into a file of their own and gives its path. */
export function writtenFile(bytes: Uint8Array): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'fonds-pdf-')), 'page.pdf')
  writeFileSync(file, bytes)
  return file
}

/** Text of a PDF as poppler extracts it, in reading order. */
export const textOfPdf = (file: string): string =>
  runProgram('pdftotext', ['-enc', 'UTF-8', file, '-'])

/** All bytes of a PDF with every stream uncompressed. */
export function uncompressedPdf(file: string): string {
  runProgram('qpdf', ['--qdf', '--object-streams=disable', file, `${file}.qdf`])
  return readFileSync(`${file}.qdf`, 'latin1')
}
