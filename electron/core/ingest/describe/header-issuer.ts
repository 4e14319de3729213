import { BODY_HEADS, JOINT_HEADS, STATEMENT_WORDS } from '../rules/issuers.ts'
import { patternFromWords } from '../rules/word-pattern.ts'
import { linesFromSource } from '../text/lines.ts'
import { readingCopyFromText, spanInSource } from '../text/reading-copy.ts'
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
export function issuerFromHeader(sources: Sources): Candidate | null {
  if (sources.language === 'und') return null
  for (const part of ['preamble', 'text'] as const) {
    const { source } = sources[part]
    const lines = linesFromSource(source.slice(0, 3000), 0).filter(({ text }) => text !== '')
    for (const line of part === 'text' ? lines.slice(0, HEAD_LINES) : lines) {
      const named = line.text.length > LONGEST_LINE ? null : bodyOfLine(line.text, sources.language)
      if (named === null) continue
      const evidence = evidenceInLine(part, source, line, named.span)
      const value = cleanValue(evidence.quote)
      return { value, rule: named.rule, settlement: 'unconfirmed', evidence }
    }
  }
  return null
}

interface NamedBody {
  readonly rule: string
  readonly span: { readonly start: number; readonly end: number }
}

function bodyOfLine(line: string, language: 'fr' | 'ar' | 'en'): NamedBody | null {
  const copy = readingCopyFromText(line)
  for (const { rule, expression } of HEADER_PATTERNS[language]) {
    const span = expression.exec(copy.text)?.indices?.groups?.['body']
    if (span !== undefined && isNamedInFull(copy.text.slice(...span)))
      return { rule, span: spanInSource(copy, ...span) }
  }
  return null
}

const isNamedInFull = (name: string): boolean =>
  name.length <= LONGEST_NAME &&
  (name.includes(' ') || /^(?:ال)?رئاس|^[Pp](?:ré|re)siden/u.test(name))

type HeaderPattern = { readonly rule: string; readonly expression: RegExp }

const FR_NAME = String.raw`(?<body>(?:${patternFromWords(BODY_HEADS.fr)})(?!\p{L})(?: \p{L}[\p{L}'-]*,?){0,14}?)`
const EN_NAME = String.raw`(?<body>(?:\p{Lu}[\p{L}'-]+ ){0,3}(?:${patternFromWords(JOINT_HEADS.en)}|Council|Commission|Agency|Authority|Parliament|Secretariat|Delegation)(?: (?:of|for|to|and|the|&|\p{Lu}[\p{L}'-]+,?)){0,12}?)`
const AR_NAME = String.raw`(?<body>(?:${patternFromWords(BODY_HEADS.ar)})(?!\p{L})(?: [\p{Script=Arabic}]+){0,9}?)`
const FR_STATEMENT = String.raw`(?:${patternFromWords(STATEMENT_WORDS.fr)})(?: (?:conjointe?|commune?|de presse|officiel(?:le)?|final|finale))*`
const EN_STATEMENT = String.raw`(?:[Jj]oint |[Pp]ress |[Oo]fficial )?(?:${patternFromWords(STATEMENT_WORDS.en)})`
const AR_STATEMENT = String.raw`(?:${patternFromWords(STATEMENT_WORDS.ar)})(?: (?:صحفي|مشترك|رسمي|توضيحي|عاجل))*`
const FR_OF = String.raw`(?:du |de la |de l'|des |de )`

const HEADER_PATTERNS: Readonly<Record<'fr' | 'ar' | 'en', readonly HeaderPattern[]>> = {
  fr: [
    {
      rule: 'fr-title-communique-of',
      expression: new RegExp(
        `^${FR_STATEMENT} ${FR_OF}${FR_NAME}(?= ?(?:[:.,(–—-]|$)| (?:sur|relati|concernant|suite|à|au|annon|après|lors))`,
        'diu',
      ),
    },
    { rule: 'fr-header-body', expression: new RegExp(`^(?:Le |La |L')?${FR_NAME}$`, 'diu') },
    { rule: 'fr-title-speaker', expression: new RegExp(`^(?:Le |La |L')?${FR_NAME} ?: `, 'diu') },
  ],
  en: [
    {
      rule: 'en-title-statement-by',
      expression: new RegExp(
        `^${EN_STATEMENT} (?:by|from|of) (?:the )?${EN_NAME}(?= ?(?:[:.,(–—-]|$)| (?:on|regarding|concerning|following|about|in|at|to)(?!\\p{L}))`,
        'du',
      ),
    },
    { rule: 'en-header-body', expression: new RegExp(`^(?:The )?${EN_NAME}$`, 'du') },
    { rule: 'en-title-speaker', expression: new RegExp(`^(?:The )?${EN_NAME} ?: `, 'du') },
  ],
  ar: [
    {
      rule: 'ar-title-statement-of',
      expression: new RegExp(
        `^${AR_STATEMENT} (?:صادر |صادره |صادرة )?(?:من |عن |ل)?${AR_NAME}(?= ?(?:[:.،,(–—-]|$)| (?:حول|بشان|بخصوص|بمناسبة|عقب|اثر)(?!\\p{L}))`,
        'du',
      ),
    },
    { rule: 'ar-header-body', expression: new RegExp(`^${AR_NAME}$`, 'du') },
    { rule: 'ar-title-speaker', expression: new RegExp(`^${AR_NAME} ?: `, 'du') },
  ],
}
