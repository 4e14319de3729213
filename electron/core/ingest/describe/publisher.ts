import { AGENCIES } from '../rules/furniture.ts'
import { patternFromWords } from '../rules/word-pattern.ts'
import type { Structured } from '../reading.ts'
import { readWrapper } from '../text/wrapper.ts'
import { readOpeningDateline } from './opening-dateline.ts'
import { cleanValue, evidenceFromSpan, groupSpan } from './sources.ts'
import type { Candidate, Sources } from './sources.ts'

const AGENCY = patternFromWords(Object.keys(AGENCIES))
/** The agency that signs a dateline of the preamble: "… 2015 م واس". */
const SIGNED_DATELINE = new RegExp(
  String.raw`\d{4}(?: ?م)?[ ,،]*\(?(?<agency>${AGENCY})\)?(?!\p{L})`,
  'du',
)

/** The news agency a dateline is signed with; null when there is none. */
export function findAgency(sources: Sources): Candidate | null {
  const match = SIGNED_DATELINE.exec(sources.preamble.text)
  const span = match === null ? null : groupSpan(match, 'agency')
  const evidence =
    span === null
      ? (readOpeningDateline(sources)?.agency ?? null)
      : evidenceFromSpan('preamble', sources.preamble, span[0], span[1])
  if (evidence === null) return null
  const value = cleanValue(evidence.quote)
  return { value, rule: 'agency-dateline', settlement: 'unconfirmed', evidence }
}

/** The publisher a page or feed states of itself. */
export function publisherFromStructure(structured: Structured): Candidate | null {
  const { publisher } = structured
  if (publisher === undefined) return null
  const evidence = { part: 'metadata', start: null, end: null, quote: publisher.quote } as const
  return {
    value: cleanValue(publisher.value),
    rule: publisher.rule,
    settlement: 'confirmed',
    evidence,
  }
}

/** The source field of a tagged record. */
export function publisherFromRecord(sources: Sources): Candidate | null {
  const preamble = sources.preamble.source
  const field = readWrapper(preamble)?.fields.find(
    ({ name, value }) =>
      (name === 'src' || name === 'source' || name === 'publisher') && value !== '',
  )
  if (field === undefined) return null
  const { start, end } = field
  const evidence = { part: 'preamble', start, end, quote: preamble.slice(start, end) } as const
  return {
    value: cleanValue(field.value),
    rule: `field-${field.name}`,
    settlement: 'confirmed',
    evidence,
  }
}
