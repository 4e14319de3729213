import { PLACES } from '../rules/places.ts'
import { patternFromWords } from '../rules/word-pattern.ts'
import { candidateFromSpan, groupSpan } from './sources.ts'
import type { Candidate, Sources } from './sources.ts'

const LEAD_UNITS = 1000

/** Proposes where the reported event took place: the first known place of the lead named after a preposition. */
export function proposeEventPlace(sources: Sources): Candidate | null {
  if (sources.language === 'und') return null
  const match = EXPRESSIONS[sources.language].exec(sources.text.text.slice(0, LEAD_UNITS))
  const span = match === null ? null : groupSpan(match, 'place')
  return span === null ? null : candidateFromSpan(sources, 'lead-place', span)
}

const EXPRESSIONS: Readonly<Record<'fr' | 'ar' | 'en', RegExp>> = {
  fr: new RegExp(
    String.raw`(?<!\p{L})(?:à|au|aux|depuis|dans la ville de) (?:la |l')?(?<place>${patternFromWords(PLACES.fr)})(?!\p{L})`,
    'du',
  ),
  en: new RegExp(
    String.raw`(?<!\p{L})(?:in|at) (?:the )?(?<place>${patternFromWords(PLACES.en)})(?!\p{L})`,
    'du',
  ),
  ar: new RegExp(
    String.raw`(?<!\p{L})(?:ب|في |بمدينة |في مدينة |بالعاصمة )(?<place>${patternFromWords(PLACES.ar)})(?!\p{L})`,
    'du',
  ),
}
