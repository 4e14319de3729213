import type { Annotation, AnnotationKind } from '../../../shared/model/annotation.ts'
import type { CommuniqueRecord, Paragraph } from '../../../shared/model/communique.ts'
import type { Direction, Language } from '../../../shared/model/language.ts'
import type { Digest, Instant } from '../../../shared/model/provenance.ts'
import {
  precisionFromDate,
  type CalendarDate,
  type DatePrecision,
  type DateRole,
  type StatedDate,
} from '../../../shared/model/stated-date.ts'

/** Languages the fixed words of an export are written in. */
export type LabelLanguage = Exclude<Language, 'und'>

/** A stretch of a paragraph in one language; the runs of a paragraph join to its exact text. */
interface PageRun {
  readonly text: string
  readonly language: Language
  readonly direction: Direction
}

/**
 * The part of an annotation that lies in one paragraph: half-open UTF-16 offsets into the joined
 * runs. `number` is that of its note, null for a bare highlight, which has none. `isFirst` is true in
 * the paragraph where the passage begins, `isLast` where it ends: the note's number is shown there.
 */
export interface PageMark {
  readonly annotationId: string
  readonly kind: AnnotationKind
  readonly start: number
  readonly end: number
  readonly number: number | null
  readonly isFirst: boolean
  readonly isLast: boolean
}

/** One paragraph of the page with its marks in the order of their start. */
export interface PageParagraph {
  readonly kind: Paragraph['kind']
  readonly language: Language
  readonly direction: Direction
  readonly runs: readonly PageRun[]
  readonly marks: readonly PageMark[]
}

/** A note on a passage. `isPlaced` is false when its quotation is not found where it points. */
export interface PageNote {
  readonly annotationId: string
  readonly number: number
  readonly kind: AnnotationKind
  readonly author: string
  readonly createdAt: Instant
  readonly text: string
  readonly language: Language
  readonly direction: Direction
  readonly tags: readonly string[]
  readonly quote: string
  readonly isPrivate: boolean
  readonly isPlaced: boolean
}

/** One date of the communiqué as it may be printed: never without its state of confirmation. */
export interface PageDate {
  readonly role: DateRole
  readonly value: CalendarDate
  readonly precision: DatePrecision
  readonly isConfirmed: boolean
  /** True when the source itself prints the date; false when it was worked out or typed in. */
  readonly isStated: boolean
}

/** A name with its state of confirmation. */
export interface PageName {
  readonly name: string
  readonly isConfirmed: boolean
}

/** Where the text comes from; `url` is null unless the origin is a web address. */
interface PageProvenance {
  readonly fileName: string
  readonly fileDigest: Digest
  readonly url: string | null
  readonly ingestedAt: Instant
}

/** One communiqué as every export shows it, whatever the file format. */
export interface PageModel {
  readonly communiqueId: string
  readonly kind: CommuniqueRecord['communique']['kind']
  readonly language: Language
  readonly direction: Direction
  readonly labelLanguage: LabelLanguage
  readonly title: string
  readonly referenceCode: string | null
  readonly issuer: PageName | null
  readonly publisher: PageName | null
  readonly place: string | null
  /** At most one date for each role. */
  readonly dates: readonly PageDate[]
  readonly paragraphs: readonly PageParagraph[]
  /** Numbered from 1 in the order of their passages; those without a passage come last. */
  readonly notes: readonly PageNote[]
  /** Highlights that stand in the text and say nothing, in the order of their passages. */
  readonly bare: readonly Omit<PageNote, 'number'>[]
  readonly provenance: PageProvenance
  readonly versionNumber: number
  readonly versionDigest: Digest
  readonly exportedAt: Instant
}

/** What the officer chose for one export. */
export interface PageChoices {
  readonly exportedAt: Instant
  readonly labelLanguage: LabelLanguage
  readonly includePrivate?: boolean
}

/**
 * Builds the page of one communiqué with the annotations given. Withdrawn annotations are left
 * out, and private ones too unless `includePrivate`. A passage is marked only where the text
 * still reads exactly as quoted; otherwise its note is kept without a place.
 */
export function pageFromRecord(
  { communique, version }: CommuniqueRecord,
  annotations: readonly Annotation[],
  choices: PageChoices,
): PageModel {
  const chosen = annotations
    .filter((a) => !a.withdrawn && (a.visibility === 'shareable' || choices.includePrivate))
    .map((annotation) => placed(annotation, version))
    .toSorted(byPassage)
  const numbered = withNumbers(chosen)
  return {
    communiqueId: communique.id,
    kind: communique.kind,
    language: version.language,
    direction: version.direction,
    labelLanguage: choices.labelLanguage,
    title: version.title,
    referenceCode: communique.referenceCode,
    issuer: nameFromReference(communique.issuer),
    publisher: nameFromReference(communique.publisher),
    place: communique.place,
    dates: datesFromStated(communique.dates),
    paragraphs: version.paragraphs.map((p) => paragraphFromVersion(p, version.text, numbered)),
    notes: numbered.flatMap((item) =>
      item.number === null ? [] : [{ ...noteFromAnnotation(item), number: item.number }],
    ),
    bare: numbered.filter(({ number }) => number === null).map(noteFromAnnotation),
    provenance: {
      fileName: version.source.name,
      fileDigest: version.source.digest,
      url: webAddress(version.source.origin),
      ingestedAt: version.source.ingestedAt,
    },
    versionNumber: version.number,
    versionDigest: version.digest,
    exportedAt: choices.exportedAt,
  }
}

