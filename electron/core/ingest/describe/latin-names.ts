import { GIVEN_NAMES_LATIN } from '../rules/given-names.ts'
import { PLACES } from '../rules/places.ts'
import { NAMED_THINGS, NAME_PARTICLES, NOT_NAMES } from '../rules/roles.ts'
import { patternFromWords } from '../rules/word-pattern.ts'

type Span = readonly [number, number]

/**
 * Finds the persons a text in Latin letters names by a given name known as one, wherever they
 * stand: spans in the reading copy. What is called after a person ("aéroport …", "… Foundation")
 * and the byline of a page are passed over.
 */
export function findLatinNames(text: string): readonly Span[] {
  return [...text.matchAll(RUN)].flatMap((match): readonly Span[] => {
    const words = match[0].split(' ')
    const first = words.findIndex(isGivenName)
    if (first < 0) return []
    const start = match.index + words.slice(0, first).join(' ').length + (first === 0 ? 0 : 1)
    const before = text.slice(Math.max(0, start - 40), start)
    const name = untilPossessive(words.slice(first, first + 5))
    const isThing = NAMED_AFTER.test(before) || name.some((word) => THINGS.has(word))
    if (name.length < 2 || isThing || isByline(text, match.index)) return []
    if (isKnownPlace(name.join(' ')) || name.every((word) => /^\p{Lu}\.$/u.test(word))) return []
    return [[start, start + name.join(' ').length]]
  })
}

/** "John Kennedy's Address": the name ends with whom something belongs to. */
function untilPossessive(words: readonly string[]): readonly string[] {
  const at = words.findIndex((word) => word.endsWith("'s"))
  return at < 0 ? words : [...words.slice(0, at), (words[at] ?? '').slice(0, -2)]
}

const particles = patternFromWords(NAME_PARTICLES)
const notNames = patternFromWords(NOT_NAMES)
const CAPITAL = String.raw`(?:\p{Lu}[\p{L}'-]*\p{L}|\p{Lu}\.)`
/** Capitalised words in a row, with particles between them. */
const RUN = new RegExp(
  String.raw`(?<![\p{L}.'-])${CAPITAL}(?: (?:(?:${particles}) )?(?!(?:${notNames})(?![\p{L}'-]))${CAPITAL}){1,6}(?!\p{L})`,
  'gu',
)

const GIVEN: ReadonlySet<string> = new Set(GIVEN_NAMES_LATIN)
/** True for a town of the lists. */
export const isKnownPlace = (name: string): boolean => KNOWN_PLACES.has(name)

const KNOWN_PLACES: ReadonlySet<string> = new Set([...PLACES.fr, ...PLACES.en])

/** A double name counts by its first part: "Jean-Noël". */
export const isGivenName = (word: string): boolean =>
  GIVEN.has(word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().split('-', 1)[0] ?? '')

const NAMED_AFTER = new RegExp(
  String.raw`(?<!\p{L})(?:${patternFromWords(NAMED_THINGS.before)})(?: \p{Ll}+)?(?: (?:de|du|d'|of))? ?(?:\p{Lu}\p{L}+ )?$`,
  'iu',
)
const THINGS: ReadonlySet<string> = new Set(NAMED_THINGS.after)

/** "par X le 26 octobre", on a line of few words. */
function isByline(text: string, at: number): boolean {
  const start = text.lastIndexOf('\n', at) + 1
  const found = text.indexOf('\n', at)
  const line = text.slice(start, found < 0 ? text.length : found)
  return (line.match(/\p{L}{2,}/gu)?.length ?? 0) <= 8 && !/[.!?]["»”]?\s*$/u.test(line)
}
