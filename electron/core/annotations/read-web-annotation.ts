import { z } from 'zod'
import type { AnnotationKind, AnnotationTarget } from '../../../shared/model/annotation.ts'
import { fail, succeed } from '../../../shared/model/failure.ts'
import type { Failure, Outcome } from '../../../shared/model/failure.ts'
import { languageSchema } from '../../../shared/model/language.ts'
import type { Span } from '../../../shared/text/anchor.ts'
import { indexCodePoints } from '../../../shared/text/code-points.ts'
import { digestFrom, kindOfLink, readLinks, withoutPrefix, type FindText } from './read-web-link.ts'
import { placeQuotation } from './place-quotation.ts'
import { CLASSES, MOTIVATIONS } from './web-annotation.ts'
import type { AnnotatedVersion, PortableAnnotation } from './web-annotation.ts'

/** An annotation read from JSON-LD, on the wording it was found to stand on. */
export interface ReadWebAnnotation {
  readonly annotation: PortableAnnotation & { readonly target: AnnotationTarget }
  readonly version: AnnotatedVersion
}

/**
 * Reads one W3C annotation whose target is a quoted passage of a text the archive holds; `findText`
 * looks it up. A place is taken as it is only where quotation and position agree on the very text;
 * all else is proposed. Bodies other than plain text, tags and our classes are refused as a whole.
 * Failures: `input-refused` with the first field that does not fit, `not-found` for text or passage.
 */
export function readWebAnnotation(json: unknown, findText: FindText): Outcome<ReadWebAnnotation> {
  const parsed = webAnnotationSchema.safeParse(json)
  if (!parsed.success) return refuse(parsed.error.issues[0]?.path.join('.') ?? '')
  const { id, target, creator, created, modified } = parsed.data
  const passage = target.find((item) => typeof item !== 'string')
  if (passage === undefined) return refuse('target')
  const named = { source: passage.source, digest: digestFrom(passage.state?.cached) }
  const version = findText(named)
  if (version === null) return notFound('text', named.source)
  const place = placePassage(passage, version)
  if (place === null) return notFound('passage', id)
  const content = contentFrom(parsed.data, findText)
  if (content === null) return refuse('body')
  const createdAt = instantFrom(created) ?? version.createdAt
  const replied = target.find((item) => typeof item === 'string')
  return succeed({
    version,
    annotation: {
      ...content,
      id: withoutPrefix(id, 'urn:uuid:'),
      target: place,
      inReplyTo: replied === undefined ? null : withoutPrefix(replied, 'urn:uuid:'),
      createdBy: nameFrom(creator),
      createdAt,
      modifiedAt: instantFrom(modified) ?? createdAt,
    },
  })
}

const oneOrMore = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(item),
  )

const bodySchema = z.union([
  z.string(),
  z.object({
    value: z.string().max(100_000).optional(),
    source: z.string().optional(),
    label: z.string().max(10_000).optional(),
    state: z.unknown().optional(),
    selector: z.unknown().optional(),
    format: z.string().optional(),
    language: z.string().optional(),
    purpose: oneOrMore(z.string()),
  }),
])

const selectorSchema = z.union([
  z.object({
    type: z.literal('TextQuoteSelector'),
    exact: z.string().min(1),
    prefix: z.string().default(''),
    suffix: z.string().default(''),
  }),
  z.object({
    type: z.literal('TextPositionSelector'),
    start: z.int().nonnegative(),
    end: z.int().nonnegative(),
  }),
  z.object({ type: z.string() }),
])

const passageSchema = z.object({
  source: z.string(),
  state: z.object({ cached: z.string().optional() }).optional(),
  selector: oneOrMore(selectorSchema),
})

const webAnnotationSchema = z.object({
  id: z.string().min(1),
  type: oneOrMore(z.string()).refine((types) => types.includes('Annotation')),
  motivation: oneOrMore(z.string()),
  creator: oneOrMore(
    z.union([z.string(), z.object({ id: z.string().optional(), name: z.string().optional() })]),
  ),
  created: z.string().optional(),
  modified: z.string().optional(),
  body: oneOrMore(bodySchema),
  bodyValue: z.string().max(100_000).optional(),
  target: oneOrMore(z.union([z.string(), passageSchema])),
})

