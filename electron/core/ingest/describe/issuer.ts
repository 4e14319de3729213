import { BODY_HEADS, BODY_STOPS } from '../rules/issuers.ts'
import { patternFromWords } from '../rules/word-pattern.ts'
import { candidateFromSpan, groupSpan } from './sources.ts'
import type { Candidate, Sources } from './sources.ts'

/** How far a text is read for the words that name its issuer. */
const READ_UNITS = 8000

type IssuerPattern = {
  readonly rule: string
  readonly expression: RegExp
  /** Only the first units of the text are read. */
  readonly within?: number
}

/**
 * Proposes who speaks: the body whose communiqué a text quotes or is ("indique un communiqué
 * du ministère …", "بلاغ صادر عن …", "the ministry said"), else the body that is the subject of
 * the lead. Null when no rule matches.
 */
export function proposeIssuer(sources: Sources): Candidate | null {
  const patterns = sources.language === 'und' ? [] : PATTERNS[sources.language]
  for (const { rule, expression, within } of patterns) {
    const match = expression.exec(sources.text.text.slice(0, within ?? READ_UNITS))
    const span = match === null ? null : groupSpan(match, 'body')
    if (span !== null) return candidateFromSpan(sources, rule, span)
  }
  return null
}

const stopAt = (words: readonly string[]): string =>
  String.raw`(?=[.;:()«»"“”\n]|,(?! (?:de|du|des|et|chargée?|of|and)(?!\p{L}))|،|؛| (?:${patternFromWords(words)})(?!\p{L})|$)`

const FR_BODY = String.raw`(?<body>(?:${patternFromWords(BODY_HEADS.fr)})(?!\p{L})[^.;:()«»"“”\n]{0,110}?)${stopAt(BODY_STOPS.fr)}`
const OF = String.raw`(?:du|de la|de l'|des|de|d')\s*`
const COMMUNIQUE = String.raw`communiqué(?: (?:conjoint|commun|de presse|officiel|final|publié|diffusé))*`

const AR_BODY = String.raw`(?<body>(?:${patternFromWords(BODY_HEADS.ar)})(?!\p{L})[\p{Script=Arabic} ]{0,70}?)(?=[.,:()"«»\n،؛]| (?:${patternFromWords(BODY_STOPS.ar)})(?!\p{L})|$)`
const STATEMENT = '(?:بلاغا?|بيانا?|بلاغ صحفي|بيان صحفي)'

const EN_BODY = String.raw`(?<body>(?:Ministry|Department|Office|Embassy|Presidency|Council|Commission|Agency) (?:of|for) (?:the )?\p{Lu}[\p{L}'-]+(?: (?:and|of|for|the|&|\p{Lu}[\p{L}'-]+))*)`

const PATTERNS: Readonly<Record<'fr' | 'ar' | 'en', readonly IssuerPattern[]>> = {
  fr: [
    {
      rule: 'fr-communique-de',
      expression: new RegExp(String.raw`${COMMUNIQUE}\s+(?:${OF}|au )${FR_BODY}`, 'dui'),
    },
    {
      rule: 'fr-subject-announces',
      expression: new RegExp(
        String.raw`(?:^|\n)[^\p{L}\n]*(?:Le|La|L')\s*${FR_BODY.replace(/\(\?=[\s\S]*$/u, '')} (?:annonce|informe|porte à la connaissance|communique|remercie|tient à)`,
        'dui',
      ),
    },
    {
      rule: 'fr-according-to',
      expression: new RegExp(String.raw`(?:selon|d'après) (?:le |la |l')${FR_BODY}`, 'dui'),
    },
  ],
  ar: [
    {
      rule: 'ar-statement-from',
      expression: new RegExp(
        `${STATEMENT}(?: صحفي)? (?:صادر[اةه]*|اصدرته|نشرته)? ?(?:عن|من)? ?${AR_BODY}`,
        'du',
      ),
    },
    {
      rule: 'ar-statement-of',
      expression: new RegExp(`${STATEMENT}(?: صحفي)? ل(?:ل)?${AR_BODY}`, 'du'),
    },
    {
      rule: 'ar-subject-announces',
      expression: new RegExp(
        `(?:دعت|اعلنت|اكدت|افادت|نفت|قررت|ادانت|ذكرت|اصدرت|اوضحت|شددت|نبهت|تعلن|تفيد|تعلم|تدعو|تهيب) ${AR_BODY}`,
        'du',
      ),
    },
  ],
  en: [{ rule: 'en-body-said', expression: new RegExp(EN_BODY, 'du'), within: 700 }],
}
