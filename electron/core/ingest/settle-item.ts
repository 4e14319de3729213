import type { IngestLine, IngestOutcome, IngestWarning } from '../../../shared/model/ingest.ts'
import { addCommunique, digestWording } from '../archive/add-communique.ts'
import type { Authorship } from '../archive/journal.ts'
import { proposeRelation } from '../archive/relations.ts'
import { linkAccession, recordAccession } from '../archive/source-files.ts'
import type { WritableArchive } from '../db/archive-handle.ts'
import { indexVersion, type IndexMemory } from '../search/index-words.ts'
import type { Clock } from '../system/clock.ts'
import type { Composed } from './compose.ts'
import { findByWording, findNearest, recordShingles, shinglesFromText } from './duplicates.ts'
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
  const outcome: IngestOutcome = nearest
    ? {
        kind: 'related',
        communiqueId: added.communiqueId,
        relatedTo: nearest.communiqueId,
        relation: relationOf(composed),
      }
    : { kind: 'added', communiqueId: added.communiqueId }
  if (nearest) {
    proposeRelation(db, desk.clock, {
      kind: relationOf(composed),
      fromSeq: added.communiqueSeq,
      toSeq: nearest.communiqueSeq,
      rule: 'shared-runs',
    })
  }
  return { ...line, suggestionCount: countSuggestions(composed) + (nearest ? 1 : 0), outcome }
}

/** A text that names a publisher of its own passes the other's words on; else it replaces them. */
function relationOf(composed: Composed): 'amends' | 'relays' {
  return composed.publisher ? 'relays' : 'amends'
}

function countSuggestions({ dates, issuer }: Composed): number {
  const open = dates.filter(({ settlement }) => settlement === 'unconfirmed').length
  return open + (issuer?.settlement === 'unconfirmed' ? 1 : 0)
}
