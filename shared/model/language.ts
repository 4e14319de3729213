import { z } from 'zod'

/** Languages the archive analyses; `und` (ISO 639-2 "undetermined") is everything else. */
export const languageSchema = z.enum(['fr', 'ar', 'en', 'und'])
export type Language = z.infer<typeof languageSchema>

/** Writing direction of a passage. */
export const directionSchema = z.enum(['ltr', 'rtl'])
export type Direction = z.infer<typeof directionSchema>

/** The direction a language is written in. */
export function directionFromLanguage(language: Language): Direction {
  return language === 'ar' ? 'rtl' : 'ltr'
}
