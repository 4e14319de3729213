import { BARE_BODY_HEADS, BODY_HEADS, JOINT_HEADS, NAMED_BODIES } from '../rules/issuers.ts'
import { patternFromWords } from '../rules/word-pattern.ts'
import { constructLength } from './arabic-idafa.ts'
import { issuerFromHeader } from './header-issuer.ts'
import { ISSUER_PATTERNS, LEAD_SUBJECTS } from './issuer-patterns.ts'
import type { IssuerPattern } from './issuer-patterns.ts'
import { proposeLegislators } from './legislator.ts'
import { foldForReading } from '../text/reading-copy.ts'
import type { Structured } from '../reading.ts'
import { candidateFromSpan, cleanValue, groupSpan } from './sources.ts'
import type { Candidate, Sources } from './sources.ts'

/** How far a text is read for the words that name its issuer; a wire only in its lead. */
const READ_UNITS = 8000
const WIRE_LEAD_UNITS = 500

/**
 * Proposes who speaks, the first named first: the bodies whose communiqué a text quotes or is ("indique un communiqué
 * du ministère …", "بلاغ صادر عن …", "the ministry said"), else the authority that acts in the
 * lead, else the one printed above the text. A wire that names none is its agency's own. Empty when no rule matches.
 */
export function proposeIssuers(sources: Sources, agency: Candidate | null): readonly Candidate[] {
  const patterns = sources.language === 'und' ? [] : ISSUER_PATTERNS[sources.language]
  const titled = agency === null ? issuerFromHeader(sources, isTitleOfStatement) : null
  const readable = patterns.filter(({ isQuotation }) => agency === null || isQuotation === true)
  const spoken = firstSpoken(sources, readable, agency === null)
  // The text may name in full the body that its title names in short.
  const above = titled ?? (agency === null ? letterheadOf(sources) : null)
  if (above !== null && !isLonger(spoken[0], above)) return [above]
  if (spoken.length > 0) return spoken
  const other = issuerFromHeader(sources) ?? agency ?? leadSubject(sources)
  return other === null ? proposeLegislators(sources) : [other]
}

function firstSpoken(
  sources: Sources,
  patterns: readonly IssuerPattern[],
  isOwnText: boolean,
): readonly Candidate[] {
  for (const pattern of patterns) {
    const limit = isOwnText ? (pattern.within ?? READ_UNITS) : WIRE_LEAD_UNITS
    const found = firstBodies(sources, pattern, limit)
    if (found.length > 0) return found
  }
  return []
}

/** The name of a body and nothing else on the very first line. */
function letterheadOf(sources: Sources): Candidate | null {
  const named = issuerFromHeader(sources, (rule) => rule.endsWith('-header-body'))
  const { part, start } = named?.evidence ?? {}
  const before = part === 'text' ? sources.preamble.source : ''
  const own = part === 'text' ? sources.text.source : sources.preamble.source
  return named !== null && !/\p{L}/u.test(before + own.slice(0, start ?? 0)) ? named : null
}

const isLonger = (named: Candidate | undefined, titled: Candidate): boolean =>
  named?.value.toLowerCase().startsWith(titled.value.toLowerCase()) === true

/** The body that does what the very first sentence tells, where none is said to speak. */
function leadSubject(sources: Sources): Candidate | null {
  if (sources.language === 'und') return null
  const expression = LEAD_SUBJECTS[sources.language]
  return (
    firstBodies(sources, { rule: `${sources.language}-lead-subject`, expression }, 300)[0] ?? null
  )
}

/** A title that says whose statement the text is leaves no question. */
const isTitleOfStatement = (rule: string): boolean =>
  /-title-(?:communique-of|statement-by|statement-of)$/u.test(rule)

function firstBodies(
  sources: Sources,
  pattern: IssuerPattern,
  limit: number,
): readonly Candidate[] {
  for (const match of sources.text.text.slice(0, limit).matchAll(pattern.expression)) {
    const named = groupSpan(match, 'body') ?? groupSpan(match, 'acting')
    const voice = match.groups?.['body'] ?? match.groups?.['acting'] ?? ''
    if (named === null) continue
    const spokesman = SPOKESMAN.exec(voice)?.[0].length ?? 0
    const words = voice.slice(spokesman)
    const from = named[0] + spokesman
    const spans = splitBodies(words).filter(([start, end]) => !isBareHead(words.slice(start, end)))
    if (spans.length === 0) continue
    return spans.map(([start, end]) => {
      const candidate = candidateFromSpan(sources, pattern.rule, [from + start, from + end])
      return { ...candidate, value: (pattern.name ?? identity)(candidate.value) }
    })
  }
  return []
}

/** A spokesman speaks for another: "le porte-parole du Quai d'Orsay". */
const SPOKESMAN = new RegExp(
  String.raw`^porte-parole (?:adjointe? |officiel(?:le)? )?(?:du |de la |de l'|des )(?=(?:${patternFromWords([...BODY_HEADS.fr, ...NAMED_BODIES.fr])})(?!\p{L}))`,
  'iu',
)

const AR_FIRST = /^\p{Script=Arabic}/u

/** What joins two bodies that speak together: "et le ministère", "and the Department", "ووزارة". */
const JOINT = new RegExp(
  String.raw` (?:et|ainsi que) (?:le |la |l'|du |de la |de l')(?=(?:${patternFromWords(JOINT_HEADS.fr)})(?!\p{L}))| and (?:the )?(?=(?:\p{Lu}\p{L}+ )?(?:${patternFromWords(JOINT_HEADS.en)}) (?:of|for) )| and the (?=(?:\p{Lu}\p{L}+ ){1,2}(?:Commission|Council|Agency|Authority|Bank|Union|Secretariat)(?!\p{L}))| و(?=(?:${patternFromWords(JOINT_HEADS.ar)})(?!\p{L}))`,
  'gu',
)

/** Offsets of each body of a name that joins several. */
function splitBodies(words: string): readonly (readonly [number, number])[] {
  const joints = [...words.matchAll(JOINT)]
  return [...joints, null].map((joint, at) => {
    const before = joints[at - 1]
    const start = before === undefined ? 0 : before.index + before[0].length
    const body = words.slice(start, joint?.index)
    const length = AR_FIRST.test(body) ? constructLength(body) : body.length
    return [start, start + length] as const
  })
}

/** The issuer a mail or a page states of itself. */
export function issuerFromStructure(structured: Structured): Candidate | null {
  const { issuer } = structured
  if (issuer === undefined) return null
  const evidence = { part: 'metadata', start: null, end: null, quote: issuer.quote } as const
  return { value: cleanValue(issuer.value), rule: issuer.rule, settlement: 'confirmed', evidence }
}

const identity = (name: string): string => name

/** "le ministère" or "الوزارة" alone names no body; the presidency or the government does. */
const isBareHead = (body: string): boolean => BARE_HEADS.has(body.trim().toLowerCase())

const BARE_HEADS: ReadonlySet<string> = new Set(BARE_BODY_HEADS.map(foldForReading))
