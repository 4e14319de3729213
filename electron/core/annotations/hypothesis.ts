import { z } from 'zod'
import type {
  AnnotationChange,
  AnnotationRevision,
  AnnotationTarget,
} from '../../../shared/model/annotation.ts'
import { fail, succeed } from '../../../shared/model/failure.ts'
import type { Outcome } from '../../../shared/model/failure.ts'
import { idFromAddress } from './address-id.ts'
import { placeQuotation } from './place-quotation.ts'
import type { Quotation } from './place-quotation.ts'
import { revisionFromChange } from './revisions.ts'
import type { DigestText } from './revisions.ts'
import type { AnnotatedVersion } from './web-annotation.ts'

/** What an import of a Hypothesis export would bring; nothing of the file is left unsaid. */
export interface HypothesisImport {
  /** Creation and last state of each annotation placed, to be merged like a colleague's. */
  readonly revisions: readonly AnnotationRevision[]
  /** Ids of those whose place is only proposed. */
  readonly proposedIds: readonly string[]
  readonly unmatched: readonly UnmatchedAnnotation[]
}

/** An annotation of the file that has no place in the archive, or that cannot be read. */
interface UnmatchedAnnotation {
  /** Place in the file, from 0. */
  readonly index: number
  readonly why: 'unreadable' | 'page-note' | 'passage-not-found' | 'parent-not-found'
  /** The words marked, empty where there are none. */
  readonly exact: string
}

/**
 * Reads a file exported by the Hypothesis client (`{export_date, annotations: […]}`): authors,
 * dates, replies, tags and ids are kept, ids as UUID version 5 and revisions as a function of the
 * file alone, so that importing twice or on two machines brings nothing twice. `versionsFor` names
 * the wordings a page may be. Fails with `input-refused` when the file is no such export.
 */
export function importHypothesis(
  file: unknown,
  versionsFor: (page: HypothesisPage) => readonly AnnotatedVersion[],
  digestText: DigestText,
): Outcome<HypothesisImport> {
  const parsed = exportSchema.safeParse(file)
  if (!parsed.success) {
    return fail({ kind: 'input-refused', at: parsed.error.issues[0]?.path.join('.') ?? '' })
  }
  const readings = parsed.data.annotations.map((item) => rowSchema.safeParse(item).data ?? null)
  const places = placesById(readings, versionsFor)
  const revisions: AnnotationRevision[] = []
  const proposedIds: string[] = []
  const unmatched: UnmatchedAnnotation[] = []
  for (const [index, row] of readings.entries()) {
    const place = row === null ? null : (places.get(row.references.at(0) ?? row.id) ?? null)
    if (row === null || place === null) {
      unmatched.push({ index, why: whyUnmatched(row), exact: row === null ? '' : exactOf(row) })
      continue
    }
    if (place.isProposed === true) proposedIds.push(idOf(row.id))
    revisions.push(...revisionsOf(row, place, digestText))
  }
  return succeed({ revisions, proposedIds, unmatched })
}

/** The page a Hypothesis annotation was made on. */
export interface HypothesisPage {
  readonly uri: string
  readonly title: string
  readonly exact: string
}

const selectorSchema = z.object({
  type: z.string(),
  exact: z.string().optional(),
  prefix: z.string().default(''),
  suffix: z.string().default(''),
  start: z.int().nonnegative().optional(),
})

const rowSchema = z.object({
  id: z.string().min(1),
  user: z.string(),
  created: z.string().transform(instantFrom),
  updated: z.string().transform(instantFrom),
  uri: z.string().default(''),
  text: z.string().max(100_000).default(''),
  tags: z.array(z.string().min(1).max(200)).max(100).default([]),
  references: z.array(z.string()).default([]),
  permissions: z.object({ read: z.array(z.string()) }).optional(),
  document: z.object({ title: z.array(z.string()).default([]) }).optional(),
  target: z.array(z.object({ selector: z.array(selectorSchema).default([]) })).default([]),
})

type Row = z.infer<typeof rowSchema>

const exportSchema = z.object({ annotations: z.array(z.unknown()) })

const LATEST_INSTANT = Date.UTC(10_000, 0)

