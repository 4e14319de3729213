import type { exportChannels } from '../../../shared/channels/export.ts'
import type { ArchiveContext } from '../context.ts'
import { draftBriefing } from '../export/briefing-draft.ts'
import { citePassage } from '../export/citation.ts'
import { exportComparison } from '../export/export-comparison.ts'
import { exportBriefing, exportDossier } from '../export/export-dossier.ts'
import { exportFiles } from '../export/export-files.ts'
import { exportPdf, type ExportTools } from '../export/export-pdf.ts'
import { exportResults, type ResultSources } from '../export/export-results.ts'
import { picturePage } from '../export/picture-page.ts'
import { countFoundFacets } from '../search/find-rows.ts'
import { findHitsWhileWanted } from '../search/search.ts'
import { settleWhileWanted } from '../search/steps.ts'
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
  'export.render-results': (choice, context, { signal }) => {
    const { archive, columns } = context
    const { query, filter } = choice
    const sources: ResultSources = {
      db: archive,
      find: (place) => findHitsWhileWanted(archive, columns, { query, filter, ...place }, signal),
      countFacets: (answered) =>
        settleWhileWanted(countFoundFacets(archive, columns, { query: answered, filter }), signal),
    }
    return exportResults(sources, toolsOf(context), choice)
  },
  'export.render-comparison': (choice, context) =>
    exportComparison(context.archive, toolsOf(context), choice),
  'export.picture-page': async (asked, { openPdfium }) => picturePage(await openPdfium(), asked),
  'export.cite': (passage, { archive }) => citePassage(archive, passage),
}

const toolsOf = ({ clock, openPdf, policy }: ArchiveContext): ExportTools => ({
  now: clock.now,
  openEngine: openPdf,
  policy,
})
