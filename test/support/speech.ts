import { ar } from '../../renderer/i18n/ar.ts'
import { en } from '../../renderer/i18n/en.ts'
import { fr } from '../../renderer/i18n/fr.ts'
import { speechFrom, type InterfaceLanguage, type Speech } from '../../renderer/i18n/words.tsx'

/** Every wording of a language by its path; those that take values are said with samples. */
export function wordingsOf(words: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof words === 'string') return [[path, words]]
  if (typeof words === 'function') {
    const said: unknown = words(...Array.from({ length: words.length }, () => 3))
    return typeof said === 'string' ? [[path, said]] : []
  }
  if (typeof words !== 'object' || words === null) return []
  return Object.entries(words).flatMap(([key, value]) => wordingsOf(value, `${path}.${key}`))
}

/** Every language of the interface with its words. */
export const SPEECH: Readonly<Record<InterfaceLanguage, Speech>> = {
  fr: speechFrom('fr', fr),
  en: speechFrom('en', en),
  ar: speechFrom('ar', ar),
}
