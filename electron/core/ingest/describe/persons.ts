import type { DescribedPerson } from './description.ts'
import { PERSON_PATTERNS } from './person-patterns.ts'
import { HEADLINE_VERBS } from '../rules/issuers.ts'
import { NOT_NAMES, NOT_NAMES_AR, ROLE_ABBREVIATIONS } from '../rules/roles.ts'
import { foldForReading } from '../text/reading-copy.ts'
import { cleanValue, evidenceFromSpan, groupSpan } from './sources.ts'
import type { Sources } from './sources.ts'

/** How far a text is read for persons, in units. */
const READ_UNITS = 12_000

/**
 * Finds the persons a text names, once each, in reading order, with the role printed beside the
 * name. A shorter form of a name already found ("Faye" words of "Diomaye Faye") is the same
 * person. Names found by pattern alone are proposals.
 */
export function findPersons(sources: Sources): readonly DescribedPerson[] {
  const { language } = sources
  if (language === 'und') return []
  const text = sources.text.text.slice(0, READ_UNITS)
  const found: DescribedPerson[] = []
  for (const { rule, expression } of PERSON_PATTERNS[language]) {
    for (const match of text.matchAll(expression)) {
      const person = readPerson(sources, rule, match)
      if (person !== null) keepPerson(found, person)
    }
  }
  return found.toSorted((a, b) => (a.evidence.start ?? 0) - (b.evidence.start ?? 0))
}

function readPerson(
  sources: Sources,
  rule: string,
  match: RegExpExecArray,
): DescribedPerson | null {
  const span = groupSpan(match, 'name')
  if (span === null) return null
  const trimmed = nameSpan(sources.text.text, span)
  if (trimmed === null) return null
  const evidence = evidenceFromSpan('text', sources.text, trimmed[0], trimmed[1])
  const roleSpan = groupSpan(match, 'role')
  const role =
    roleSpan === null
      ? null
      : cleanValue(evidenceFromSpan('text', sources.text, roleSpan[0], roleSpan[1]).quote)
  if (role !== null && !isWholeRole(role)) return null
  const fullRole = role === null ? null : (ROLE_ABBREVIATIONS[role] ?? role)
  return { name: cleanValue(evidence.quote), role: fullRole, rule, evidence }
}

/** A role that breaks off before its complement, or holds a verb, is no role. */
const isWholeRole = (role: string): boolean =>
  !/(?:^|[ '’])(?:de|du|des|d|la|le|les|l|et|à|au|aux|en|of|and|the|for|to)['’]?$/u.test(role) &&
  !role.split(' ').some((word) => VERBS.has(word))

const VERBS: ReadonlySet<string> = new Set(HEADLINE_VERBS.fr)

/** The span, where its words make a name of two words or more; null when one of them cannot. */
function nameSpan(text: string, span: readonly [number, number]): readonly [number, number] | null {
  const words = text.slice(span[0], span[1]).split(' ')
  const isDefinite = words.slice(0, 2).every((word) => word.startsWith('ال'))
  return words.length >= 2 && words.every(isNameWord) && !isDefinite ? span : null
}

const isNameWord = (word: string): boolean =>
  !NOT_NAME_WORDS.has(word.replace(/[.']+$/u, '')) && !/^(?:لل|بال|وال|فال)/u.test(word)

const NOT_NAME_WORDS: ReadonlySet<string> = new Set([
  ...NOT_NAMES,
  ...NOT_NAMES_AR.map(foldForReading),
])

function keepPerson(found: DescribedPerson[], person: DescribedPerson): void {
  const at = found.findIndex((held) => isSamePerson(held.name, person.name))
  const held = found[at]
  if (held === undefined) {
    found.push(person)
    return
  }
  const role = held.role ?? person.role
  found.splice(at, 1, { ...held, role })
}

/** One name holds all the words of the other, and they end with the same one. */
function isSamePerson(first: string, second: string): boolean {
  const [a, b] = [wordsOf(first), wordsOf(second)]
  return a.at(-1) === b.at(-1) && (holds(a, b) || holds(b, a))
}

const holds = (whole: readonly string[], part: readonly string[]): boolean =>
  part.every((word) => whole.includes(word))

const wordsOf = (name: string): readonly string[] =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[\s-]+/u)
