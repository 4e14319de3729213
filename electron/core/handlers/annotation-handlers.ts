import type { annotationChannels } from '../../../shared/channels/annotations.ts'
import { succeed } from '../../../shared/model/failure.ts'
import {
  createAnnotation,
  redoAnnotation,
  reviseAnnotation,
  undoAnnotation,
} from '../annotations/annotate.ts'
import { listAnnotations, listHistory } from '../annotations/annotations.ts'
import { listConflicts, settleConflict } from '../annotations/conflicts.ts'
import { eraseAnnotations, purgeErased } from '../annotations/erase-annotations.ts'
import { listReviews, settleAnchor } from '../annotations/review.ts'
import { followLink } from '../annotations/follow-link.ts'
import { unpackBundle } from '../annotations/bundle.ts'
import { exportBundle, exportWebAnnotations } from '../annotations/export-annotations.ts'
import { importRead, readImport } from '../annotations/import-annotations.ts'
import { backUpBeforeMerge } from '../annotations/merge-backup.ts'
import { listMerges, mergeIncoming, previewMerge, undoMerge } from '../annotations/merge.ts'
import { reanchorNewest, undoNewestReanchor } from '../annotations/reanchor-version.ts'
import { listWithdrawn, searchAnnotations } from '../annotations/search-annotations.ts'
import { authorshipOf, type ArchiveContext } from '../context.ts'
import type { Handlers } from '../dispatch.ts'
import { withReserve } from './with-reserve.ts'

/** Answers about the officer's marks and notes. */
export const annotationHandlers: Handlers<typeof annotationChannels, ArchiveContext> = {
  'annotation.list': ({ communiqueId, versionId }, { archive }) =>
    succeed({ annotations: listAnnotations(archive, communiqueId, versionId) }),
  'annotation.create': (wanted, context) =>
    withReserve(context, () => createAnnotation(context.writer(), context, wanted)),
  'annotation.revise': ({ id, ...edit }, context) =>
    withReserve(context, () => reviseAnnotation(context.writer(), context, id, edit)),
  'annotation.follow-link': ({ id }, { archive }) => followLink(archive, id),
  'annotation.undo': ({ id }, context) => undoAnnotation(context.writer(), context, id),
  'annotation.redo': ({ id }, context) => redoAnnotation(context.writer(), context, id),
  'annotation.list-history': ({ id }, { archive }) => listHistory(archive, id),
  'annotation.list-withdrawn': ({ limit }, { archive }) => succeed(listWithdrawn(archive, limit)),
  'annotation.erase': async ({ ids }, context) => {
    const erased = eraseAnnotations(context.writer(), authorshipOf(context), ids)
    if (!erased.ok) return erased
    return succeed({ ...erased.value, purged: await purgeErased(context.writer()) })
  },
  'annotation.review': ({ communiqueId }, { archive }) =>
    succeed({ reviews: listReviews(archive, communiqueId) }),
  'annotation.undo-reanchor': ({ communiqueId }, context) =>
    undoNewestReanchor(context.writer(), context, communiqueId),
  'annotation.reanchor': ({ communiqueId }, context) =>
    reanchorNewest(context.writer(), context, communiqueId),
  'annotation.settle-anchor': (request, context) =>
    settleAnchor(context.writer(), context, request),
  'annotation.list-conflicts': ({ communiqueId }, { archive }) =>
    succeed({ conflicts: listConflicts(archive, communiqueId) }),
  'annotation.settle-conflict': (request, context) =>
    settleConflict(context.writer(), context, request),
  'annotation.search-all': (request, { archive }) => succeed(searchAnnotations(archive, request)),
  'annotation.export-bundle': (choice, context) =>
    succeed(exportBundle(context.archive, authorshipOf(context), choice)),
  'annotation.preview-bundle': async ({ bytes }, { archive }) => {
    const bundle = await unpackBundle(bytes)
    return bundle.ok
      ? succeed(previewMerge(archive, { ...bundle.value, source: 'bundle' }))
      : bundle
  },
  'annotation.merge-bundle': async ({ bytes }, context) => {
    const bundle = await unpackBundle(bytes)
    if (!bundle.ok) return bundle
    backUpBeforeMerge(context.writer(), context.clock.now())
    return succeed(mergeIncoming(context.writer(), context, { ...bundle.value, source: 'bundle' }))
  },
  'annotation.list-merges': (_input, { archive }) => succeed({ merges: listMerges(archive) }),
  'annotation.undo-merge': ({ mergeId }, context) => undoMerge(context.writer(), context, mergeId),
  'annotation.export-web': (choice, { archive }) => succeed(exportWebAnnotations(archive, choice)),
  'annotation.import-web': ({ text, visibility }, context) => {
    const read = readImport(context.writer(), text, visibility)
    if (!read.ok) return read
    backUpBeforeMerge(context.writer(), context.clock.now())
    return succeed(importRead(context.writer(), context, read.value))
  },
}
