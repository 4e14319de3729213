import type {
  AnnotationChange,
  AnnotationRevision,
  Visibility,
} from '../../../shared/model/annotation.ts'
import { idFromAddress } from './address-id.ts'
import type { ReadWebAnnotation } from './read-web-annotation.ts'
import { revisionFromChange, type DigestText } from './revisions.ts'

/** Stands for the machine in revisions that come from a W3C file. */
export const WEB_DEVICE = 'web-annotation'

/**
 * The steps of an annotation that came without its history: what never changes, as of its creation,
 * then its words as of its last change. A function of the file and the text alone, so that importing
 * twice or on two machines brings nothing twice.
 */
export function revisionsFromWebAnnotation(
  annotation: ReadWebAnnotation['annotation'],
  visibility: Visibility,
  digestText: DigestText,
): readonly AnnotationRevision[] {
  const { kind, link, target, inReplyTo, createdBy, createdAt, modifiedAt } = annotation
  const [created, modified] = [createdAt, modifiedAt].map((at) => Math.max(0, Date.parse(at)))
  const shared = {
    annotationId: idFrom(annotation.id),
    undoes: null,
    by: createdBy,
    device: WEB_DEVICE,
  }
  const creation = revisionFromChange(
    {
      ...shared,
      parents: [],
      change: {
        kind,
        target,
        visibility,
        ...(link === null ? {} : { link }),
        ...(inReplyTo === null ? {} : { inReplyTo: idFrom(inReplyTo) }),
      },
      clock: { ms: created ?? 0, counter: 0 },
      at: createdAt,
    },
    digestText,
  )
  const change = wordsOf(annotation)
  if (Object.keys(change).length === 0 && modifiedAt === createdAt) return [creation]
  const words = revisionFromChange(
    {
      ...shared,
      parents: [creation.id],
      change,
      clock: { ms: Math.max(created ?? 0, modified ?? 0), counter: 1 },
      at: modifiedAt,
    },
    digestText,
  )
  return [creation, words]
}

function wordsOf({ body, bodyLanguage, tags }: ReadWebAnnotation['annotation']): AnnotationChange {
  return {
    ...(body === '' ? {} : { body, bodyLanguage }),
    ...(tags.length === 0 ? {} : { addedTags: [...tags] }),
  }
}

/** Our ids are UUIDs; any other address becomes one. */
function idFrom(id: string): string {
  return /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u.test(id) ? id : idFromAddress(id)
}
