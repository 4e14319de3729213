import {
  BODY_HEADS,
  HEADLINE_VERBS,
  ISSUER_LABELS,
  JOINT_HEADS,
  NAMED_BODIES,
  STATEMENT_WORDS,
} from '../rules/issuers.ts'
import { patternFromWords, patternInAnyCase } from '../rules/word-pattern.ts'
import { linesFromSource } from '../text/lines.ts'
import type { SourceLine } from '../text/lines.ts'
import { readWrapper } from '../text/wrapper.ts'
import { readingCopyFromText, spanInSource } from '../text/reading-copy.ts'
import { constructLength } from './arabic-idafa.ts'
import { cleanValue, evidenceInLine } from './sources.ts'
import type { Candidate, Sources } from './sources.ts'

/** So many lines of the text are read after those above it. */
const HEAD_LINES = 3
const LONGEST_LINE = 200
const LONGEST_NAME = 110

/**
 * Proposes the issuer a text prints above its first sentence: a line that is the name of a body
 * and nothing else, a title that says whose communiqué it is ("Communiqué du ministère …",
 * "Statement by the Ministry …", "بلاغ من وزارة …"), or a title spoken by a body ("Ministère … :").
 */
export function issuerFromHeader(
  sources: Sources,
  isAsked: (rule: string) => boolean = () => true,
): Candidate | null {
  if (sources.language === 'und') return null
  const titled = bodyOfTitle(sources, isAsked)
  if (titled !== null) return titled
  for (const part of ['preamble', 'text'] as const) {
    const { source } = sources[part]
    for (const line of headLines(part, source)) {
      const named = line.text.length > LONGEST_LINE ? null : bodyOfLine(line.text, sources.language)
      if (named === null || !isAsked(named.rule)) continue
      const evidence = evidenceInLine(part, source, line, named.span)
      const value = cleanValue(evidence.quote)
      return { value, rule: named.rule, settlement: 'unconfirmed', evidence }
    }
  }
  return null
}

function headLines(part: 'preamble' | 'text', source: string): readonly SourceLine[] {
  const from = part === 'preamble' ? (readWrapper(source)?.bodyStart ?? 0) : 0
  const lines = linesFromSource(source.slice(0, 3000), from).filter(({ text }) => text !== '')
  return part === 'text' ? lines.slice(0, HEAD_LINES) : lines
}

/** The title of a front matter is a value among others: it is read as the line it is. */
function bodyOfTitle(
  { preamble: { source }, title, language }: Sources,
  isAsked: (rule: string) => boolean,
): Candidate | null {
  const start = title === '' ? -1 : source.indexOf(title)
  if (start < 0 || language === 'und' || title.length > LONGEST_LINE) return null
  const named = bodyOfLine(title, language)
  if (named === null || !isAsked(named.rule)) return null
  const evidence = evidenceInLine('preamble', source, { start }, named.span)
  return {
    value: cleanValue(evidence.quote),
    rule: named.rule,
    settlement: 'unconfirmed',
    evidence,
  }
}

interface NamedBody {
  readonly rule: string
  readonly span: { readonly start: number; readonly end: number }
}

function bodyOfLine(line: string, language: 'fr' | 'ar' | 'en'): NamedBody | null {
  const copy = readingCopyFromText(line)
  const words = language === 'en' ? withoutCapitals(copy.text) : copy.text
  for (const { rule, expression } of HEADER_PATTERNS[language]) {
    const span = expression.exec(words)?.indices?.groups?.['body']
    if (span !== undefined && isNamedInFull(copy.text.slice(...span)))
      return { rule, span: spanInSource(copy, ...span) }
  }
  return null
}

const NAMED: ReadonlySet<string> = new Set([...NAMED_BODIES.en, ...NAMED_BODIES.fr])

