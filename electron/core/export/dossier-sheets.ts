import type { Direction, Language } from '../../../shared/model/language.ts'
import type { LabelLanguage } from './page-model.ts'
import type { VolumePart } from './volume-parts.ts'

/** A paragraph between two texts, in words. */
export interface SheetLine {
  readonly kind: 'heading' | 'note' | 'passage'
  readonly words: string
  readonly lang: Language
  readonly dir: Direction
  /** Of a heading, from 1; no level is ever skipped. */
  readonly level: number
  /** Of a passage. */
  readonly source: string
}

/** A whole text by its place among the texts, or the lines that stand together between texts. */
export type Sheet =
  | {
      readonly kind: 'text'
      readonly text: number
      /** Of its title, one below the heading it stands under. */
      readonly level: number
      /** Headings that stand right above it. */
      readonly lead: readonly SheetLine[]
    }
  | {
      readonly kind: 'lines'
      /** A heading of the first level alone, which opens a part of the dossier. */
      readonly isDivider: boolean
      readonly lines: readonly SheetLine[]
    }

/** Gathers what stands between the texts of a volume, in order. */
export function sheetsFromParts(
  parts: readonly VolumePart[],
  labels: LabelLanguage,
  clean: (text: string) => string,
): readonly Sheet[] {
  const sheets: Sheet[] = []
  let lines: SheetLine[] = []
  let [text, level] = [0, 0]
  const flush = (): void => {
    const isDivider = lines.every(({ kind }) => kind === 'heading')
    if (lines.length > 0) sheets.push({ kind: 'lines', isDivider, lines })
    lines = []
  }
  for (const part of parts) {
    if (part.kind !== 'text') {
      if (part.kind === 'heading') level = Math.min(part.level, level + 1)
      lines.push(...linesFromPart(part, { labels, level }, clean))
      continue
    }
    const isLead = lines.every((line) => line.kind === 'heading' && line.level > 1)
    if (!isLead) flush()
    sheets.push({ kind: 'text', text, level: level + 1, lead: lines })
    lines = []
    text += 1
  }
  flush()
  return sheets
}

function linesFromPart(
  part: Exclude<VolumePart, { kind: 'text' }>,
  { labels, level }: { readonly labels: LabelLanguage; readonly level: number },
  clean: (text: string) => string,
): readonly SheetLine[] {
  if (part.kind === 'passage') {
    const { words, language, direction, source } = part
    const own = { kind: 'passage' as const, lang: language, dir: direction, level: 0 }
    return [{ ...own, words: clean(words), source: clean(bound(source)) }]
  }
  const { kind, words } = part
  return words
    .split(/\n+/u)
    .filter((line) => line.trim() !== '')
    .map((line) => ({
      kind,
      words: clean(line.trim()),
      ...sideOf(line, labels),
      level: kind === 'heading' ? level : 0,
      source: '',
    }))
}

/** A source whose figures stay on the line of what they count. */
const bound = (source: string): string =>
  source.replaceAll(/(SHA-256|§|Réf\.|Ref\.|المرجع|الفقرة) /gu, '$1\u{a0}')

/**
 * What an officer wrote is shown on the side of its first letter; isolated words count only where
 * there are no others.
 */
function sideOf(
  words: string,
  labels: LabelLanguage,
): { readonly lang: Language; readonly dir: Direction } {
  const own = words.replaceAll(/\u{2068}[^\u{2069}]*\u{2069}/gu, '')
  const first = (/\p{L}/u.exec(own) ?? /\p{L}/u.exec(words))?.[0]
  const isArabic = first === undefined ? labels === 'ar' : /\p{Script=Arabic}/u.test(first)
  if (isArabic) return { lang: 'ar', dir: 'rtl' }
  return { lang: labels === 'ar' ? 'und' : labels, dir: 'ltr' }
}
