import type { KnownName } from '../archive/authorities.ts'
import type { NewMention } from '../archive/mentions.ts'
import type { Language } from '../../../shared/model/language.ts'
import { analyse, foldForms, type Word } from '../../../shared/text/analyse.ts'

/** Finds in a text the names the archive knows, each record's name once, where it comes first. */
export type NameFinder = (text: string, language: Language) => readonly NewMention[]

interface Sought {
  readonly known: KnownName
  readonly forms: readonly string[]
}

/** So many units of a text are looked through. */
const READ_UNITS = 50_000
/** A name of one word and no capital is told from an ordinary word by its length. */
const LONG_WORD = 6

/**
 * Makes a finder of names. The longest name at a place wins; a name is looked for in texts of its
 * own language, and one of a single word only as it is spelled, so that «UN» is not «un».
 */
export function createNameFinder(names: readonly KnownName[]): NameFinder {
  const soughtByFirst = Map.groupBy(
    names
      .map((known): Sought => ({ known, forms: foldForms(known.name) }))
      .filter(({ known, forms }) => forms.length > 1 || isTelling(known.name))
      .toSorted((a, b) => b.forms.length - a.forms.length),
    ({ forms }) => forms[0] ?? '',
  )
  return (text, language) => {
    const words = analyse(text.slice(0, READ_UNITS))
    const found = new Map<string, NewMention>()
    for (let at = 0; at < words.length; at += 1) {
      const sought = (soughtByFirst.get(words[at]?.form ?? '') ?? []).find(
        ({ known, forms }) =>
          (known.language === null || known.language === language) &&
          forms.every((form, index) => words[at + index]?.form === form) &&
          (forms.length > 1 || isSpelled(text, words[at], known.name)),
      )
      if (!sought) continue
      const { known, forms } = sought
      const [start, end] = [words[at]?.start ?? 0, words[at + forms.length - 1]?.end ?? 0]
      at += forms.length - 1
      const key = `${known.kind} ${known.authoritySeq}`
      if (found.has(key)) continue
      const { kind, name } = known
      found.set(key, { kind, name, part: 'text', start, end, role: null, rule: 'known-name' })
    }
    return [...found.values()]
  }
}

const isTelling = (name: string): boolean => /\p{Lu}/u.test(name) || name.length >= LONG_WORD

const isSpelled = (text: string, word: Word | undefined, name: string): boolean =>
  word !== undefined && text.slice(word.start, word.end) === name
