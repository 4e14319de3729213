import { fail, succeed, type Outcome } from '../../shared/model/failure.ts'
import type { SavedSearch } from '../../shared/model/saved-search.ts'
import type { Passage, WordingChange } from '../../shared/model/passage.ts'
import { searchWords, type SearchWords } from './search-words.ts'
import type { CliSession } from './session.ts'

/** What `verify-quotation` ends with when the words are not in the archive as they were quoted. */
const NOT_AS_QUOTED = 3

/** Tells whether a quotation is in the archive, where, or how it differs; exit code 3 when it does. */
export async function verifyQuotation(session: CliSession, quotation: string): Promise<number> {
  const checked = await session.archive.call('search.verify-quotation', { quotation })
  if (!checked.ok) {
    session.tell(checked.failure)
    return 1
  }
  const { verdict, places, total, typography, changes } = checked.value
  const isThere = verdict === 'verbatim' || verdict === 'typographic'
  if (session.json) {
    session.print(JSON.stringify(checked.value))
    return isThere ? 0 : NOT_AS_QUOTED
  }
  const words = searchWords()
  session.print(words.verdict[verdict])
  for (const place of places) session.print(placeLine(words, place))
  if (total > places.length) session.print(words.otherPlaces(total - places.length))
  for (const { kinds, archive, quoted } of typography) {
    const named = kinds.map((kind) => words.typography[kind]).join(', ')
    session.print(`  ${named} : ${words.changed(archive, quoted)}`)
  }
  const [nearest] = places
  if (nearest && changes.length > 0) {
    session.print(`  ${markedChanges(changes, nearest.text, checked.value.quotation)}`)
  }
  return isThere ? 0 : NOT_AS_QUOTED
}

/** Prints the history of a formula, each wording marked against the one before. */
export async function trace(session: CliSession, formula: string): Promise<number> {
  const traced = await session.archive.call('search.trace-formula', { formula })
  if (!traced.ok) {
    session.tell(traced.failure)
    return 1
  }
  if (session.json) {
    session.print(JSON.stringify(traced.value))
    return 0
  }
  const words = searchWords()
  const { attestations, issuers } = traced.value
  if (attestations.length === 0) session.print(words.noAttestation)
  let before = ''
  for (const { passage, changes, isSameWording, daysSince } of attestations) {
    const since = daysSince === null ? '' : ` · ${words.daysSince(daysSince)}`
    session.print(`${placeLine(words, passage)}${since}`)
    const marked =
      changes.length === 0 ? passage.text : markedChanges(changes, before, passage.text)
    session.print(`  ${isSameWording ? words.sameWording : oneLine(marked)}`)
    before = passage.text
  }
  for (const { issuerName, count, firstOn, lastOn } of issuers) {
    session.print(
      words.said(
        issuerName ?? words.noIssuer,
        count,
        firstOn ?? words.undated,
        lastOn ?? words.undated,
      ),
    )
  }
  return 0
}

/** Prints the saved searches, with what each finds and what of that is new. */
export async function listSearches(session: CliSession): Promise<number> {
  const listed = await session.archive.call('saved-search.list', {})
  if (!listed.ok) {
    session.tell(listed.failure)
    return 1
  }
  const { searches } = listed.value
  const words = searchWords()
  if (session.json) session.print(JSON.stringify(searches))
  else if (searches.length === 0) session.print(words.noSearch)
  else {
    for (const { id, name, query, total, newCount } of searches) {
      session.print(`${id}  ${name} · ${query} · ${words.found(total, newCount)}`)
    }
  }
  return 0
}

/** The saved search of a name or identifier. Fails with `not-found`. */
export async function findSaved(session: CliSession, named: string): Promise<Outcome<SavedSearch>> {
  const listed = await session.archive.call('saved-search.list', {})
  if (!listed.ok) return listed
  const found = listed.value.searches.find(({ id, name }) => id === named || name === named)
  return found ? succeed(found) : fail({ kind: 'not-found', what: 'saved-search', id: named })
}

/** Keeps a search under a name. */
export async function saveSearch(
  session: CliSession,
  name: string,
  query: string,
): Promise<number> {
  const filter = { years: [], issuers: [], languages: [] }
  const saved = await session.archive.call('saved-search.create', { name, query, filter })
  if (!saved.ok) {
    session.tell(saved.failure)
    return 1
  }
  const { id, total, newCount } = saved.value
  session.print(
    session.json
      ? JSON.stringify(saved.value)
      : `${id}  ${name} · ${searchWords().found(total, newCount)}`,
  )
  return 0
}

function placeLine(words: SearchWords, place: Passage): string {
  const where = place.paragraph === null ? words.inTitle : words.paragraph(place.paragraph)
  return [
    `${place.communiqueId}  ${place.sortedOn ?? words.undated}  ${place.title}`,
    place.issuerName ?? words.noIssuer,
    words.wording(place.versionNumber),
    where,
    `${place.start}–${place.end}`,
  ].join(' · ')
}

/** Words left out stand between [- -], words put in between {+ +}. */
function markedChanges(changes: readonly WordingChange[], before: string, after: string): string {
  return changes
    .map(({ kind, old, fresh }) => {
      if (kind === 'deleted') return `[-${cut(before, old)}-]`
      return kind === 'inserted' ? `{+${cut(after, fresh)}+}` : cut(after, fresh)
    })
    .join(' ')
}

function cut(text: string, span: WordingChange['old']): string {
  return span === null ? '' : text.slice(span.start, span.end)
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ')
}
