import { z } from 'zod'
import type { AnnotationKind, AnnotationLink } from '../../../shared/model/annotation.ts'
import type { AuthorityKind } from '../../../shared/model/authority-record.ts'
import { placeQuotation } from './place-quotation.ts'
import { CLASSES } from './web-annotation.ts'
import type { AnnotatedVersion } from './web-annotation.ts'

/** How a target names its text: the source IRI and, where there is a state, the SHA-256. */
export interface NamedText {
  readonly source: string
  readonly digest: string | null
}

/** Looks a text up in the archive; null where it is not held. */
export type FindText = (named: NamedText) => AnnotatedVersion | null

interface WebBody {
  readonly source?: string | undefined
  readonly label?: string | undefined
  readonly state?: unknown
  readonly selector?: unknown
  readonly purpose: readonly string[]
}

/** What the bodies of an annotation lead to, and how many of them say so. */
export interface ReadLinks {
  readonly link: AnnotationLink | null
  readonly bodyCount: number
}

/** The kind of annotation that has such a link. */
export function kindOfLink(link: AnnotationLink): AnnotationKind {
  return link.to === 'communique' ? 'link' : 'mention'
}

/**
 * The link of an annotation written by `webAnnotationFromAnnotation`. A passage that is not found in
 * the linked text, or whose text is not held, leaves a link to the text as a whole.
 */
export function readLinks(bodies: readonly WebBody[], findText: FindText): ReadLinks {
  const classes = bodies.flatMap(({ source }) => authorityKindByClass.get(source ?? '') ?? [])
  const linking = bodies.filter(({ purpose }) => purpose.includes('linking'))
  const identifying = bodies.filter(({ purpose }) => purpose.includes('identifying'))
  const [named] = identifying
  const [kind] = classes
  if (identifying.length === 1 && named?.source && named.label && kind) {
    const authorityId = withoutPrefix(named.source, 'urn:uuid:')
    const link = { to: 'authority', authorityId, authorityKind: kind, name: named.label } as const
    return { link, bodyCount: 1 + classes.length }
  }
  const link = linking.length === 1 && linking[0] ? linkToText(linking[0], findText) : null
  return { link, bodyCount: link === null ? 0 : 1 }
}

const authorityKindByClass: ReadonlyMap<string, AuthorityKind> = new Map([
  [CLASSES.person, 'person'],
  [CLASSES['corporate-body'], 'corporate-body'],
  [CLASSES.place, 'place'],
  [CLASSES.instrument, 'instrument'],
])

function linkToText(
  { source, label, state, selector }: WebBody,
  findText: FindText,
): AnnotationLink | null {
  const digest = typeof state === 'string' ? digestFrom(state) : null
  if (source === undefined || digest === null) return null
  const text = findText({ source, digest })
  const quotation = quotationFrom(selector)
  const placed = text && quotation && placeQuotation(text.text, { ...quotation, start: null })
  return {
    to: 'communique',
    communiqueId: withoutPrefix(source, 'urn:uuid:'),
    textDigest: digest,
    title: label ?? '',
    passage: placed?.selector.exact === quotation?.exact ? (placed?.selector ?? null) : null,
  }
}

function quotationFrom(
  selector: unknown,
): { readonly exact: string; readonly prefix: string; readonly suffix: string } | null {
  const parsed = quotationSchema.safeParse(selector)
  return parsed.success ? parsed.data : null
}

const quotationSchema = z.object({
  type: z.literal('TextQuoteSelector'),
  exact: z.string().min(1),
  prefix: z.string().default(''),
  suffix: z.string().default(''),
})

/** The SHA-256 that an IRI of a wording states, or null. */
export function digestFrom(iri: string | undefined): string | null {
  return /^urn:sha256:(?<digest>[\da-f]{64})$/u.exec(iri ?? '')?.groups?.['digest'] ?? null
}

/** An IRI without the prefix that ours have; any other as it is. */
export function withoutPrefix(iri: string, prefix: string): string {
  return iri.startsWith(prefix) ? iri.slice(prefix.length) : iri
}