/** A line in capitals as it would be written otherwise: "THE WHITE HOUSE" as "The White House". */
function withoutCapitals(line: string): string {
  if (/\p{Ll}/u.test(line)) return line
  const written = line.replace(/\p{Lu}[\p{L}']*/gu, (word, at: number) =>
    at > 0 && SMALL.has(word) ? word.toLowerCase() : word.charAt(0) + word.slice(1).toLowerCase(),
  )
  return written.length === line.length ? written : line
}

const SMALL: ReadonlySet<string> = new Set(['OF', 'FOR', 'AND', 'THE', 'TO', 'IN', 'BY', 'ON'])

const isNamedInFull = (name: string): boolean =>
  name.length <= LONGEST_NAME &&
  !readsAsSentence(name) &&
  !readsAsArabicSentence(name) &&
  (name.includes(' ') || NAMED.has(name) || /^(?:ال)?رئاس|^[Pp](?:ré|re)siden/u.test(name))

/** An article that follows neither "de" nor "et" has a verb before it: "Parlement … encourage l'Arménie". */
const readsAsSentence = (name: string): boolean =>
  /(?<!(?<!\p{L})(?:de|du|des|et|à|pour|par|sur|sous|dans|chez|vers|contre|toute?s?|ou|ni)|,) (?:l'|(?:le|la|les|un|une|son|sa|ses|leurs?|ces?|cette|aux?|qu'\p{L}+|que) )\p{L}/iu.test(
    name,
  ) || ENGLISH_VERB.test(name)

/** "مجلس الأمن يبحث الوضع": the name is over before the line is. */
const readsAsArabicSentence = (name: string): boolean =>
  /^\p{Script=Arabic}/u.test(name) && constructLength(name) < name.length

/** A headline in capitals: "Department of Commerce Announces Grants", "Foreign Ministry Press Conference". */
const ENGLISH_VERB = new RegExp(
  String.raw` (?:${patternFromWords(HEADLINE_VERBS.en)}) |(?<! (?:of|the|for)) (?:Spokes(?:person|man|woman)|Press|Conference|Briefing|Statement|Meeting|Remarks|Report|Readout)(?!\p{L}(?!s)| (?:Service|Office|Agency|Secretariat|Council|Union))`,
  'u',
)

type HeaderPattern = { readonly rule: string; readonly expression: RegExp }

const FR_VERB = String.raw`(?:${patternFromWords(HEADLINE_VERBS.fr)})(?![\p{L}'-])`
const FR_NAME = String.raw`(?<body>(?:${patternFromWords(BODY_HEADS.fr)})(?!\p{L})(?: (?!${FR_VERB})\p{L}[\p{L}'-]*,?){0,14}?)`
/** A body, or the office of a person who speaks for one. */
const FR_SPEAKER = FR_NAME.replace(
  '(?<body>(?:',
  String.raw`(?:porte-parole (?:adjointe? |officiel(?:le)? )?(?:du |de la |de l'|des ))?(?<body>(?:Président(?:e)?(?= de)|Chef de l'[EÉ]tat|Roi|Secrétaire général(?:e)?|ministre(?= (?:de|du|des|chargé))|Ha?ute? [Rr]eprésentante?|`,
)
const EN_KINDS = String.raw`Council|Commission|Agency|Authority|Parliament|Secretariat|Delegation|Mission|Consulate|Community|Organi[sz]ation|Court|Tribunal|Union|League|Bank|Fund|Assembly|Bureau|Directorate|(?:Action|Foreign|Police|Health|Intelligence|Information|Press|Prosecution) Service`
const EN_NAME = String.raw`(?<body>(?:U\.(?:S|K)\. )?(?:\p{Lu}[\p{L}'-]+ ){0,3}(?:${patternFromWords(JOINT_HEADS.en)}|${EN_KINDS}|${patternFromWords(NAMED_BODIES.en)})(?: (?:of|for|to|and|the|&|(?<=(?:Embassy|Consulate|Mission|Delegation) [^\n]{0,60})in|\p{Lu}[\p{L}'-]+,?)){0,12}?)`
/** A name that lists several subjects before its kind: "Foreign, Commonwealth and … Office". */
const EN_LISTED = String.raw`(?<body>\p{Lu}[\p{L}&,'. -]{0,80}?(?:${patternFromWords(JOINT_HEADS.en)}|Council|Commission|Agency|Authority|Secretariat|Delegation|Directorate|Division|Service)(?: (?:of|for) [\p{L}&,' -]{2,60})?)`
/** Who speaks for a body: "the High Representative on behalf of the European Union". */
const EN_VOICE = String.raw`(?<body>(?:High Representative|(?:Spokes(?:person|man|woman)|Special Envoy|Chair(?:person|man|woman)?|(?:High |Deputy )?Commissioner|(?:Executive |Managing |Regional )?Director)(?= (?:of|for|on))|Secretary-General|Director-General|Foreign (?:Ministers?|Secretary)|Prime Minister|President)(?: (?:of|for|to|on behalf of|and|the|&|\p{Lu}[\p{L}'-]+,?)){0,12}?)`
const AR_NAME = String.raw`(?<body>(?:${patternFromWords(BODY_HEADS.ar)})(?!\p{L})(?: [\p{Script=Arabic}]+){0,9}?)`
const FR_STATEMENT = String.raw`(?:${patternFromWords(STATEMENT_WORDS.fr)})(?: (?:conjointe?|commune?|de presse|officiel(?:le)?|final|finale|à la presse))*`
const EN_STATEMENT = String.raw`(?:[Jj]oint |[Pp]ress |[Oo]fficial )?(?:${patternFromWords(STATEMENT_WORDS.en)})`
const AR_STATEMENT = String.raw`(?:${patternFromWords(STATEMENT_WORDS.ar)})(?: (?:صحفي|مشترك|رسمي|توضيحي|عاجل))*`
const FR_OF = String.raw`(?:attribuable (?:au |à la |à l'|aux )|du |de la |de l'|des |de )`

