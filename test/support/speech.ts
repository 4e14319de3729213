import { ar } from '../../renderer/i18n/ar.ts'
import { en } from '../../renderer/i18n/en.ts'
import { fr } from '../../renderer/i18n/fr.ts'
import { speechFrom, type InterfaceLanguage, type Speech } from '../../renderer/i18n/words.tsx'

/** Every language of the interface with its words. */
export const SPEECH: Readonly<Record<InterfaceLanguage, Speech>> = {
  fr: speechFrom('fr', fr),
  en: speechFrom('en', en),
  ar: speechFrom('ar', ar),
}
