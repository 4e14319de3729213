import type { LabelLanguage } from './page-model.ts'
import { WORDS } from './page-words.ts'
import type { DataNote, PageData } from './pdf-data.ts'
import type { VolumePart } from './volume-parts.ts'

/** Notes under one tag or, for those without, of one kind. */
export interface NoteGroup {
  readonly words: string
  readonly isTag: boolean
  readonly notes: readonly {
    /** Its text, by its place among the texts, and its number there. */
    readonly text: number
    readonly n: number
    readonly words: string
    readonly lang: DataNote['lang']
    readonly author: string
  }[]
}

/** One person, with the texts that name them. */
export interface PersonEntry {
  readonly name: string
  /** As printed in the texts, with a remark while no mention is confirmed. */
  readonly role: string
  readonly texts: readonly number[]
}

const LONGEST_ENTRY = 140

/** Tags in the order of their letters (code units, so that no runtime changes it), then kinds. */
export function indexOfNotes(texts: readonly PageData[]): readonly NoteGroup[] {
  const [byTag, byKind] = [new Map<string, Entry[]>(), new Map<string, Entry[]>()]
  for (const [text, { notes }] of texts.entries()) {
    for (const note of notes) {
      const words = cutAtWord(
        (note.text === '' ? note.quote : note.text).replaceAll(/\s+/gu, ' '),
        LONGEST_ENTRY,
      )
      const entry = { text, n: note.n, words, lang: note.lang, author: note.author }
      for (const tag of new Set(note.tags)) byTag.set(tag, [...(byTag.get(tag) ?? []), entry])
      if (note.tags.length === 0) {
        byKind.set(note.kindText, [...(byKind.get(note.kindText) ?? []), entry])
      }
    }
  }
  const groups = (isTag: boolean, found: ReadonlyMap<string, Entry[]>): readonly NoteGroup[] =>
    [...found].toSorted(byLetters).map(([words, notes]) => ({ words, isTag, notes }))
  return [...groups(true, byTag), ...groups(false, byKind)]
}

type Entry = NoteGroup['notes'][number]

/** Names in the order of their letters, each with the texts that name it. */
export function indexOfPeople(
  parts: readonly VolumePart[],
  labels: LabelLanguage,
  clean: (text: string) => string,
): readonly PersonEntry[] {
  const byName = new Map<string, { roles: Set<string>; isConfirmed: boolean; texts: number[] }>()
  const texts = parts.flatMap((part) => (part.kind === 'text' ? [part.people] : []))
  for (const [text, people] of texts.entries()) {
    for (const { name, roles, isConfirmed } of people) {
      const known = byName.get(name) ?? { roles: new Set(), isConfirmed: false, texts: [] }
      for (const role of roles) known.roles.add(role)
      known.texts.push(text)
      byName.set(name, { ...known, isConfirmed: known.isConfirmed || isConfirmed })
    }
  }
  return [...byName].toSorted(byLetters).map(([name, { roles, isConfirmed, texts: own }]) => ({
    name: clean(name),
    role: clean(rolesInWords([...roles], isConfirmed, labels)),
    texts: own,
  }))
}

/** Roles one after the other, with a remark while no mention is confirmed; may be empty. */
export function rolesInWords(
  roles: readonly string[],
  isConfirmed: boolean,
  labels: LabelLanguage,
): string {
  const joined = roles.join(labels === 'ar' ? '؛ ' : ' ; ')
  if (isConfirmed) return joined
  const remark = `(${WORDS[labels].toConfirm})`
  return joined === '' ? remark : `${joined} ${remark}`
}

/** At most so many characters, cut after a whole word and followed by an ellipsis. */
export function cutAtWord(text: string, longest: number): string {
  if (text.length <= longest) return text
  const cut = text.slice(0, longest - 1)
  return `${cut
    .slice(0, Math.max(cut.lastIndexOf(' '), longest / 2))
    .toWellFormed()
    .replace(/[\u{fffd}\s—–:;,(«]+$/u, '')}…`
}

const byLetters = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  byCodeUnit(a.toLowerCase(), b.toLowerCase()) || byCodeUnit(a, b)

const byCodeUnit = (a: string, b: string): number => Number(a > b) - Number(a < b)
