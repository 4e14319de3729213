import type { Attribution, NewCommunique } from '../archive/add-communique.ts'
import type { NewMention } from '../archive/mentions.ts'
import type { AuthorityKind } from '../../../shared/model/authority-record.ts'
import type { Paragraph } from '../../../shared/model/communique.ts'
import type { IngestWarning } from '../../../shared/model/ingest.ts'
import { describe } from './describe/describe.ts'
import type { Description } from './describe/description.ts'
import type { Candidate } from './describe/sources.ts'
import type { NameFinder } from './known-names.ts'
import type { ReadingBlock, ReadingItem } from './reading.ts'
import { directionFromPassage, type LanguageDetector } from './text/language.ts'
import { readHeader } from './text/header.ts'
import { linesFromSource } from './text/lines.ts'
import { paragraphsFromBlock } from './text/paragraph-lines.ts'
import { readPlainText, type PlainText } from './text/read-plain-text.ts'

/** A text read and described, before it is compared with what the archive holds. */
export type Composed = Omit<NewCommunique, 'version'> & {
  readonly version: Omit<NewCommunique['version'], 'accessionSeq'>
  readonly warnings: readonly IngestWarning[]
}

/** Turns what a reader found into a described communiqué; `findNames` adds the names it knows. */
export function composeCommunique(
  item: ReadingItem,
  detect: LanguageDetector,
  findNames: NameFinder = () => [],
): Composed {
  const wording = isPlainText(item) ? readPlainText(textOf(item), detect) : layOut(item, detect)
  const described: Description = describe({
    ...wording,
    fileName: item.name.split('/').at(-1) ?? item.name,
    structured: item.structured,
  })
  return {
    kind: described.kind,
    referenceCode: described.referenceCode?.value ?? null,
    place: described.places[0]?.value ?? null,
    issuer: attributionFrom(described.issuer),
    publisher: attributionFrom(described.publisher),
    dates: described.dates,
    mentions: withKnown(mentionsFrom(described), findNames(wording.text, wording.language)),
    version: wording,
    warnings: described.warnings.map(({ kind }) => kind),
  }
}

function isPlainText(item: ReadingItem): boolean {
  return item.blocks.length === 1 && item.mediaType.startsWith('text/plain')
}

const textOf = (item: ReadingItem): string => item.blocks.map(({ text }) => text).join('\n\n')

/**
 * Blocks laid out as one text, paragraphs joined by one blank line. What stands above the first of
 * them (the title again, a date line, a dateline) goes to the preamble, as in a plain text.
 */
function layOut(item: ReadingItem, detect: LanguageDetector): PlainText {
  const stated = item.title ?? item.structured.title?.value ?? null
  const blocks = item.blocks.flatMap(linesOfBlock)
  const { head, body, title } = splitHead(blocks, stated)
  const paragraphs: Paragraph[] = []
  let at = 0
  for (const block of body) {
    paragraphs.push(paragraphFrom(block, at, detect))
    at += block.text.length + 2
  }
  const text = joined(body)
  const language = detect(text)
  return {
    ...(title ?? titleOf(stated, text)),
    preamble: joined(head),
    text,
    paragraphs,
    language,
    direction: directionFromPassage(text, language),
  }
}

const joined = (blocks: readonly ReadingBlock[]): string =>
  blocks.map(({ text }) => text).join('\n\n')

/** A block as the paragraphs it holds: readers keep the line ends of their source. */
const linesOfBlock = ({ kind, text }: ReadingBlock): readonly ReadingBlock[] =>
  paragraphsFromBlock(text).map((line) => ({ kind, text: line }))

type Titled = Pick<PlainText, 'title' | 'titleEvidence'>

function splitHead(
  blocks: readonly ReadingBlock[],
  stated: string | null,
): {
  readonly head: readonly ReadingBlock[]
  readonly body: readonly ReadingBlock[]
  readonly title: Titled | null
} {
  const lines = linesFromSource(joined(blocks), 0)
  const header = readHeader(lines, stated)
  // Every other line is the blank one between two blocks.
  const count = Math.max(0, header.bodyLine) / 2
  const head = blocks.slice(0, count)
  const { title } = header
  if (title === null || title.end > joined(head).length)
    return { head, body: blocks.slice(count), title: null }
  const quote = joined(head).slice(title.start, title.end)
  const titleEvidence = { part: 'preamble', start: title.start, end: title.end, quote } as const
  return { head, body: blocks.slice(count), title: { title: quote, titleEvidence } }
}

function titleOf(stated: string | null, text: string): Titled {
  if (stated === null) return { title: firstSentence(text), titleEvidence: null }
  const titleEvidence = { part: 'metadata', start: null, end: null, quote: stated } as const
  return { title: stated.normalize('NFC'), titleEvidence }
}

function paragraphFrom(block: ReadingBlock, start: number, detect: LanguageDetector): Paragraph {
  const { text } = block
  const language = detect(text)
  return {
    start,
    end: start + text.length,
    kind: block.kind,
    language,
    direction: directionFromPassage(text, language),
  }
}

function firstSentence(text: string): string {
  return (/^[^.!?؟\n]{1,140}/u.exec(text)?.[0] ?? text.slice(0, 140)).trim()
}

function attributionFrom(candidate: Candidate | null): Attribution | null {
  if (!candidate) return null
  const { value, settlement, rule, evidence } = candidate
  return { name: value, settlement, rule, evidence }
}

/** Everything the description names in the words of the text, each passage once for each kind. */
function mentionsFrom(described: Description): readonly NewMention[] {
  const { persons, places, instruments, countries, issuers } = described
  return [
    ...persons.flatMap((person) => mentionFrom('person', { ...person, value: person.name })),
    ...issuers.flatMap((issuer) => mentionFrom('corporate-body', issuer)),
    ...places.flatMap((place) => mentionFrom('place', place)),
    ...countries.flatMap(({ code, rule, evidence }) =>
      mentionFrom('place', { value: evidence.quote, rule, evidence, countryCode: code }),
    ),
    ...instruments.flatMap((instrument) => mentionFrom('instrument', instrument)),
  ]
}

/** A known name within a passage that a rule has read already is not a second mention. */
function withKnown(
  read: readonly NewMention[],
  known: readonly NewMention[],
): readonly NewMention[] {
  const isRead = (mention: NewMention): boolean =>
    read.some(
      ({ kind, part, start, end }) =>
        kind === mention.kind &&
        part === mention.part &&
        start < mention.end &&
        mention.start < end,
    )
  return [...read, ...known.filter((mention) => !isRead(mention))]
}

interface Named extends Pick<Candidate, 'value' | 'rule' | 'evidence'> {
  readonly role?: string | null
  readonly countryCode?: string
}

/** A value read from structure has no passage, and is no mention. */
function mentionFrom(kind: AuthorityKind, named: Named): readonly NewMention[] {
  const { value, rule, evidence, role = null, countryCode } = named
  const { part, start, end } = evidence
  if ((part !== 'text' && part !== 'preamble') || start === null || end === null) return []
  const country = countryCode === undefined ? {} : { countryCode }
  return [{ kind, name: value, part, start, end, role, rule, ...country }]
}
