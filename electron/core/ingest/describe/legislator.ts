import { NOT_NAMES } from '../rules/roles.ts'
import { candidateFromSpan, groupSpan } from './sources.ts'
import type { Candidate, Sources } from './sources.ts'

const READ_UNITS = 4000
const TITLED = [
  /(?<body>(?:U\.S\. |US |United States )?(?:Sen\.|Senator|Rep\.|Congressman|Congresswoman|(?:Majority|Minority|Republican|Democratic) Leader) +(?:\p{Lu}[\p{L}'-]+ +|\p{Lu}\.? +){0,3}?(?<family>\p{Lu}\p{Ll}[\p{L}-]+))(?=[,.;:'’()]| {2}| (?:\p{Ll}|\(|\d)|\n|$)/dgu,
  /(?<body>(?:SEN\.|SENATOR) +(?:\p{Lu}[\p{L}'-]+ +|\p{Lu}\. +){0,2}?(?<family>\p{Lu}[\p{L}-]{2,}))(?=[,.;:'’()\n]| {2}| (?!\p{Lu})|$)/dgu,
]

/**
 * Proposes the legislator an English release comes from: of those it names with their title,
 * the one whose family name it repeats most. Of several named together none is chosen: nothing
 * says whose office it was. Null in other languages and when none is named.
 */
export function proposeLegislator(sources: Sources): Candidate | null {
  if (sources.language !== 'en') return null
  const text = sources.text.text.slice(0, READ_UNITS)
  for (const expression of TITLED) {
    const named = [...text.matchAll(expression)].filter(({ groups }) =>
      isFamilyName(groups?.['family']),
    )
    const [first] = named.toSorted((a, b) => countOf(text, b) - countOf(text, a))
    const span = first === undefined ? null : groupSpan(first, 'body')
    if (span !== null) return candidateFromSpan(sources, 'en-legislator', span)
  }
  return null
}

const isFamilyName = (name: string | undefined): boolean =>
  name !== undefined && !NOT_NAME_WORDS.has(name)

const NOT_NAME_WORDS: ReadonlySet<string> = new Set(NOT_NAMES)

const countOf = (text: string, match: RegExpExecArray): number =>
  text.split(match.groups?.['family'] ?? '').length
