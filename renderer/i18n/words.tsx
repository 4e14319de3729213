import { createContext, use, useEffect, useState, type ReactNode } from 'react'
import type { Direction } from '../../shared/model/language.ts'
import { fr, type Words } from './fr.ts'
import { createFormats, type Formats } from './formats.ts'
import { isolateValues } from './isolate.ts'

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

/** How each language is written, known before its words are. */
export const WRITTEN: Readonly<Record<InterfaceLanguage, Pick<Speech, 'locale' | 'direction'>>> = {
  fr: { locale: 'fr-FR', direction: 'ltr' },
  en: { locale: 'en-GB', direction: 'ltr' },
  ar: { locale: 'ar-MA', direction: 'rtl' },
}

const FRENCH = speechFrom('fr', fr)

/** French comes with the window; the others are read when they are spoken. */
const LOADERS: Readonly<Record<InterfaceLanguage, () => Promise<Words>>> = {
  fr: () => Promise.resolve(fr),
  en: async () => (await import('./en.ts')).en,
  ar: async () => (await import('./ar.ts')).ar,
}

/** Each language in itself, so that a lost officer finds the way back. */
export const LANGUAGE_NAMES: Readonly<Record<InterfaceLanguage, string>> = {
  fr: 'Français',
  ar: 'العربية',
  en: 'English',
}

const SpeechContext = createContext<Speech>(FRENCH)

/** Speaks one language to everything inside; the one before it until its words are there. */
export function SpeechProvider({
  language,
  children,
}: {
  readonly language: InterfaceLanguage
  readonly children: ReactNode
}) {
  const [speech, setSpeech] = useState(language === 'fr' ? FRENCH : null)
  useEffect(() => {
    const leaving = new AbortController()
    const load = async (): Promise<void> => {
      const words = await LOADERS[language]()
      if (!leaving.signal.aborted) setSpeech(speechFrom(language, words))
    }
    void load()
    return () => leaving.abort()
  }, [language])
  return speech && <SpeechContext value={speech}>{children}</SpeechContext>
}

/** The words and formats of the interface. */
export function useSpeech(): Speech {
  return use(SpeechContext)
}

/** A language with its words. */
export function speechFrom(language: InterfaceLanguage, words: Words): Speech {
  const { locale, direction } = WRITTEN[language]
  return {
    language,
    locale,
    direction,
    words: isolateValues(words, direction),
    formats: createFormats(locale),
  }
}
