import type { IngestLine, IngestOutcome, IngestWarning } from '../../../shared/model/ingest.ts'
import type { CalendarDate } from '../../../shared/model/stated-date.ts'
import { addCommunique, digestWording, type Added } from '../archive/add-communique.ts'
import { publisherOf } from '../archive/attributions.ts'
import type { Authorship } from '../archive/journal.ts'
import { proposeRelation } from '../archive/relations.ts'
import { linkAccession, recordAccession } from '../archive/source-files.ts'
import type { WritableArchive } from '../db/archive-handle.ts'
import { indexVersion, type IndexMemory } from '../search/index-words.ts'
import type { Clock } from '../system/clock.ts'
import type { Composed } from './compose.ts'
import { findOtherTake } from './continued-take.ts'
import {
  findByWording,
  findNearest,
  recordShingles,
  shinglesFromText,
  type NearWording,
} from './duplicates.ts'
import { opensAlike, quotesStatementOf } from './quoted-statement.ts'
import type { ReadingItem } from './reading.ts'

/** Who takes in, from where, and what is remembered from one text to the next. */
export interface Desk {
  readonly clock: Clock
  readonly authorship: Authorship
  readonly memory: IndexMemory
  /** What the officer chose, one path a line; null for bytes handed over. */
  readonly origin: string | null
}

interface NewItem {
  readonly item: ReadingItem
  readonly composed: Composed
  readonly warnings: readonly IngestWarning[]
  readonly bytes: Uint8Array
  readonly digest: string
}

/**
 * Writes one text that was read: its original bytes always; the text itself unless the archive
 * has these words already. What is close to another text is added all the same and linked by a
 * suggestion. To be called inside the transaction of its file.
 */
export function settleItem(db: WritableArchive, desk: Desk, found: NewItem): IngestLine {
  const { item, composed, bytes, digest } = found
  const { version } = composed
  const accessionSeq = recordAccession(db, {
    digest,
    mediaType: item.mediaType,
    bytes,
    name: item.name,
    origin: desk.origin,
    encoding: item.encoding,
    reader: item.reader,
    ingestedAt: desk.authorship.at,
    ingestedBy: desk.authorship.actor,
  })
  const line = {
    name: item.name,
    digest,
    title: version.title,
    suggestionCount: 0,
    warnings: [...new Set([...found.warnings, ...composed.warnings])],
  }
  const same = findByWording(db, digestWording(version.title, version.text))
  if (same) {
    linkAccession(db, accessionSeq, same.versionSeq)
    return { ...line, outcome: { kind: 'identical', communiqueId: same.communiqueId } }
  }
  const shingles = shinglesFromText(version.text)
  const nearest = findNearest(db, shingles)
  const added = addCommunique(db, desk.clock, desk.authorship, {
    ...composed,
    version: { ...version, accessionSeq },
  })
  recordShingles(db, added.versionSeq, shingles)
  indexVersion(db, { seq: added.versionSeq, title: version.title, text: version.text }, desk.memory)
  const outcome = nearest
    ? relate(db, desk, { composed, added, nearest })
    : joinTakes(db, desk, { composed, added })
  const links = outcome.kind === 'related' ? 1 : 0
  return { ...line, suggestionCount: countSuggestions(composed) + links, outcome }
}

/** Proposes that a take of an agency tells of one event with the others of its dispatch. */
function joinTakes(
  db: WritableArchive,
  { clock }: Desk,
  { composed, added }: Omit<Likeness, 'nearest'>,
): IngestOutcome {
  const { communiqueId, communiqueSeq } = added
  const other = findOtherTake(db, {
    communiqueSeq,
    title: composed.version.title,
    publishedOn: publishedOnOf(composed) ?? null,
  })
  if (!other) return { kind: 'added', communiqueId }
  const kind = 'same-event'
  const pair = { fromSeq: communiqueSeq, toSeq: other.communiqueSeq }
  proposeRelation(db, clock, { kind, ...pair, rule: 'continued-take' })
  return { kind: 'related', communiqueId, relatedTo: other.communiqueId, relation: kind }
}

interface Likeness {
  readonly composed: Composed
  readonly added: Added
  readonly nearest: NearWording
}

/**
 * Proposes what a text is to the one it is like. Where another publisher passes the words on, or
 * one of them reports the statement that the other is, it relays them; else the one that came out later amends the other, whichever came in first. Where
 * the days do not tell, the one read later does, and files of a batch are read by their names.
 */
function relate(
  db: WritableArchive,
  { clock }: Desk,
  { composed, added, nearest }: Likeness,
): IngestOutcome {
  const publisher = publisherOf(db, added.communiqueSeq)
  const { text } = nearest
  const isQuoted = quotesStatementOf(text, composed.version.text)
  const isQuoting = quotesStatementOf(composed.version.text, text)
  const isReport = isQuoted !== isQuoting && !opensAlike(text, composed.version.text)
  const isRelay =
    isReport || (publisher !== null && publisher !== publisherOf(db, nearest.communiqueSeq))
  const kind = isRelay ? 'relays' : 'amends'
  const pair = [added.communiqueSeq, nearest.communiqueSeq] as const
  const isTurned = isReport ? isQuoted : !isRelay && isBefore(composed, nearest)
  const [fromSeq, toSeq] = isTurned ? [pair[1], pair[0]] : pair
  proposeRelation(db, clock, { kind, fromSeq, toSeq, rule: 'shared-runs' })
  const { communiqueId } = added
  return { kind: 'related', communiqueId, relatedTo: nearest.communiqueId, relation: kind }
}

const publishedOnOf = ({ dates }: Composed): CalendarDate | undefined =>
  dates.find(({ role }) => role === 'published')?.value

function isBefore(composed: Composed, { publishedOn }: NearWording): boolean {
  const published = publishedOnOf(composed)
  const isKnown = published?.length === 10 && publishedOn?.length === 10
  return isKnown && published < publishedOn
}

function countSuggestions({ dates, issuer }: Composed): number {
  const open = dates.filter(({ settlement }) => settlement === 'unconfirmed').length
  return open + (issuer?.settlement === 'unconfirmed' ? 1 : 0)
}
