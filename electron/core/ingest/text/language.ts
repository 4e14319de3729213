import { directionFromLanguage } from '../../../../shared/model/language.ts'
import type { Language } from '../../../../shared/model/language.ts'

/** Names the language of a passage; `und` when it is none of the archive's or has no letters. */
export type LanguageDetector = (passage: string) => Language

/** Latin-script languages told apart, so that Spanish is not taken for French. */
export const LATIN_LANGUAGES: readonly string[] = ['fr', 'en', 'es', 'de', 'it', 'pt']
const SAMPLE_UNITS = 2000
const FAIR_SAMPLE_UNITS = 60

/**
 * Loads the n-gram tables once and returns the detector to pass on. The script decides first;
 * Latin passages go to the n-grams (eld, small tables), and a short one is French or English.
 */
export async function loadLanguageDetector(): Promise<LanguageDetector> {
  const { eld } = await import('eld/small')
  const detector = eld.newInstance()
  detector.setLanguageSubset([...LATIN_LANGUAGES])
  return (passage) => {
    const sample = passage.slice(0, SAMPLE_UNITS)
    const script = dominantScript(sample)
    if (script !== 'latin') return script === 'arabic' ? 'ar' : 'und'
    const result = detector.detect(sample.toLowerCase())
    if (result.language === 'fr' || result.language === 'en') return result.language
    const scores = result.getScores()
    if (result.language !== '' && sample.length > FAIR_SAMPLE_UNITS) return 'und'
    return (scores['en'] ?? 0) > (scores['fr'] ?? 0) ? 'en' : 'fr'
  }
}

/** Direction of a passage, by language, and by script where the language is unknown. */
export function directionFromPassage(passage: string, language: Language): 'ltr' | 'rtl' {
  if (language !== 'und') return directionFromLanguage(language)
  const rightToLeft = countOf(passage, /[\u0590-\u08FF\uFB1D-\uFEFC]/gu)
  return rightToLeft > countOf(passage, /\p{L}/gu) / 2 ? 'rtl' : 'ltr'
}

/** Letters that Arabic never uses and Persian or Urdu use all the time. */
const NOT_ARABIC = /[پچژکگیےٹڈڑںھ]/gu

function dominantScript(passage: string): 'latin' | 'arabic' | 'other' {
  const letters = countOf(passage, /\p{L}/gu)
  if (letters === 0) return 'other'
  const arabic = countOf(passage, /\p{Script=Arabic}/gu)
  if (arabic > letters / 2) {
    return countOf(passage, NOT_ARABIC) > arabic * 0.06 ? 'other' : 'arabic'
  }
  return countOf(passage, /\p{Script=Latin}/gu) >= letters / 2 ? 'latin' : 'other'
}

const countOf = (passage: string, pattern: RegExp): number => (passage.match(pattern) ?? []).length
