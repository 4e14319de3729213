import type { Paragraph } from '../../../../shared/model/communique.ts'
import type { Language } from '../../../../shared/model/language.ts'
import type { Evidence } from '../../../../shared/model/provenance.ts'
import type { CalendarDate } from '../../../../shared/model/stated-date.ts'
import type { Structured } from '../reading.ts'
import { readingCopyFromText } from '../text/reading-copy.ts'
import type { DescribedDate, Description, DescriptionWarning, Publication } from './description.ts'
import { proposeEventDate } from './event-date.ts'
import { issuerFromStructure, proposeIssuers } from './issuer.ts'
import { findAgency, publisherFromRecord, publisherFromStructure } from './publisher.ts'
import { findCountries } from './countries.ts'
import { findInstruments } from './instruments.ts'
import { readKind, readReferenceCode } from './kind.ts'
import { findPersons } from './persons.ts'
import { proposeEventPlace } from './place.ts'
import { readNumberedDay, readPublication } from './publication.ts'
import { readSignedDate } from './signed-date.ts'
import { cleanValue } from './sources.ts'
import type { Candidate, Sources } from './sources.ts'

/** A text to describe, with what the structure it came in states of it. */
export type DescribeInput = {
  readonly preamble: string
  readonly title: string
  readonly text: string
  readonly paragraphs: readonly Paragraph[]
  readonly language: Language
  readonly fileName: string
  readonly structured?: Structured
}

/** A longer text is described by its beginning, which says what it is. */
const READ_UNITS = 200_000

/** Describes a text by rules alone: pure, offline, every value with its rule and its words. */
export function describe(input: DescribeInput): Description {
  const sources: Sources = {
    preamble: readingCopyFromText(input.preamble),
    text: readingCopyFromText(input.text.slice(0, READ_UNITS)),
    title: input.title,
    paragraphs: input.paragraphs,
    language: input.language,
  }
  const structured = input.structured ?? {}
  const publication = readPublication(sources, structured, input.fileName)
  const published = publication.readings.find(({ value }) => value !== null) ?? null
  const dateline = publication.place === null ? [] : [placeFromEvidence(publication.place)]
  const event = proposeEventDate(sources, dayOf(published))
  const persons = findPersons(sources)
  const place = proposeEventPlace(sources, { event, persons })
  const agency = findAgency(sources)
  const publisher = publisherFromStructure(structured) ?? agency ?? publisherFromRecord(sources)
  const stated = issuerFromStructure(structured)
  const issuers = stated === null ? proposeIssuers(sources, agency) : [stated]
  return {
    kind: readKind(sources, agency !== null),
    referenceCode: readReferenceCode(sources, structured),
    dates: [
      publication.header,
      published === null ? null : dateFromPublication(published),
      event,
      readSignedDate(sources) ?? signedFromTitle(sources, published),
    ].filter((date) => date !== null),
    issuer: issuers[0] ?? null,
    issuers,
    publisher,
    places: [...dateline, ...(place === null ? [] : [place])],
    persons,
    countries: findCountries(sources),
    instruments: findInstruments(sources),
    warnings: warningsOf(publication.readings),
  }
}

/** The day a numbered communiqué bears, where the text came out on another or says so elsewhere. */
function signedFromTitle(sources: Sources, published: Publication | null): DescribedDate | null {
  const numbered = published?.rule === 'numbered-title' ? null : readNumberedDay(sources)
  return numbered === null ? null : { ...dateFromPublication(numbered), role: 'signed' }
}

const dayOf = (published: Publication | null): CalendarDate | null =>
  published?.value?.length === 10 ? published.value : null

const placeFromEvidence = (evidence: Evidence): Candidate => ({
  value: cleanValue(evidence.quote),
  rule: 'dateline-place',
  settlement: 'unconfirmed',
  evidence,
})

/** Rules whose day is not printed in full. */
const DEDUCING_RULES: ReadonlySet<string> = new Set([
  'file-name',
  'opening-dateline-year',
  'title-day',
])

function dateFromPublication(published: Publication): DescribedDate {
  const isStated = !DEDUCING_RULES.has(published.rule)
  return {
    role: 'published',
    value: published.value ?? '',
    origin: isStated ? 'stated' : 'deduced',
    settlement: isStated && published.doubt === null ? 'confirmed' : 'unconfirmed',
    rule: published.rule,
    relativeTo: null,
    evidence: published.evidence,
  }
}

const WARNING_BY_DOUBT = {
  impossible: 'date-impossible',
  ambiguous: 'date-ambiguous',
  'two-digit-year': 'year-two-digits',
  'weekday-mismatch': 'weekday-disagrees',
  'glued-digits': 'digits-glued',
} as const

function warningsOf(readings: readonly Publication[]): readonly DescriptionWarning[] {
  const doubts = readings.flatMap(({ doubt, evidence }): readonly DescriptionWarning[] =>
    doubt === null || doubt === 'unresolved' ? [] : [{ kind: WARNING_BY_DOUBT[doubt], evidence }],
  )
  const first = readings.find(({ value }) => value !== null)?.value ?? ''
  const other = readings.find(({ value }) => value !== null && !agree(value, first))
  return other === undefined
    ? doubts
    : [...doubts, { kind: 'publication-dates-disagree', evidence: other.evidence }]
}

/** A month and a day of it agree. */
const agree = (first: CalendarDate, second: CalendarDate): boolean =>
  first.startsWith(second) || second.startsWith(first)
