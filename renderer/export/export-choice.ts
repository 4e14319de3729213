import type { AnnotationKind } from '../../shared/model/annotation.ts'
import type { Memory } from '../client/memory.tsx'
import type { InterfaceLanguage } from '../i18n/words.tsx'
import type { OfferedFormat } from './export-formats.ts'

/** What an officer chose for an export. */
export interface ExportChoice {
  readonly format: OfferedFormat
  /** `native` in annotations of the PDF format itself. */
  readonly notes: 'none' | 'margin' | 'end' | 'native'
  /** Empty lets all of them through. */
  readonly kinds: readonly AnnotationKind[]
  readonly tags: readonly string[]
  readonly authors: readonly string[]
  readonly includePrivate: boolean
  readonly labels: InterfaceLanguage
  readonly header: string
  readonly footer: string
  readonly marking: string
}

/** The choices to begin with: those of the last time, and no private note, whatever was then. */
export function firstChoice({ recall }: Memory, language: InterfaceLanguage): ExportChoice {
  return choiceFrom(recall('export'), language)
}

/** What was remembered, as far as it still makes sense. Which notes leave is asked anew each time. */
export function choiceFrom(remembered: unknown, language: InterfaceLanguage): ExportChoice {
  const kept = new Map(
    typeof remembered === 'object' && remembered !== null ? Object.entries(remembered) : [],
  )
  const oneOf = <V extends string>(name: string, values: readonly V[], first: V): V =>
    values.find((value) => value === kept.get(name)) ?? first
  const words = (name: string, most: number): string => {
    const value = kept.get(name)
    return typeof value === 'string' ? value.slice(0, most) : ''
  }
  return {
    format: 'pdf',
    notes: oneOf('notes', ['none', 'margin', 'end', 'native'], 'margin'),
    kinds: [],
    tags: [],
    authors: [],
    includePrivate: false,
    labels: oneOf('labels', ['fr', 'ar', 'en'], language),
    header: words('header', LONGEST.header),
    footer: words('footer', LONGEST.footer),
    marking: words('marking', LONGEST.marking),
  }
}

/** Where notes stand in one format: only the PDF of one text has a margin and notes of its own. */
export const placeOfNotes = (
  notes: ExportChoice['notes'],
  isOnePdf: boolean,
): ExportChoice['notes'] => (isOnePdf || notes === 'none' ? notes : 'end')

/** As many characters as a page takes. */
export const LONGEST = { header: 120, footer: 200, marking: 120 } as const

/** Keeps the page settings for the next export. */
export function keepChoice(
  { remember }: Memory,
  { notes, labels, header, footer, marking }: ExportChoice,
): void {
  remember('export', { notes, labels, header, footer, marking })
}
