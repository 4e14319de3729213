import type { AnnotationLink, Selector } from '../../../shared/model/annotation.ts'
import type { Version } from '../../../shared/model/communique.ts'
import { indexCodePoints } from '../../../shared/text/code-points.ts'
import type { AnnotationProjection } from './fold-revisions.ts'

/** What of an annotation other programs can read; its history stays in the archive's own bundle. */
export type PortableAnnotation = Pick<
  AnnotationProjection,
  | 'id'
  | 'kind'
  | 'link'
  | 'body'
  | 'bodyLanguage'
  | 'tags'
  | 'inReplyTo'
  | 'createdBy'
  | 'createdAt'
  | 'modifiedAt'
> & { readonly target: Omit<Selector, 'versionId'> & { readonly isProposed?: boolean | undefined } }

/** The version an annotation stands on. */
export type AnnotatedVersion = Pick<Version, 'communiqueId' | 'text' | 'digest' | 'createdAt'>

/** A JSON value to be written out. */
export type JsonObject = { readonly [key: string]: JsonValue }
type JsonValue = string | number | boolean | null | JsonObject | readonly JsonValue[]

/**
 * The annotation as one JSON-LD object of the W3C Web Annotation Data Model (2017). Offsets become
 * code points (4.2.5), the wording is named by a TimeState (4.3.1) with its capture and SHA-256;
 * a commitment or quotation is a classifying body with a term of ours, and what a link or mention
 * leads to is a body of its own. Keys come in a fixed order.
 */
export function webAnnotationFromAnnotation(
  annotation: PortableAnnotation,
  version: AnnotatedVersion,
): JsonObject {
  const { id, kind, inReplyTo, createdBy, createdAt, modifiedAt } = annotation
  const bodies = bodiesOf(annotation)
  const passage = passageOf(annotation, version)
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `urn:uuid:${id}`,
    type: 'Annotation',
    motivation: inReplyTo === null ? MOTIVATIONS[kind] : ['replying', MOTIVATIONS[kind]],
    creator: { type: 'Person', name: createdBy },
    created: createdAt,
    modified: modifiedAt,
    generator: { type: 'Software', name: 'Fonds' },
    ...(bodies.length > 0 ? { body: bodies } : {}),
    target: inReplyTo === null ? passage : [`urn:uuid:${inReplyTo}`, passage],
  }
}

/** What each kind of mark is for, in the W3C's words. */
export const MOTIVATIONS = {
  highlight: 'highlighting',
  comment: 'commenting',
  question: 'questioning',
  commitment: 'classifying',
  quotation: 'bookmarking',
  link: 'linking',
  mention: 'identifying',
} as const

/** The classes of passage, and of what a passage names, that the W3C has no word for. */
export const CLASSES = {
  commitment: 'urn:fonds:vocab:commitment',
  quotation: 'urn:fonds:vocab:quotation',
  person: 'urn:fonds:vocab:person',
  'corporate-body': 'urn:fonds:vocab:corporate-body',
  place: 'urn:fonds:vocab:place',
  instrument: 'urn:fonds:vocab:instrument',
} as const

function bodiesOf(annotation: PortableAnnotation): readonly JsonObject[] {
  const { kind, body, bodyLanguage, tags } = annotation
  const purpose = kind === 'question' ? 'questioning' : 'commenting'
  const note = {
    type: 'TextualBody',
    value: body,
    format: 'text/plain',
    ...(bodyLanguage === 'und' ? {} : { language: bodyLanguage }),
    textDirection: bodyLanguage === 'ar' ? 'rtl' : 'ltr',
    purpose,
  }
  const classified = kind === 'commitment' || kind === 'quotation'
  return [
    ...(body === '' ? [] : [note]),
    ...(classified ? [classBody(kind)] : []),
    ...(annotation.link === null ? [] : linkBodies(annotation.link)),
    ...tags.map((value) => ({ type: 'TextualBody', value, purpose: 'tagging' })),
  ]
}

const classBody = (term: keyof typeof CLASSES): JsonObject => ({
  type: 'SpecificResource',
  source: CLASSES[term],
  purpose: 'classifying',
})

/**
 * The passage a link leads to is told by its words alone: they are enough to find it again. Its
 * wording is named by the IRI of a state, for a TimeState would need the day of its capture.
 */
function linkBodies(link: AnnotationLink): readonly JsonObject[] {
  const type = 'SpecificResource'
  if (link.to === 'authority') {
    const source = `urn:uuid:${link.authorityId}`
    const named = { type, source, label: link.name, purpose: 'identifying' }
    return [named, classBody(link.authorityKind)]
  }
  const { communiqueId, textDigest, title, passage } = link
  return [
    {
      type,
      source: `urn:uuid:${communiqueId}`,
      label: title,
      purpose: 'linking',
      state: `urn:sha256:${textDigest}`,
      ...(passage === null
        ? {}
        : {
            selector: {
              type: 'TextQuoteSelector',
              exact: passage.exact,
              prefix: passage.prefix,
              suffix: passage.suffix,
            },
          }),
    },
  ]
}

function passageOf({ target }: PortableAnnotation, version: AnnotatedVersion): JsonObject {
  const points = indexCodePoints(version.text)
  return {
    type: 'SpecificResource',
    source: `urn:uuid:${version.communiqueId}`,
    state: {
      type: 'TimeState',
      sourceDate: version.createdAt,
      cached: `urn:sha256:${version.digest}`,
    },
    selector: [
      {
        type: 'TextQuoteSelector',
        exact: target.exact,
        prefix: target.prefix,
        suffix: target.suffix,
      },
      {
        type: 'TextPositionSelector',
        start: points.codePointFromOffset(target.start),
        end: points.codePointFromOffset(target.end),
      },
    ],
  }
}