type WebAnnotation = z.infer<typeof webAnnotationSchema>

type Passage = z.infer<typeof passageSchema>

const refuse = (at: string): { readonly ok: false; readonly failure: Failure } =>
  fail({ kind: 'input-refused', at })

const notFound = (what: string, id: string): { readonly ok: false; readonly failure: Failure } =>
  fail({ kind: 'not-found', what, id })

type Content = Pick<PortableAnnotation, 'kind' | 'link' | 'body' | 'bodyLanguage' | 'tags'>

/** Null when a body says what an annotation of ours cannot hold. */
function contentFrom(
  { body, bodyValue, motivation }: WebAnnotation,
  findText: FindText,
): Content | null {
  const bodies = body.filter((item) => typeof item !== 'string')
  const classes = bodies.flatMap(({ source }) => kindByClass.get(source ?? '') ?? [])
  const led = readLinks(bodies, findText)
  const texts = bodies.flatMap(({ value, format = 'text/plain', ...rest }) =>
    value === undefined || format !== 'text/plain' ? [] : [{ value, ...rest }],
  )
  if (classes.length + led.bodyCount + texts.length < body.length) return null
  const tags = new Set(
    texts.filter(({ purpose }) => purpose.includes('tagging')).map(({ value }) => value),
  )
  if (!tagsSchema.safeParse([...tags]).success) return null
  const notes = texts.filter(({ purpose }) => !purpose.includes('tagging'))
  const values = [
    ...(bodyValue === undefined ? [] : [bodyValue]),
    ...notes.map(({ value }) => value),
  ]
  const note = values.join('\n\n').replaceAll(/\r\n?/gu, '\n')
  const language = notes.at(-1)?.language?.slice(0, 2)
  return {
    kind: led.link ? kindOfLink(led.link) : (classes[0] ?? kindFrom(motivation, note)),
    link: led.link,
    body: note,
    bodyLanguage: languageSchema.catch('und').parse(language),
    tags: [...tags],
  }
}

const tagsSchema = z.array(z.string().min(1).max(200)).max(100)

const kindByClass: ReadonlyMap<string, AnnotationKind> = new Map([
  [CLASSES.commitment, 'commitment'],
  [CLASSES.quotation, 'quotation'],
])

function kindFrom(motivation: readonly string[], note: string): AnnotationKind {
  const kinds = ['question', 'comment', 'highlight'] as const
  const stated = kinds.find((kind) => motivation.includes(MOTIVATIONS[kind]))
  return stated ?? (note === '' ? 'highlight' : 'comment')
}

function placePassage(passage: Passage, version: AnnotatedVersion): AnnotationTarget | null {
  const points = indexCodePoints(version.text)
  let [exact, prefix, suffix] = ['', '', '']
  let span: Span | null = null
  for (const selector of passage.selector) {
    if ('exact' in selector) ({ exact, prefix, suffix } = selector)
    else if ('start' in selector) {
      span = {
        start: points.offsetFromCodePoint(selector.start),
        end: points.offsetFromCodePoint(selector.end),
      }
    }
  }
  const agrees = span !== null && span.end - span.start === exact.length
  const quotation = { exact, prefix, suffix, start: span !== null && agrees ? span.start : null }
  const placed = placeQuotation(version.text, quotation)
  return (
    placed && {
      ...placed.selector,
      communiqueId: version.communiqueId,
      textDigest: version.digest,
      ...(placed.isCertain ? {} : { isProposed: true }),
    }
  )
}

function nameFrom(creator: WebAnnotation['creator']): string {
  const [first] = creator
  return typeof first === 'string' ? first : (first?.name ?? first?.id ?? '')
}

function instantFrom(text: string | undefined): string | null {
  const time = Date.parse(text ?? '')
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}
