import type { Communique } from '../../../../shared/model/communique.ts'
import type { Structured } from '../reading.ts'
import { linesFromSource } from '../text/lines.ts'
import { readNumberedTitle, readReferenceLine } from '../text/reference-line.ts'
import { readWrapper } from '../text/wrapper.ts'
import { cleanValue, evidenceInLine } from './sources.ts'
import type { Candidate, Sources } from './sources.ts'

const LEAD_UNITS = 3000

/** What a title or a header says a text is, most telling first. */
const KINDS_BY_HEAD: readonly (readonly [RegExp, Communique['kind']])[] = [
  [
    /(?:communiqué|déclaration|communique) (?:final )?(?:conjoint|commun)e?|joint (?:statement|communiqué|communique|declaration)|(?:بيان|بلاغ|إعلان|اعلان) (?:ختامي )?مشترك/iu,
    'joint-communique',
  ],
  [
    /communiqué de presse|press release|news release|for immediate release|بيان صحفي|بلاغ صحفي/iu,
    'press-release',
  ],
  [
    /^\s*(?:déclaration|allocution|discours|statement|remarks|address|speech|تصريح|كلمة|خطاب|(?:بيان|إعلان|اعلان)(?! (?:صحفي|مشترك|ختامي|رقم)))(?!\p{L})/iu,
    'declaration',
  ],
]

/** What a text is, read from its title, its header and the words of its lead. */
export function readKind(sources: Sources, hasAgency: boolean): Communique['kind'] {
  const head = `${sources.title}\n${sources.preamble.text}`
  const stated = KINDS_BY_HEAD.find(([pattern]) => pattern.test(head))
  if (stated !== undefined) return stated[1]
  if (hasAgency) return 'wire'
  const lead = `${head}\n${sources.text.text.slice(0, LEAD_UNITS)}`
  return /communiqué|conseil des ministres|communique|(?<!\p{L})(?:ال)?(?:بلاغ|بيان)(?!\p{L})|in a statement/iu.test(
    lead,
  )
    ? 'communique'
    : 'other'
}

/** How far a text without a header is read for a reference, in units. */
const HEAD_UNITS = 600

/** The reference the issuer printed on a line of its own, or that the structure states; else null. */
export function readReferenceCode(sources: Sources, structured: Structured): Candidate | null {
  const stated = structured.reference
  if (stated !== undefined) {
    const evidence = { part: 'metadata', start: null, end: null, quote: stated.quote } as const
    return { value: stated.value, rule: stated.rule, settlement: 'confirmed', evidence }
  }
  return referenceFromRecord(sources) ?? referenceFromLine(sources)
}

function referenceFromRecord(sources: Sources): Candidate | null {
  const preamble = sources.preamble.source
  const field = readWrapper(preamble)?.fields.find(
    ({ name }) => name === 'docno' || name === 'reference',
  )
  if (field === undefined || field.value.trim() === '') return null
  const { start, end } = field
  const evidence = { part: 'preamble', start, end, quote: preamble.slice(start, end) } as const
  return {
    value: cleanValue(field.value),
    rule: `field-${field.name}`,
    settlement: 'confirmed',
    evidence,
  }
}

function referenceFromLine(sources: Sources): Candidate | null {
  for (const part of ['preamble', 'text'] as const) {
    const { source } = sources[part]
    const end = source.indexOf('\n', HEAD_UNITS)
    for (const line of linesFromSource(end < 0 ? source : source.slice(0, end), 0)) {
      const span = readReferenceLine(line.text) ?? readNumberedTitle(line.text)?.code ?? null
      if (span === null) continue
      const evidence = evidenceInLine(part, source, line, span)
      const value = cleanValue(evidence.quote)
      return { value, rule: 'reference-line', settlement: 'unconfirmed', evidence }
    }
  }
  return null
}
