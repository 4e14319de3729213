import type { ArchiveContract } from '../../shared/channels/contract.ts'
import { succeed } from '../../shared/model/failure.ts'
import {
  createAnnotation,
  redoAnnotation,
  reviseAnnotation,
  undoAnnotation,
} from './annotations/annotate.ts'
import { listAnnotations, listHistory } from './annotations/annotations.ts'
import { settleIssuer } from './archive/attributions.ts'
import { backUpArchive } from './archive/backup.ts'
import { getCommunique } from './archive/communique-record.ts'
import { countFacets, listCommuniques } from './archive/communiques.ts'
import { describeArchive } from './archive/description.ts'
import { verifyArchive } from './archive/integrity.ts'
import type { Authorship } from './archive/journal.ts'
import { settleRelation } from './archive/relations.ts'
import { readSourceFile } from './archive/source-files.ts'
import { settleDate } from './archive/stated-dates.ts'
import type { ArchiveContext } from './context.ts'
import type { Handlers } from './dispatch.ts'
import { exportPdf } from './export/export-pdf.ts'
import {
  dropBatch,
  listUnfinished,
  offerFiles,
  openBatch,
  type OfferedFile,
} from './ingest/batch.ts'
import { runBatch } from './ingest/ingest.ts'
import { readText } from './ingest/read-text.ts'
import { listSamples } from './ingest/samples.ts'
import { search } from './search/search.ts'

/** Every channel of the archive and the function that answers it. */
export const archiveHandlers: Handlers<ArchiveContract, ArchiveContext> = {
  'archive.describe': (_input, { archive, archiveName, actor }) =>
    succeed({ ...describeArchive(archive), name: archiveName, readOnly: false, actor }),
  'archive.verify': async function* verify(_input, { archive }) {
    return succeed(yield* verifyArchive(archive))
  },
  'archive.back-up': ({ path }, { archive }) => backUpArchive(archive, path),
  'communique.list': (request, { archive }) => succeed(listCommuniques(archive, request)),
  'communique.count-facets': ({ filter }, { archive }) => succeed(countFacets(archive, filter)),
  'communique.get': ({ id, versionId }, { archive }) => getCommunique(archive, id, versionId),
  'date.settle': (decision, context) =>
    settleDate(context.writer(), authorshipOf(context), decision),
  'issuer.settle': ({ communiqueId, settlement }, context) =>
    settleIssuer(context.writer(), authorshipOf(context), communiqueId, settlement),
  'relation.settle': ({ id, settlement }, context) =>
    settleRelation(context.writer(), authorshipOf(context), id, settlement),
  'source.read': ({ digest }, { archive }) => readSourceFile(archive, digest),

  'search.run': (request, { archive, columns }) => {
    const page = search(archive, columns, request)
    if (!page.ok) return page
    return succeed({ ...page.value, hits: [...page.value.hits], suggestions: [] })
  },

  'annotation.list': ({ communiqueId }, { archive }) =>
    succeed({ annotations: listAnnotations(archive, communiqueId) }),
  'annotation.create': (wanted, context) => createAnnotation(context.writer(), context, wanted),
  'annotation.revise': ({ id, ...edit }, context) =>
    reviseAnnotation(context.writer(), context, id, edit),
  'annotation.undo': ({ id }, context) => undoAnnotation(context.writer(), context, id),
  'annotation.redo': ({ id }, context) => redoAnnotation(context.writer(), context, id),
  'annotation.list-history': ({ id }, { archive }) => listHistory(archive, id),

  'ingest.open-batch': ({ origin }, { writer, clock, actor }) =>
    succeed({ batchId: openBatch(writer(), clock, { actor, origin }) }),
  'ingest.offer-files': ({ batchId, files }, { writer }) =>
    offerFiles(
      writer(),
      batchId,
      files.map(({ name, content }): OfferedFile =>
        content.kind === 'bytes'
          ? { name, bytes: content.bytes }
          : { name, refusal: content.reason },
      ),
    ),
  'ingest.run-batch': async function* run({ batchId }, context, { signal }) {
    const { clock, actor } = context
    const detect = await context.openDetector()
    const tools = {
      clock,
      actor,
      detect,
      read: async (source: Parameters<typeof readText>[0]) => readText(source),
    }
    return yield* runBatch(context.writer(), tools, batchId, signal)
  },
  'ingest.list-unfinished': (_input, { archive }) => succeed({ batches: listUnfinished(archive) }),
  'ingest.drop-batch': ({ batchId }, { writer, clock }) => dropBatch(writer(), clock, batchId),
  'ingest.offer-samples': (_input, { writer, clock, actor, resourcesFolder }) => {
    const files = listSamples(resourcesFolder)
    const batchId = openBatch(writer(), clock, { actor, origin: null })
    const offered = offerFiles(writer(), batchId, files)
    return offered.ok ? succeed({ batchId, ...offered.value }) : offered
  },

  'export.render-pdf': (choice, { archive, clock, openPdf }) =>
    exportPdf(archive, { now: clock.now, openEngine: openPdf }, choice),
}

const authorshipOf = ({ actor, clock }: ArchiveContext): Authorship => ({ actor, at: clock.now() })
