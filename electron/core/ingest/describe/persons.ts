import type { Language } from '../../../../shared/model/language.ts'
import { HEADLINE_VERBS } from '../rules/issuers.ts'
import { NAMED_THINGS, NOT_NAMES, ROLE_ABBREVIATIONS } from '../rules/roles.ts'
import { isArabicGivenName, NOT_NAME_WORDS_AR } from './arabic-idafa.ts'
import { findArabicNames, NOT_ROLE_WORDS } from './arabic-names.ts'
import { isCountryName } from './countries.ts'
import type { DescribedPerson } from './description.ts'
import { findLatinNames, isGivenName, isKnownPlace } from './latin-names.ts'
import { PERSON_PATTERNS } from './person-patterns.ts'
import type { ReadingCopy } from '../text/reading-copy.ts'
import { cleanValue, evidenceFromSpan, groupSpan } from './sources.ts'
import type { Sources } from './sources.ts'

/** How far a text is read for persons, in units. */
const READ_UNITS = 12_000

type Span = readonly [number, number]
/** A name and its role as spans of the reading copy. */
type Named = { readonly rule: string; readonly name: Span; readonly role: Span | null }
type Told = Exclude<Language, 'und'>

/**
 * Finds the persons a text names, once each, in reading order, with the role printed beside the
 * name. A shorter form of a name already found ("Faye" words of "Diomaye Faye") is the same
 * person. Names found by pattern alone are proposals.
 */
export function findPersons(sources: Sources): readonly DescribedPerson[] {
  const { language } = sources
  if (language === 'und') return []
  const text = sources.text.text.slice(0, READ_UNITS)
  const named: Named[] = []
  const byName = namedByGivenName(sources.text, text, language)
  const byPattern = namedByPattern(text, language)
  // An Arabic name ends where its grammar says; a Latin one where its capitals end.
  for (const one of language === 'ar' ? [...byName, ...byPattern] : [...byPattern, ...byName])
    if (language !== 'ar' || !isPreposition(sources.text, one.name)) keepNamed(named, one, text)
  const found: DescribedPerson[] = []
  for (const one of named) keepPerson(found, personFromNamed(sources, one))
  return found.toSorted((a, b) => (a.evidence.start ?? 0) - (b.evidence.start ?? 0))
}

function namedByGivenName(copy: ReadingCopy, text: string, language: Told): readonly Named[] {
  const rule = `${language}-given-name`
  return language === 'ar'
    ? findArabicNames(text, (at) => isAli(copy, at)).map((found) => ({ rule, ...found }))
    : findLatinNames(text).map((name) => ({ rule, name, role: null }))
}

/** "علي" is the name where the text writes the preposition in its own way. */
const isAli = ({ source, starts }: ReadingCopy, at: number): boolean =>
  source.startsWith('علي', starts[at]) && /(?<!\p{L})على(?!\p{L})/u.test(source)

/**
 * "على" is no name, though it is read as "علي"; nor is "علي" before one word, in a text that
 * writes the preposition so throughout.
 */
const isPreposition = ({ source, starts, text }: ReadingCopy, [start, end]: Span): boolean => {
  if (source.startsWith('على', starts[start])) return true
  const isBare = /^علي(?: (?!بن )\p{Script=Arabic}+){1,3}$/u.test(text.slice(start, end))
  const isUsual = [...text.matchAll(/(?<!\p{L})علي(?!\p{L})/gu)].length > 1
  return isBare && isUsual && !/(?<!\p{L})على(?!\p{L})/u.test(source)
}

function namedByPattern(text: string, language: Told): readonly Named[] {
  return PERSON_PATTERNS[language].flatMap(({ rule, expression, isShort }) =>
    [...text.matchAll(expression)].flatMap((match): readonly Named[] => {
      const named = groupSpan(match, 'name')
      const role = groupSpan(match, 'role')
      const name = named === null ? null : withoutCountry(text, named)
      if (name === null || !isName(text.slice(...name), language, isShort === true)) return []
      if (language === 'ar' && !isToldInArabic(text, name, role)) return []
      if (role !== null && !isWholeRole(text.slice(...role), text.slice(...name))) return []
      return [{ rule, name, role }]
    }),
  )
}

/**
 * Words after an Arabic role are a name where a comma or a courtesy parts them, where a nation
 * ends the role, or where the first is a name known as one: else they go on with the sentence.
 */
