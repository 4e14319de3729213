import type { archiveChannels } from '../../../shared/channels/archive.ts'
import { succeed } from '../../../shared/model/failure.ts'
import { findDamagedAnnotations } from '../annotations/find-damaged.ts'
import { reanchorVersion } from '../annotations/reanchor-version.ts'
import { settleAttribution } from '../archive/attributions.ts'
import { backUpArchive } from '../archive/backup.ts'
import { getCommunique } from '../archive/communique-record.ts'
import { listCommuniques } from '../archive/communiques.ts'
import { describeArchive } from '../archive/description.ts'
import { exportOpenCopy } from '../export/open-copy.ts'
import { listJournal } from '../archive/journal.ts'
import { recentLogLoss } from '../archive/log-loss.ts'
import { verifyArchive } from '../archive/integrity.ts'
import { verifyIndex } from '../search/check-index.ts'
import { communiquesWithin } from '../search/find-rows.ts'
import { settleRelation, type RelationDesk } from '../archive/relations.ts'
import { isKept, readSourceFile } from '../archive/source-files.ts'
import { settleDate } from '../archive/stated-dates.ts'
import { authorshipOf, type ArchiveContext } from '../context.ts'
import type { Handlers } from '../dispatch.ts'

/** Answers about the archive as a whole and the communiqués in it. */
export const archiveHandlers: Handlers<typeof archiveChannels, ArchiveContext> = {
  'archive.describe': (_input, { archive, archiveName, isReadOnly, actor }) =>
    succeed({
      ...describeArchive(archive),
      name: archiveName,
      readOnly: isReadOnly,
      actor,
      logLoss: recentLogLoss(archive),
    }),
  'archive.verify': async function* verify(_input, { archive }) {
    const verified = yield* verifyArchive(archive, findDamagedAnnotations)
    const index = yield* verifyIndex(archive, verified.checked)
    const missing = index.map((id) => ({ what: 'search-index' as const, id }))
    return succeed({ ...verified, findings: [...verified.findings, ...missing] })
  },
  'archive.back-up': ({ path }, { archive }) => backUpArchive(archive, path),
  'archive.export-open': (choice, context) =>
    exportOpenCopy(context.archive, authorshipOf(context), choice),
  'archive.list-journal': (request, { archive }) => succeed(listJournal(archive, request)),
  'communique.list': ({ filter, ...page }, { archive, columns }) =>
    succeed(
      listCommuniques(archive, { ...page, within: communiquesWithin(archive, columns, filter) }),
    ),
  'communique.get': ({ id, versionId }, { archive }) => getCommunique(archive, id, versionId),
  'date.settle': (decision, context) =>
    settleDate(context.writer(), authorshipOf(context), decision),
  'issuer.settle': (decision, context) =>
    settleAttribution(context.writer(), authorshipOf(context), { ...decision, role: 'issuer' }),
  'publisher.settle': (decision, context) =>
    settleAttribution(context.writer(), authorshipOf(context), { ...decision, role: 'publisher' }),
  'relation.settle': (decision, context) =>
    settleRelation(context.writer(), relationDeskOf(context), decision),
  'source.read': ({ digest }, { archive }) => readSourceFile(archive, digest),
  'source.list-missing': ({ digests }, { archive }) =>
    succeed({ missing: digests.filter((digest) => !isKept(archive, digest)) }),
}

function relationDeskOf(context: ArchiveContext): RelationDesk {
  const db = context.writer()
  return {
    authorship: authorshipOf(context),
    carryAnnotations: (step) => void reanchorVersion(db, context, step),
  }
}