interface PlacedAnnotation {
  readonly annotation: Annotation
  readonly isPlaced: boolean
  /** The paragraphs its passage begins and ends in, null when it has no place. */
  readonly first: Paragraph | null
  readonly last: Paragraph | null
}

interface NumberedAnnotation extends PlacedAnnotation {
  readonly number: number | null
}

function placed(annotation: Annotation, version: CommuniqueRecord['version']): PlacedAnnotation {
  const { target } = annotation
  const isVerbatim =
    target.versionId === version.id && version.text.slice(target.start, target.end) === target.exact
  const touched = isVerbatim
    ? version.paragraphs.filter((paragraph) => overlaps(annotation, paragraph))
    : []
  const [first = null, last = null] = [touched[0], touched.at(-1)]
  return { annotation, isPlaced: last !== null, first, last }
}

const overlaps = ({ target }: Annotation, { start, end }: Paragraph): boolean =>
  target.start < end && target.end > start

function byPassage(a: PlacedAnnotation, b: PlacedAnnotation): number {
  const [one, two] = [a.annotation, b.annotation]
  return (
    Number(b.isPlaced) - Number(a.isPlaced) ||
    one.target.start - two.target.start ||
    one.target.end - two.target.end ||
    byCodeUnit(one.createdAt, two.createdAt) ||
    byCodeUnit(one.id, two.id)
  )
}

const byCodeUnit = (a: string, b: string): number => Number(a > b) - Number(a < b)

/** A highlight without words or tags is its colour alone: it gets no number and no note. */
const isBare = ({ annotation: a, isPlaced }: PlacedAnnotation): boolean =>
  isPlaced && a.kind === 'highlight' && a.body.trim() === '' && a.tags.length === 0

function withNumbers(items: readonly PlacedAnnotation[]): readonly NumberedAnnotation[] {
  const noted = items.filter((item) => !isBare(item))
  return items.map((item) => {
    const index = noted.indexOf(item)
    return { ...item, number: index === -1 ? null : index + 1 }
  })
}

function noteFromAnnotation({ annotation, isPlaced }: PlacedAnnotation): Omit<PageNote, 'number'> {
  return {
    annotationId: annotation.id,
    kind: annotation.kind,
    author: annotation.createdBy,
    createdAt: annotation.createdAt,
    text: annotation.body,
    language: annotation.bodyLanguage,
    direction: annotation.bodyDirection,
    tags: annotation.tags,
    quote: annotation.target.exact,
    isPrivate: annotation.visibility === 'private',
    isPlaced,
  }
}

function paragraphFromVersion(
  paragraph: Paragraph,
  text: string,
  annotations: readonly NumberedAnnotation[],
): PageParagraph {
  const { kind, language, direction, start, end } = paragraph
  const runs = runsFromText(text.slice(start, end), language, direction)
  const marks = annotations
    .filter((item) => item.isPlaced && overlaps(item.annotation, paragraph))
    .map(({ annotation, number, first, last }) => ({
      annotationId: annotation.id,
      kind: annotation.kind,
      start: Math.max(annotation.target.start, start) - start,
      end: Math.min(annotation.target.end, end) - start,
      number,
      isFirst: first === paragraph,
      isLast: last === paragraph,
    }))
  return { kind, language, direction, runs, marks }
}

const ARABIC_PASSAGE = /\p{Script=Arabic}(?:[\p{Script=Arabic}\p{M}\s،؛؟]*\p{Script=Arabic})?/gu

/**
 * In a paragraph of another script, words in Arabic letters become runs of their own, so that
 * they are shaped, and read aloud, as Arabic. Other mixtures stay in the paragraph's language.
 */
function runsFromText(text: string, language: Language, direction: Direction): readonly PageRun[] {
  if (language === 'ar' || text === '') return [{ text, language, direction }]
  const runs: PageRun[] = []
  let from = 0
  for (const found of text.matchAll(ARABIC_PASSAGE)) {
    if (found.index > from) runs.push({ text: text.slice(from, found.index), language, direction })
    runs.push({ text: found[0], language: 'ar', direction: 'rtl' })
    from = found.index + found[0].length
  }
  if (from < text.length) runs.push({ text: text.slice(from), language, direction })
  return runs
}

/** The name to print for a body; null where there is none, or the officer said that it is not it. */
export function nameFromReference(
  reference: CommuniqueRecord['communique']['issuer'],
): PageName | null {
  if (reference === null || reference.settlement === 'rejected') return null
  return { name: reference.name, isConfirmed: reference.settlement === 'confirmed' }
}

const ROLES: readonly DateRole[] = ['published', 'signed', 'event', 'header']
const TRUST = { officer: 2, stated: 1, deduced: 0 } as const

function datesFromStated(dates: readonly StatedDate[]): readonly PageDate[] {
  return ROLES.flatMap((role) => {
    const best = dates
      .filter((date) => date.role === role && date.settlement !== 'rejected')
      .reduce<StatedDate | null>((a, b) => (a === null || isSurer(b, a) ? b : a), null)
    if (best === null) return []
    return [
      {
        role,
        value: best.value,
        precision: precisionFromDate(best.value),
        isConfirmed: best.settlement === 'confirmed',
        isStated: best.origin === 'stated',
      },
    ]
  })
}

function isSurer(a: StatedDate, b: StatedDate): boolean {
  const [one, two] = [a.settlement === 'confirmed', b.settlement === 'confirmed']
  return one === two ? TRUST[a.origin] > TRUST[b.origin] : one
}

function webAddress(origin: string | null): string | null {
  return origin !== null && /^https?:\/\/\S+$/u.test(origin) ? origin : null
}
