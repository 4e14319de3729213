import { INSTRUMENT_HEADS } from '../rules/instruments.ts'
import { MONTHS } from '../rules/calendar-words.ts'
import { patternFromWords } from '../rules/word-pattern.ts'
import { foldForReading } from '../text/reading-copy.ts'
import { candidateFromSpan, groupSpan } from './sources.ts'
import type { Candidate, Sources } from './sources.ts'

const READ_UNITS = 12_000
const MOST = 40

/**
 * Finds the agreements, laws and standing bodies a text names: a head noun and its complement,
 * where the complement holds a number, a capitalised word or a word of partnership.
 */
export function findInstruments(sources: Sources): readonly Candidate[] {
  const { language } = sources
  if (language === 'und') return []
  const text = sources.text.text.slice(0, READ_UNITS)
  const found: Candidate[] = []
  for (const match of text.matchAll(EXPRESSIONS[language])) {
    const span = groupSpan(match, 'name')
    if (span === null) continue
    const name = text.slice(span[0], span[1]).replace(TRAILING, '')
    const isProper = PROPER.test(text.slice(Math.max(0, span[0] - 12), span[0] + 1))
    if (!isProper && !TELLING[language].test(name.slice(1))) continue
    const candidate = candidateFromSpan(sources, `${language}-instrument`, [
      span[0],
      span[0] + name.length,
    ])
    if (!found.some(({ value }) => value === candidate.value)) found.push(candidate)
  }
  return found.slice(0, MOST)
}

/** A capital inside a sentence makes a proper name of the head noun. */
const PROPER = /\p{Ll}(?:'| )\p{Lu}$/u

const TRAILING =
  /(?:,? (?:de|du|des|d'|sur|et|la|le|l'|à|au|en|of|on|and|the|for|في|من|بين|و)|,|-|–)+$/u

const months = patternFromWords(MONTHS.fr.flat())
const headsOf = (language: 'fr' | 'en' | 'ar'): string =>
  INSTRUMENT_HEADS[language].map(foldForReading).join('|')

const EXPRESSIONS = {
  fr: new RegExp(
    String.raw`(?<!\p{L})(?<name>(?:${headsOf('fr')})(?!\p{L})(?: (?:n° ?[\d/-]+|(?:de|du|des|sur|et|la|le|les|en|matière|au|aux|à)(?!\p{L})|d'\p{L}+|l'\p{L}+|global|globale|renforcée?|conjointe?|commune?|tripartite|bilatérale?|stratégique|partenariat|coopération|libre-échange|association|pêche|durable|protection|civile|finances|\p{Lu}[\p{L}–-]*|\d{1,2}(?:er)?|${months}|\d{4}(?:-\d{4})?)(?![\p{L}\d])){1,14})`,
    'dgu',
  ),
  en: new RegExp(
    String.raw`(?<!\p{L})(?<name>(?:\p{Lu}[\p{L}-]+ (?:(?:and|of|on|for|the) )*){1,6}(?:${headsOf('en')})(?:(?: (?:on|of|for|between|and|the))* \p{Lu}[\p{L}-]+){0,6})(?!\p{L})`,
    'dgu',
  ),
  ar: new RegExp(
    String.raw`(?<!\p{L})[وبلف]?(?<name>(?:ال)?(?:${headsOf('ar')})(?!\p{L})(?: (?:ل|لل|ال|بال|في |حول |عدد )*(?:ال\p{Script=Arabic}+|\d+)){1,6})`,
    'dgu',
  ),
}

/** What a name must hold beside its head to be one. */
const TELLING = {
  fr: /n°|\p{Lu}\p{L}{2,}|partenariat|coopération|libre-échange|\d{4}/u,
  en: /\p{Lu}\p{L}{2,}/u,
  ar: /ال\p{L}{3,}|\d/u,
}
