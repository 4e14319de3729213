import { NOT_NAMES } from '../rules/roles.ts'
import { foldForReading } from '../text/reading-copy.ts'
import { candidateFromSpan, groupSpan } from './sources.ts'
import type { Candidate, Sources } from './sources.ts'

const READ_UNITS = 4000
/** How far the head of a release reaches: its letterhead and its headline. */
const HEAD_UNITS = 400

const GIVEN = String.raw`(?:\p{Lu}[\p{L}'-]+ +|\p{Lu}\.? +){0,3}?`
const FAMILY_NAME = String.raw`\p{Lu}[\p{Ll}'][\p{L}'-]*\p{L}`
const FAMILY = String.raw`(?<family>${FAMILY_NAME})`
const CLOSE = String.raw`(?=[,.;:'’()]| {2}| (?:\p{Ll}|\(|\d)|\n|$)`
const TITLE = String.raw`(?:U\.S\. |US |U S +|United States )?(?:Sen\.|Senator|Rep\.|Representative|Congressman|Congresswoman|(?:Majority|Minority|Republican|Democratic) Leader)`
const TITLED = [
  new RegExp(String.raw`(?<body>${TITLE} +${GIVEN}${FAMILY})${CLOSE}`, 'dgu'),
  /(?<body>(?:SEN\.|SENATOR) +(?:\p{Lu}[\p{L}'-]+ +|\p{Lu}\. +){0,2}?(?<family>\p{Lu}[\p{L}-]{2,}))(?=[,.;:'’()\n]| {2}| (?!\p{Lu})|$)/dgu,
]
/** "Senator Mark Pryor Press Releases": the letterhead of an office. */
const LETTERHEAD =
  /(?<body>(?:(?:Sen\.?|Senator) +(?:\p{Lu}[\p{L}.-]* ){0,3}?(?<family>\p{Lu}\p{Ll}[\p{L}-]+))|SENATOR +\p{Lu}{2,} +(?:\p{Lu}\.? +)?(?<capitals>\p{Lu}[\p{Lu}-]{2,}))(?: {2,}| (?:Press|News|Office)(?!\p{L}))/dgu

const MEMBER_GIVEN = String.raw`(?:\p{Lu}[\p{L}'.-]* +){0,4}?`
const JUNIOR = String.raw`(?:,? Jr\.?)?`
const MEMBER = String.raw`${MEMBER_GIVEN}${FAMILY_NAME}${JUNIOR}(?: *(?:\([^()\n]{1,20}\)|, ?[DRI]-[\p{L}.]{2,8}| +[DRI] +\p{Lu}\p{L}{1,4}(?!\p{Ll})))?`
/** "Senators John Kerry (D-MA), Edward Kennedy and Jack Reed". */
const TOGETHER = new RegExp(
  String.raw`(?<!\p{L})(?:Sens\.?|Senators|SENS\.|SENATORS|Reps\.|Representatives|Congressmen) +(?<members>${MEMBER}(?:(?: *, *(?:and +)?| +and +)${MEMBER})+)(?= *[,.;:()]| +(?:\p{Ll}|\d)| *$)`,
  'dgu',
)

/** One name of such a list. */
const LISTED = new RegExp(
  String.raw`(?:^|, *(?:and +)?| and +)(?<name>${MEMBER_GIVEN}${FAMILY}${JUNIOR})(?= *(?:\(|,| and |[DRI] +\p{Lu}|$))`,
  'dgu',
)

/** A legislator named with the title, by the span of the name in the reading copy. */
type Legislator = { readonly family: string; readonly span: readonly [number, number] }

/**
 * Proposes the legislators an English release comes from: the one its letterhead names, else
 * those it names together ("Senators A and B"), the first named first, else of those it names
 * with their title the one whose family name it repeats most. Empty in other languages and when
 * none is named.
 */
export function proposeLegislators(sources: Sources): readonly Candidate[] {
  if (sources.language !== 'en') return []
  const text = sources.text.text.slice(0, READ_UNITS)
  const found = chooseLegislators(text, foldForReading(sources.title).toLowerCase())
  return found.map(({ span }) => candidateFromSpan(sources, 'en-legislator', span))
}

function chooseLegislators(text: string, title: string): readonly Legislator[] {
  const letterhead = namedBy(text.slice(0, HEAD_UNITS), LETTERHEAD)
  if (letterhead.length > 0) return letterhead.slice(0, 1)
  const together = namedTogether(text)
  const alone = TITLED.map((expression) => namedBy(text, expression)).find(
    ({ length }) => length > 0,
  )
  const [most] = mostNamed(text, title, [...together, ...(alone ?? [])])
  if (most === undefined) return []
  const isOfThem = together.some(({ family }) => family === most.family)
  return isOfThem ? mostNamed(text, title, together) : [most]
}

/** Those of the headline in its order, then the most quoted, then the most named. */
const mostNamed = (
  text: string,
  title: string,
  found: readonly Legislator[],
): readonly Legislator[] =>
  found.toSorted(
    (a, b) =>
      placeInTitle(title, a) - placeInTitle(title, b) ||
      quotesOf(text, b) - quotesOf(text, a) ||
      countOf(text, b) - countOf(text, a),
  )

function placeInTitle(title: string, { family }: Legislator): number {
  const at = title.indexOf(family.toLowerCase())
  return at < 0 ? title.length : at
}

const SAID = 'said|says|added|wrote|noted|explained|continued|concluded|stated|announced'

/** How often a text lets one speak: "said Dodd", "Senator Collins added". */
const quotesOf = (text: string, { family }: Legislator): number =>
  text.match(
    new RegExp(
      String.raw`(?:${SAID}) (?:Sen\.|Senator|Rep\.)? ?(?:\p{Lu}[\p{L}.]* ){0,2}?${family}|${family} (?:also )?(?:${SAID})`,
      'gu',
    ),
  )?.length ?? 0

function namedBy(text: string, expression: RegExp): readonly Legislator[] {
  return [...text.matchAll(expression)].flatMap((match): readonly Legislator[] => {
    const family = match.groups?.['family'] ?? match.groups?.['capitals']
    const span = groupSpan(match, 'body')
    if (family === undefined || span === null || NOT_NAME_WORDS.has(family)) return []
    return [{ family, span }]
  })
}

/** The members of the first list of several. */
function namedTogether(text: string): readonly Legislator[] {
  for (const match of text.matchAll(TOGETHER)) {
    const span = groupSpan(match, 'members')
    if (span === null) continue
    const members = splitMembers(text.slice(...span), span[0])
    if (members.length > 1) return members
  }
  return []
}

function splitMembers(members: string, from: number): readonly Legislator[] {
  return [...members.matchAll(LISTED)].flatMap((match): readonly Legislator[] => {
    const span = groupSpan(match, 'name')
    const family = match.groups?.['family'] ?? ''
    if (span === null || NOT_NAME_WORDS.has(family)) return []
    return [{ family, span: [from + span[0], from + span[1]] }]
  })
}

const NOT_NAME_WORDS: ReadonlySet<string> = new Set(NOT_NAMES)

const countOf = (text: string, { family }: Legislator): number => text.split(family).length
