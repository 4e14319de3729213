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
import { listReviews, settleAnchor } from '../annotations/review.ts'
import type { ArchiveContext } from '../context.ts'
import type { Handlers } from '../dispatch.ts'

/** Answers about the officer's marks and notes. */
export const annotationHandlers: Handlers<typeof annotationChannels, ArchiveContext> = {
  'annotation.list': ({ communiqueId, versionId }, { archive }) =>
    succeed({ annotations: listAnnotations(archive, communiqueId, versionId) }),
  'annotation.create': (wanted, context) => createAnnotation(context.writer(), context, wanted),
  'annotation.revise': ({ id, ...edit }, context) =>
    reviseAnnotation(context.writer(), context, id, edit),
  'annotation.undo': ({ id }, context) => undoAnnotation(context.writer(), context, id),
  'annotation.redo': ({ id }, context) => redoAnnotation(context.writer(), context, id),
  'annotation.list-history': ({ id }, { archive }) => listHistory(archive, id),
  'annotation.review': ({ communiqueId }, { archive }) =>
    succeed({ reviews: listReviews(archive, communiqueId) }),
  'annotation.settle-anchor': (request, context) =>
    settleAnchor(context.writer(), context, request),
  'annotation.list-conflicts': ({ communiqueId }, { archive }) =>
    succeed({ conflicts: listConflicts(archive, communiqueId) }),
  'annotation.settle-conflict': (request, context) =>
    settleConflict(context.writer(), context, request),
}
