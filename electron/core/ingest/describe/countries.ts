import type { DescribedCountry } from './description.ts'
import { COUNTRIES } from '../rules/countries.ts'
import { foldForReading } from '../text/reading-copy.ts'
import { evidenceFromSpan } from './sources.ts'
import type { Sources } from './sources.ts'

/** Finds the countries a text names, by name or adjective, once each: in its text, else above it. */
export function findCountries(sources: Sources): readonly DescribedCountry[] {
  const { language } = sources
  if (language === 'und') return []
  return EXPRESSIONS[language]
    .flatMap(({ code, expression }): readonly DescribedCountry[] => {
      for (const part of ['text', 'preamble'] as const) {
        const match = expression.exec(sources[part].text)
        if (match === null) continue
        const end = match.index + match[0].length
        const evidence = evidenceFromSpan(part, sources[part], match.index, end)
        return [{ code, rule: `${language}-country`, evidence }]
      }
      return []
    })
    .toSorted((a, b) => (a.evidence.start ?? 0) - (b.evidence.start ?? 0))
}

/** True for a folded name that is a country's and nothing else. */
export function isCountryName(name: string, language: 'fr' | 'en' | 'ar'): boolean {
  return EXPRESSIONS[language].some(({ expression }) => expression.exec(name)?.[0] === name)
}

const ENDINGS = { fr: '(?:e|s|es)?', en: '', ar: '(?:ة|ون|ين|يين|ان)?' }
const OPENINGS = {
  fr: String.raw`(?<!\p{L})`,
  en: String.raw`(?<!\p{L})`,
  ar: String.raw`(?<!\p{L})[وبلفك]?`,
}

const expressionsOf = (
  language: 'fr' | 'en' | 'ar',
): readonly { readonly code: string; readonly expression: RegExp }[] =>
  COUNTRIES.map((country) => ({
    code: country.code,
    expression: new RegExp(
      `${OPENINGS[language]}(?:${country[language].map(foldForReading).join('|')})${ENDINGS[language]}(?!\\p{L})`,
      'u',
    ),
  }))

const EXPRESSIONS = { fr: expressionsOf('fr'), en: expressionsOf('en'), ar: expressionsOf('ar') }
