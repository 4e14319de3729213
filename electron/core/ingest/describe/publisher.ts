import type { Evidence } from '../../../../shared/model/provenance.ts'
import { KNOWN_AGENCY } from '../rules/agency-pattern.ts'
import type { Structured } from '../reading.ts'
import { AGENCY_CLOSINGS } from '../rules/furniture.ts'
import { readDateLine } from '../text/date-line.ts'
import { linesFromSource } from '../text/lines.ts'
import { readWrapper } from '../text/wrapper.ts'
import { readOpeningDateline } from './opening-dateline.ts'
import { cleanValue, evidenceFromSpan, evidenceInLine, groupSpan } from './sources.ts'
import type { Candidate, Sources } from './sources.ts'

/** The agency that signs a dateline of the preamble: "… 2015 م واس". */
const SIGNED_DATELINE = new RegExp(
  String.raw`\d{4}(?: ?م)?[ ,،]*\(?(?<agency>${KNOWN_AGENCY})\)?(?!\p{L})`,
  'du',
)

/** The news agency a dateline is signed with; null when there is none. */
export function findAgency(sources: Sources): Candidate | null {
  const evidence =
    agencyOfPreamble(sources) ??
    agencyOfDateLine(sources) ??
    readOpeningDateline(sources)?.agency ??
    null
  if (evidence === null) return agencyOfClosing(sources)
  const value = cleanValue(evidence.quote)
  return { value, rule: 'agency-dateline', settlement: 'unconfirmed', evidence }
}

const CLOSINGS = Object.entries(AGENCY_CLOSINGS).map(
  ([name, pattern]) => [name, new RegExp(String.raw`${pattern}\s*$`, 'u')] as const,
)
const CLOSING_UNITS = 80

/** The agency that closes its wires in this way. */
function agencyOfClosing({ text }: Sources): Candidate | null {
  const from = Math.max(0, text.text.length - CLOSING_UNITS)
  for (const [value, expression] of CLOSINGS) {
    const match = expression.exec(text.text.slice(from))
    if (match === null) continue
    const start = from + match.index
    const evidence = evidenceFromSpan('text', text, start, start + match[0].trimEnd().length)
    return { value, rule: 'agency-closing', settlement: 'unconfirmed', evidence }
  }
  return null
}

function agencyOfPreamble({ preamble }: Sources): Evidence | null {
  const match = SIGNED_DATELINE.exec(preamble.text)
  const span = match === null ? null : groupSpan(match, 'agency')
  return span === null ? null : evidenceFromSpan('preamble', preamble, span[0], span[1])
}

/** An agency of no list, by its place at the end of a line of place and date. */
function agencyOfDateLine({ preamble: { source } }: Sources): Evidence | null {
  for (const line of linesFromSource(source, 0)) {
    const agency = readDateLine(line.text, false)?.agency ?? null
    if (agency !== null) return evidenceInLine('preamble', source, line, agency)
  }
  return null
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
