import type { exportChannels } from '../../../shared/channels/export.ts'
import type { ArchiveContext } from '../context.ts'
import { citePassage } from '../export/citation.ts'
import { exportFiles } from '../export/export-files.ts'
import { exportPdf } from '../export/export-pdf.ts'
import type { Handlers } from '../dispatch.ts'

/** Answers that make what leaves the application. */
export const exportHandlers: Handlers<typeof exportChannels, ArchiveContext> = {
  'export.render-pdf': (choice, { archive, clock, openPdf }) =>
    exportPdf(archive, { now: clock.now, openEngine: openPdf }, choice),
  'export.render': (choice, { archive, clock, openPdf }) =>
    exportFiles(archive, { now: clock.now, openEngine: openPdf }, choice),
  'export.cite': (passage, { archive }) => citePassage(archive, passage),
}