function isToldInArabic(text: string, name: Span, role: Span | null): boolean {
  const [first = ''] = text.slice(...name).split(' ', 1)
  if (isArabicGivenName(first)) return true
  if (/^[ولبف]\p{L}{3}/u.test(first) || role === null) return role === null
  const words = text.slice(...role).split(' ')
  if (words.some((word) => NOT_ROLE_WORDS.has(word))) return false
  if (text.slice(role[1], name[0]).trim() !== '') return true
  if (words.length > 1 && /^[ولبف]?(?:وزير|سفير|رئيس [وا]|ملك )/u.test(words.join(' '))) return true
  return isCountryName((words.at(-1) ?? '').replace(/^و/u, ''), 'ar')
}

/** Two names that overlap are one person's: the first found keeps its words, and lends no role. */
function keepNamed(named: Named[], one: Named, text: string): void {
  const at = named.findIndex(({ name }) => name[0] < one.name[1] && one.name[0] < name[1])
  const held = named[at]
  if (held === undefined) named.push(one)
  else if (held.role === null && !text.startsWith('و', one.name[0]))
    named.splice(at, 1, { ...held, role: one.role })
}

function personFromNamed(sources: Sources, { rule, name, role }: Named): DescribedPerson {
  const evidence = evidenceFromSpan('text', sources.text, ...name)
  const words =
    role === null ? null : cleanValue(evidenceFromSpan('text', sources.text, ...role).quote)
  const fullRole = words === null ? null : (ROLE_ABBREVIATIONS[words] ?? words)
  return { name: cleanValue(evidence.quote), role: fullRole, rule, evidence }
}

/** A role that breaks off before its complement, holds a verb or ends with a thing is no role. */
const isWholeRole = (role: string, name: string): boolean =>
  !/(?:^|[ '])(?:de|du|des|d|la|le|les|l|et|à|au|aux|en|of|and|the|for|to)'?$/u.test(role) &&
  !(isOfThing(role) && !isGivenName(name.split(' ', 1)[0] ?? '')) &&
  !role.split(' ').some((word) => VERBS.has(word))

/** "rédactrice en chef du magazine X Y": what follows is the name of the magazine. */
const isOfThing = (role: string): boolean =>
  role
    .toLowerCase()
    .split(/[ ']/u)
    .slice(-2)
    .some((word) => THINGS.has(word))

/** "Salma Exemple du Valdor": the name, without the country or town it is of. */
function withoutCountry(text: string, [start, end]: Span): Span {
  const of = / (?:de|du|de la|d'|of) (\p{Lu}[\p{L} '-]*)$/u.exec(text.slice(start, end))
  const isOf = of !== null && (isCountryName(of[1] ?? '', 'fr') || isKnownPlace(of[1] ?? ''))
  return isOf ? [start, start + of.index] : [start, end]
}

const VERBS: ReadonlySet<string> = new Set(HEADLINE_VERBS.fr)
const THINGS: ReadonlySet<string> = new Set(NAMED_THINGS.before)
const AFTER: ReadonlySet<string> = new Set(NAMED_THINGS.after)

/** Words that make a name: two or more, or one where a role of one person stands before it. */
function isName(name: string, language: Told, isShort: boolean): boolean {
  const words = name.split(' ')
  if (language !== 'ar' && isCountryName(name.toLowerCase(), language)) return false
  if (/'s(?: |$)/u.test(name)) return false
  if (words.some((word) => AFTER.has(word) && !isGivenName(word))) return false
  const isDefinite = words.slice(0, 2).every((word) => word.startsWith('ال'))
  return (words.length >= 2 || isShort) && words.every(isNameWord) && !isDefinite
}

const isNameWord = (word: string): boolean =>
  !NOT_NAME_WORDS.has(word.replace(/[.']+$/u, '')) &&
  !NOT_NAME_WORDS_AR.has(word) &&
  !/^(?:لل|بال|وال|فال)/u.test(word)

const NOT_NAME_WORDS: ReadonlySet<string> = new Set(NOT_NAMES)

function keepPerson(found: DescribedPerson[], person: DescribedPerson): void {
  const at = found.findIndex((held) => isSamePerson(held.name, person.name))
  const held = found[at]
  if (held === undefined) {
    found.push(person)
    return
  }
  const role = held.role ?? person.role
  const longer = person.name.length > held.name.length && !held.name.includes(' ') ? person : held
  found.splice(at, 1, { ...longer, role })
}

/** One name holds all the words of the other, and they end with the same one or one is a single word. */
function isSamePerson(first: string, second: string): boolean {
  const [a, b] = [wordsOf(first), wordsOf(second)]
  const isSingle = a.length === 1 || b.length === 1
  return (isSingle || a.at(-1) === b.at(-1)) && (holds(a, b) || holds(b, a))
}

const holds = (whole: readonly string[], part: readonly string[]): boolean =>
  part.every((word) => whole.includes(word))

const wordsOf = (name: string): readonly string[] =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[\s-]+/u)
