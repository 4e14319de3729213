import { createContext, use, type ReactNode } from 'react'
import type { Direction } from '../../shared/model/language.ts'
import { ar } from './ar.ts'
import { en } from './en.ts'
import { fr, type Words } from './fr.ts'
import { createFormats, type Formats } from './formats.ts'

/** Languages of the interface. */
export type InterfaceLanguage = 'fr' | 'en' | 'ar'

/** One language of the interface: its words, its formats and its direction. */
export interface Speech {
  readonly language: InterfaceLanguage
  /** BCP 47; Arabic is written with the digits of the Maghreb. */
  readonly locale: string
  readonly direction: Direction
  readonly words: Words
  readonly formats: Formats
}

export const SPEECH: Readonly<Record<InterfaceLanguage, Speech>> = {
  fr: speechFrom('fr', 'fr-FR', 'ltr', fr),
  en: speechFrom('en', 'en-GB', 'ltr', en),
  ar: speechFrom('ar', 'ar-MA', 'rtl', ar),
}

/** Each language in itself, so that a lost officer finds the way back. */
export const LANGUAGE_NAMES: Readonly<Record<InterfaceLanguage, string>> = {
  fr: 'Français',
  ar: 'العربية',
  en: 'English',
}

const SpeechContext = createContext<Speech>(SPEECH.fr)

/** Speaks one language to everything inside. */
export function SpeechProvider({
  language,
  children,
}: {
  readonly language: InterfaceLanguage
  readonly children: ReactNode
}) {
  return <SpeechContext value={SPEECH[language]}>{children}</SpeechContext>
}

/** The words and formats of the interface. */
export function useSpeech(): Speech {
  return use(SpeechContext)
}

function speechFrom(
  language: InterfaceLanguage,
  locale: string,
  direction: Direction,
  words: Words,
): Speech {
  return { language, locale, direction, words, formats: createFormats(locale) }
}
