import type { Outcome } from '../../shared/model/failure.ts'
import type { Policy } from '../../shared/model/policy.ts'
import type { Authorship } from './archive/journal.ts'
import type { ReadableArchive, WritableArchive } from './db/archive-handle.ts'
import type { PdfEngine } from './export/pdf.ts'
import type { ReaderProcess } from './ingest/isolation/reader-process.ts'
import type { LanguageDetector } from './ingest/text/language.ts'
import type { Columns } from './search/columns.ts'
import type { Clock } from './system/clock.ts'
import type { PdfEngine as Pdfium } from './system/pdfium.ts'

/** What a handler works on: one open archive and what was opened beside it. */
export interface ArchiveContext {
  readonly archive: ReadableArchive
  /** The writer. Throws in a lane that only reads: its channels never ask. */
  readonly writer: () => WritableArchive
  /** Gives up the room kept for a full disk; false when there is none, or in a lane that only reads. */
  readonly spendReserve: () => boolean
  readonly archiveName: string
  /** True where the archive lies on a medium that cannot be written. */
  readonly isReadOnly: boolean
  readonly clock: Clock
  readonly actor: string
  /** What the administrator settled. */
  readonly policy: Policy
  readonly device: string
  readonly resourcesFolder: string
  readonly columns: Columns
  readonly openPdf: () => Promise<Outcome<PdfEngine>>
  /** Opens a fresh PDFium, for PDFs that this program made. */
  readonly openPdfium: () => Promise<Pdfium>
  /** The process in which foreign bytes are read; one for as long as the archive is open. */
  readonly openReader: () => ReaderProcess
  readonly openDetector: () => Promise<LanguageDetector>
}

/** Who makes a change, and when: now. */
export function authorshipOf({ actor, clock }: ArchiveContext): Authorship {
  return { actor, at: clock.now() }
}
