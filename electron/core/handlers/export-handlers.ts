import type { exportChannels } from '../../../shared/channels/export.ts'
import type { ArchiveContext } from '../context.ts'
import { draftBriefing } from '../export/briefing-draft.ts'
import { citePassage } from '../export/citation.ts'
import { exportBriefing, exportDossier } from '../export/export-dossier.ts'
import { exportFiles } from '../export/export-files.ts'
import { exportPdf, type ExportTools } from '../export/export-pdf.ts'
import type { Handlers } from '../dispatch.ts'

/** Answers that make what leaves the application. */
export const exportHandlers: Handlers<typeof exportChannels, ArchiveContext> = {
  'export.render-pdf': (choice, context) => exportPdf(context.archive, toolsOf(context), choice),
  'export.render': (choice, context) => exportFiles(context.archive, toolsOf(context), choice),
  'export.render-dossier': (choice, context) =>
    exportDossier(context.archive, toolsOf(context), choice),
  'export.draft-briefing': (choice, { archive }) => draftBriefing(archive, choice),
  'export.render-briefing': (choice, context) =>
    exportBriefing(context.archive, toolsOf(context), choice),
  'export.cite': (passage, { archive }) => citePassage(archive, passage),
}

const toolsOf = ({ clock, openPdf, policy }: ArchiveContext): ExportTools => ({
  now: clock.now,
  openEngine: openPdf,
  policy,
})
