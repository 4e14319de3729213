import type { ingestChannels } from '../../../shared/channels/ingest.ts'
import { fail, succeed } from '../../../shared/model/failure.ts'
import { attachArrivedTexts } from '../annotations/merge.ts'
import { listKnownNames } from '../archive/authorities.ts'
import { loadAuthorityLists } from '../archive/authority-lists.ts'
import { authorshipOf, type ArchiveContext } from '../context.ts'
import {
  dropBatch,
  findBatch,
  listRefused,
  listUnfinished,
  offerFiles,
  openBatch,
  reportBatch,
  type OfferedFile,
} from '../ingest/batch.ts'
import { createNameFinder } from '../ingest/known-names.ts'
import { runBatch, type IngestTools } from '../ingest/ingest.ts'
import { acceptMapping, listDumps, listMappings } from '../ingest/mappings.ts'
import { listSamples } from '../ingest/samples.ts'
import type { Handlers } from '../dispatch.ts'

/** Answers that bring files in. */
export const ingestHandlers: Handlers<typeof ingestChannels, ArchiveContext> = {
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
  'ingest.list-dumps': ({ batchId }, { archive, openReader }, { signal }) =>
    listDumps(archive, openReader().read, batchId, signal),
  'ingest.accept-mapping': (accepted, context) =>
    acceptMapping(context.writer(), authorshipOf(context), accepted),
  'ingest.run-batch': async function* run({ batchId }, context, { signal }) {
    const { clock, actor } = context
    const reader = context.openReader()
    reader.start()
    loadAuthorityLists(context.writer(), context.resourcesFolder)
    const detect = await context.openDetector()
    const findNames = createNameFinder(listKnownNames(context.archive))
    const mappings = listMappings(context.archive)
    const tools: IngestTools = {
      clock,
      actor,
      detect,
      findNames,
      read: (source, stop) => reader.read({ ...source, mappings }, stop),
    }
    const report = yield* runBatch(context.writer(), tools, batchId, signal)
    attachArrivedTexts(context.writer())
    return report
  },
  'ingest.report': ({ batchId }, { archive }) =>
    findBatch(archive, batchId)
      ? succeed(reportBatch(archive, batchId))
      : fail({ kind: 'batch-unknown' }),
  'ingest.list-unfinished': (_input, { archive }) => succeed({ batches: listUnfinished(archive) }),
  'ingest.list-refused': ({ origin }, { archive }) =>
    succeed({ digests: [...listRefused(archive, origin)] }),
  'ingest.drop-batch': ({ batchId }, { writer, clock }) => dropBatch(writer(), clock, batchId),
  'ingest.offer-samples': (_input, { writer, clock, actor, resourcesFolder }) => {
    const files = listSamples(resourcesFolder)
    const batchId = openBatch(writer(), clock, { actor, origin: null })
    const offered = offerFiles(writer(), batchId, files)
    return offered.ok ? succeed({ batchId, ...offered.value }) : offered
  },
}