/** "From: …", "Émetteur : …": the office a page names by a label. */
const labelled = (language: 'fr' | 'ar' | 'en', name: string): HeaderPattern => ({
  rule: `${language}-labelled-body`,
  expression: new RegExp(
    String.raw`^(?:${patternInAnyCase(ISSUER_LABELS)}) ?: ?(?:(?:[Tt]he|[Ll]e|[Ll]a) |[Ll]')?${name}$`,
    language === 'fr' ? 'diu' : 'du',
  ),
})

const HEADER_PATTERNS: Readonly<Record<'fr' | 'ar' | 'en', readonly HeaderPattern[]>> = {
  fr: [
    {
      rule: 'fr-title-communique-of',
      expression: new RegExp(
        `^${FR_STATEMENT} ${FR_OF}${FR_SPEAKER}(?= ?(?:[:.,(–—-]|$)| (?:sur|relati|concernant|suite|à|au|annon|après|lors))`,
        'diu',
      ),
    },
    labelled('fr', FR_NAME),
    { rule: 'fr-header-body', expression: new RegExp(`^(?:Le |La |L')?${FR_NAME}$`, 'diu') },
    { rule: 'fr-title-speaker', expression: new RegExp(`^(?:Le |La |L')?${FR_NAME} ?: `, 'diu') },
  ],
  en: [
    {
      rule: 'en-title-statement-by',
      expression: new RegExp(
        `^${EN_STATEMENT} (?:by|from|of|attributable to) (?:the )?(?:(?:[Oo]fficial )?[Ss]pokes(?:person|man|woman) (?:of|for) (?:the )?)?${EN_NAME}(?= ?(?:[:.,(–—-]|$)| (?:on|regarding|concerning|following|about|in|at|to)(?!\\p{L}))`,
        'du',
      ),
    },
    {
      rule: 'en-title-statement-by',
      expression: new RegExp(
        `^(?:[^:]{2,40}: )?${EN_STATEMENT} (?:by|from|of|attributable to) (?:the )?${EN_VOICE}(?= ?(?:[:.,(–—-]|$)| (?:on(?! behalf)|regarding|concerning|following|about|in|at|to)(?!\\p{L}))`,
        'du',
      ),
    },
    {
      rule: 'en-title-body-statement',
      expression: new RegExp(
        String.raw`^(?<body>${patternFromWords(NAMED_BODIES.en)}) (?:[Pp]ress |[Oo]fficial )?(?:${patternFromWords(STATEMENT_WORDS.en)})(?!\p{L})`,
        'du',
      ),
    },
    labelled('en', EN_LISTED),
    { rule: 'en-header-body', expression: new RegExp(`^(?:The )?${EN_NAME}$`, 'du') },
    { rule: 'en-title-speaker', expression: new RegExp(`^(?:The )?${EN_NAME} ?: `, 'du') },
  ],
  ar: [
    {
      rule: 'ar-title-statement-of',
      expression: new RegExp(
        `^${AR_STATEMENT} (?:صادر |صادره |صادرة )?(?:من |عن |ل)?${AR_NAME}(?= ?(?:[:.،,(–—-]|$)| (?:حول|بشان|بخصوص|بمناسبة|عقب|اثر|علي|الي|في|ردا)(?!\\p{L}))`,
        'du',
      ),
    },
    labelled('ar', AR_NAME),
    { rule: 'ar-header-body', expression: new RegExp(`^${AR_NAME}$`, 'du') },
    { rule: 'ar-title-speaker', expression: new RegExp(`^${AR_NAME} ?: `, 'du') },
  ],
}
