import { GIVEN_NAMES_ARABIC } from '../rules/given-names.ts'
import { HONORIFICS, ROLE_HEADS } from '../rules/roles.ts'
import { patternFromWords } from '../rules/word-pattern.ts'
import { foldForReading } from '../text/reading-copy.ts'
import {
  constructLength,
  isArabicGivenName,
  isKnownArabicPlace,
  NOT_NAME_WORDS_AR,
} from './arabic-idafa.ts'

type Span = readonly [number, number]
/** Spans in the reading copy. */
export type NamedSpan = { readonly name: Span; readonly role: Span | null }

/** The longest name in units, and how far before it its role may begin. */
const NAME_UNITS = 80
const ROLE_UNITS = 110

/**
 * Finds the persons an Arabic text names by a given name known as one: where the name ends is
 * told by its grammar (بن, آل, a definite family name), its role stands before it or after it.
 * `isAli` tells whether the word there is the name "علي" and not the preposition it is read as.
 */
export function findArabicNames(
  text: string,
  isAli: (at: number) => boolean = () => false,
): readonly NamedSpan[] {
  const found: NamedSpan[] = []
  let from = 0
  for (const match of text.matchAll(GIVEN)) {
    const start = match.index + (match[0].length - (match.groups?.['given'] ?? '').length)
    if (start < from) continue
    const end = nameEnd(text, start, isAli)
    if (end === null || isKnownArabicPlace(text.slice(start, end))) continue
    from = end
    found.push({
      name: [start, end],
      role: roleBefore(text, start) ?? roleAfter(text, end),
    })
  }
  return found
}

const givenNames = patternFromWords([...GIVEN_NAMES_ARABIC, 'عبد'])
const GIVEN = new RegExp(
  String.raw`(?<!\p{L})(?!برقي)(?:[ولبف](?=\p{Script=Arabic}{4}))?(?<given>${givenNames})(?!\p{L})`,
  'gu',
)
/** Small words inside names: what follows belongs to the name. "ال" is "آل" as it is read. */
const PARTICLES: ReadonlySet<string> = new Set([
  'بن',
  'ابن',
  'بنت',
  'ال',
  'ابو',
  'بو',
  'ولد',
  'عبد',
])

/** Where the name that begins there ends; null when one word is all there is of it. */
function nameEnd(text: string, start: number, isAli: (at: number) => boolean): number | null {
  const rest = /^[\p{Script=Arabic} ]+/u.exec(text.slice(start, start + NAME_UNITS))?.[0] ?? ''
  const tokens = rest.trimEnd().split(' ')
  const given = tokens[0] === 'عبد' ? 2 : 1
  let kept = given
  let last: Part = 'given'
  while (kept < MOST_WORDS) {
    const at = start + tokens.slice(0, kept).join(' ').length + 1
    const isName = tokens[kept] === 'علي' && isAli(at)
    const part: Part = isName ? 'given' : nextPart(tokens, kept, { given, last })
    if (part === 'end') break
    kept += part === 'particle' ? 2 : 1
    last = part
  }
  if (kept > tokens.length || kept === given) return null
  return start + tokens.slice(0, kept).join(' ').length
}

const MOST_WORDS = 9

/** What a word is in a name: "particle" stands for itself and the word after it. */
type Part = 'given' | 'family' | 'definite' | 'particle' | 'end'

function nextPart(
  tokens: readonly string[],
  at: number,
  { given, last }: { readonly given: number; readonly last: Part },
): Part {
  const token = tokens[at] ?? ''
  if (token.length < 2 || NOT_NAME_WORDS_AR.has(token)) return 'end'
  if (PARTICLES.has(token)) return 'particle'
  if (isArabicGivenName(token)) return last === 'definite' || last === 'family' ? 'end' : 'given'
  if (/^(?:لل|بال|وال|فال|و\p{L}{3})/u.test(token)) return 'end'
  if (/^ال\p{L}{2}/u.test(token)) return isOver(last, at, given) ? 'end' : 'definite'
  return at === given ? 'family' : 'end'
}

/** After a definite name nothing follows; after an indefinite one a definite one at most. */
const isOver = (last: Part, at: number, given: number): boolean =>
  last === 'definite' || (last === 'family' && at > given + 1)

const heads = ROLE_HEADS.ar.map(foldForReading).join('|')
const honorifics = patternFromWords(HONORIFICS.ar)
const HEAD = new RegExp(String.raw`(?<!\p{L})[ولبف]?(?<head>${heads})(?!\p{L})`, 'gu')
const COURTESY = new RegExp(
  String.raw`(?:[ ]?[،,/-]?[ ]?(?:${honorifics})(?!\p{L}))*[ ]?[،,/]?[ ]?$`,
  'u',
)

/** The nearest role before a name, with the roles directly before it. */
function roleBefore(text: string, start: number): Span | null {
  const from = Math.max(0, start - ROLE_UNITS)
  const before = /[^.؛:!؟\n()"«»]*$/u.exec(text.slice(from, start))?.[0] ?? ''
  const bare = before.replace(COURTESY, '')
  const isParted = /[،,]/u.test(before.slice(bare.length))
  const base = start - before.length
  for (const match of [...bare.matchAll(HEAD)].toReversed()) {
    const at = match.index + match[0].length - (match.groups?.['head'] ?? '').length
    const words = bare.slice(at)
    if (!/^[\p{Script=Arabic} ]+$/u.test(words)) return null
    if (!isRole(words) || (constructLength(words) < words.length && !isParted)) continue
    return [base + at - (OUTER.exec(bare.slice(0, at))?.[0].length ?? 0), base + bare.length]
  }
  return null
}

const isRole = (words: string): boolean =>
  !words.split(' ').some((word) => NOT_ROLE_WORDS.has(word))

/** The role whose complement is the role found: "سفير خادم الحرمين الشريفين", "نائب رئيس …". */
const OUTER = /(?<!\p{L})(?:سفير|سفيره|نائب|مستشار|ممثل|مندوب|مبعوث|وزير|مدير مكتب|رئيس)[ ]$/u

/** "…، رئيس الحكومة": the role after a name. */
function roleAfter(text: string, end: number): Span | null {
  const match = AFTER.exec(text.slice(end, end + ROLE_UNITS))
  const words = match?.groups?.['role']
  if (match === null || words === undefined) return null
  const start = end + match[0].length - words.length
  const length = constructLength(words)
  return words.slice(0, length).includes(' ') ? [start, start + length] : null
}

const AFTER = new RegExp(
  String.raw`^[ ]?[،,-]?[ ]?(?<role>(?=رئيس|وزير|مدير|امين|سفير|محافظ|مستشار|والي|نائب|مندوب|ممثل|كاتب|الرئيس المدير|الامين|ولي العهد|الناطق|المتحدث|ملك)(?:${heads})(?!\p{L})(?:[ ][\p{Script=Arabic}]+){0,7})`,
  'u',
)

/** Words of a sentence, which no role holds. */
export const NOT_ROLE_WORDS: ReadonlySet<string> = new Set(
  [
    'ان',
    'انه',
    'مع',
    'الي',
    'من',
    'عن',
    'علي',
    'تعيين',
    'اليوم',
    'امس',
    'قد',
    'التي',
    'الذي',
    'كما',
    'خلفا',
  ].map(foldForReading),
)