/** Instants that do not parse make the row unreadable, which is said, rather than dated today. */
function instantFrom(text: string, context: z.RefinementCtx): string {
  const time = Date.parse(text)
  // Our instants have years of four digits and our clocks begin in 1970.
  if (time >= 0 && time < LATEST_INSTANT) return new Date(time).toISOString()
  context.addIssue({ code: 'custom', message: 'not an instant' })
  return z.NEVER
}

/** Where each annotation that marks a passage stands; a reply stands where its thread begins. */
function placesById(
  readings: readonly (Row | null)[],
  versionsFor: (page: HypothesisPage) => readonly AnnotatedVersion[],
): ReadonlyMap<string, AnnotationTarget> {
  const places = new Map<string, AnnotationTarget>()
  for (const row of readings) {
    if (row === null || row.references.length > 0 || exactOf(row) === '') continue
    const { uri, document } = row
    const page = { uri, title: document?.title[0] ?? '', exact: exactOf(row) }
    const place = bestPlace(row, versionsFor(page))
    if (place !== null) places.set(row.id, place)
  }
  return places
}

function bestPlace(row: Row, versions: readonly AnnotatedVersion[]): AnnotationTarget | null {
  const quotation = quotationOf(row)
  let proposed: AnnotationTarget | null = null
  for (const { communiqueId, text, digest: textDigest } of versions) {
    const placed = placeQuotation(text, quotation)
    if (placed === null) continue
    const target = { ...placed.selector, communiqueId, textDigest }
    if (placed.isCertain) return target
    const isVerbatim = target.exact === quotation.exact.trim()
    const isNearer = proposed === null || (isVerbatim && proposed.exact !== target.exact)
    if (isNearer) proposed = { ...target, isProposed: true }
  }
  return proposed
}

function quotationOf(row: Row): Quotation {
  const selectors = row.target.flatMap((target) => target.selector)
  const quote = selectors.find(({ exact }) => exact !== undefined)
  const position = selectors.find(({ type }) => type === 'TextPositionSelector')
  return {
    exact: quote?.exact ?? '',
    prefix: quote?.prefix ?? '',
    suffix: quote?.suffix ?? '',
    start: position?.start ?? null,
  }
}

const exactOf = (row: Row): string => quotationOf(row).exact

function whyUnmatched(row: Row | null): UnmatchedAnnotation['why'] {
  if (row === null) return 'unreadable'
  if (row.references.length > 0) return 'parent-not-found'
  return exactOf(row) === '' ? 'page-note' : 'passage-not-found'
}

/**
 * Two steps: what never changes, as of the creation, then the words as of the last update, so that
 * a later export of the same annotation adds a step beside the second and not another annotation.
 */
function revisionsOf(
  row: Row,
  target: AnnotationTarget,
  digestText: DigestText,
): readonly AnnotationRevision[] {
  const parent = row.references.at(-1)
  const isPublic = row.permissions?.read.some((reader) => reader.startsWith('group:')) ?? false
  const shared = { annotationId: idOf(row.id), undoes: null, by: row.user, device: 'hypothesis' }
  const [created, updated] = [Date.parse(row.created), Date.parse(row.updated)]
  const creation = revisionFromChange(
    {
      ...shared,
      parents: [],
      change: {
        kind: 'highlight',
        target,
        visibility: isPublic ? 'shareable' : 'private',
        ...(parent === undefined ? {} : { inReplyTo: idOf(parent) }),
      },
      clock: { ms: created, counter: 0 },
      at: row.created,
    },
    digestText,
  )
  const last = revisionFromChange(
    {
      ...shared,
      parents: [creation.id],
      change: wordsOf(row),
      clock: { ms: Math.max(created, updated), counter: 1 },
      at: row.updated,
    },
    digestText,
  )
  return [creation, last]
}

function wordsOf({ text, tags }: Row): AnnotationChange {
  const body = text.replaceAll(/\r\n?/gu, '\n')
  return {
    ...(body === '' ? {} : { kind: 'comment', body, bodyLanguage: languageOf(body) }),
    ...(tags.length === 0 ? {} : { addedTags: [...new Set(tags)].toSorted() }),
  }
}

const languageOf = (body: string): 'ar' | 'und' => (/\p{Script=Arabic}/u.test(body) ? 'ar' : 'und')

const idOf = (hypothesisId: string): string =>
  idFromAddress(`https://hypothes.is/a/${hypothesisId}`)
