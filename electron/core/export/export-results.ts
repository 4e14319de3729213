import type { ItemOf, OutputOf, ParsedInputOf } from '../../../shared/channels/channel.ts'
import type { exportChannels } from '../../../shared/channels/export.ts'
import { succeed, type Outcome } from '../../../shared/model/failure.ts'
import type { Facets, Filter, Hit } from '../../../shared/model/search.ts'
import { getAnnotation } from '../annotations/annotations.ts'
import { getCommunique } from '../archive/communique-record.ts'
import type { ReadableArchive } from '../db/archive-handle.ts'
import type { ExportTools } from './export-pdf.ts'
import { createTally } from './export-tally.ts'
import { fileNameOfList, mediaTypeOf } from './exported-text.ts'
import { furnitureFromSettings } from './furniture.ts'
import { leftOutFrom, readAmongOthers } from './left-out.ts'
import { pageFromRecord } from './page-model.ts'
import { dataFromResults, type ResultText } from './results-data.ts'
import { SHEET_WORDS } from './sheet-words.ts'

type Channel = (typeof exportChannels)['export.render-results']
type Input = ParsedInputOf<Channel>

/** One page of the answer to the search that is written. */
interface Answer {
  readonly total: number
  readonly hits: readonly Hit[]
  /** The query that is answered instead of the one that was asked; usually null. */
  readonly corrected: string | null
}

/** The archive, and how it is searched: by the caller, who knows the index. */
export interface ResultSources {
  readonly db: ReadableArchive
  readonly find: (place: {
    readonly offset: number
    readonly limit: number
  }) => Promise<Outcome<Answer>>
  /** Of the whole answer to a query. */
  readonly countFacets: (query: string) => Promise<Outcome<Facets>>
}

const HITS_AT_ONCE = 200

/**
 * Searches and writes what is found as a numbered list with the matching passages. Words of private
 * notes, and communiqués that answer by them alone, are left out unless they are asked for. Yields
 * after each page of hits. What cannot be read is left out and reported. Fails with `query-invalid`
 * or `export-font-missing`, and with `not-found` or `archive-corrupt` where nothing can be read.
 */
export async function* exportResults(
  { db, find, countFacets }: ResultSources,
  tools: ExportTools,
  input: Input,
): AsyncGenerator<ItemOf<Channel>, Outcome<OutputOf<Channel>>, void> {
  const exportedAt = tools.now()
  const [texts, tally]: [ResultText[], ReturnType<typeof createTally>] = [[], createTally()]
  let [total, corrected]: [number, string | null] = [0, null]
  for (let offset = 0; offset < input.limit; offset += HITS_AT_ONCE) {
    const limit = Math.min(HITS_AT_ONCE, input.limit - offset)
    const found = await find({ offset, limit })
    if (!found.ok) return found
    total = found.value.total
    corrected = found.value.corrected
    for (const hit of found.value.hits) {
      const text = readAmongOthers(() => textOfHit(db, hit, { ...input, exportedAt }))
      if (!text.ok) tally.addLeftOut(leftOutFrom(db, hit.id, text.failure))
      else if (text.value !== null) {
        texts.push(text.value)
        tally.addCommunique()
      }
    }
    const done = Math.min(offset + limit, total)
    yield { done, total: Math.max(total, 1), file: null }
    if (done >= total) break
  }
  const concluded = tally.conclude()
  if (!concluded.ok) return concluded
  const engine = await tools.openEngine()
  if (!engine.ok) return engine
  const facets = await countFacets(corrected ?? input.query)
  if (!facets.ok) return facets
  const narrowing = { facets: facets.value, searches: searchNames(db, input.filter) }
  const furniture = furnitureFromSettings(input.page, tools.policy)
  const rendered = engine.value.renderTemplate('list', { furniture }, (clean) =>
    dataFromResults(
      { ...input, ...narrowing, corrected, texts, isCut: total > input.limit, exportedAt },
      clean,
    ),
  )
  tally.addRendered(rendered)
  const name = `${SHEET_WORDS[input.labels].results} ${corrected ?? input.query}`
  const file = {
    fileName: fileNameOfList(name, exportedAt, 'list-pdf'),
    mediaType: mediaTypeOf('list-pdf'),
    bytes: rendered.bytes,
  }
  yield { done: Math.max(total, 1), total: Math.max(total, 1), file }
  return succeed(tally.report())
}

function searchNames(db: ReadableArchive, { searches = [] }: Filter): readonly string[] {
  return db
    .prepare<{ name: string }>(
      `SELECT name FROM saved_search WHERE id IN (SELECT value FROM json_each(?)) ORDER BY seq`,
    )
    .all(JSON.stringify(searches))
    .map(({ name }) => name)
}

/** What may be shown of a hit; null where it answers by private notes alone. */
function textOfHit(
  db: ReadableArchive,
  hit: Hit,
  { labels, includePrivate, exportedAt }: Input & { readonly exportedAt: string },
): Outcome<ResultText | null> {
  const snippets = hit.snippets.filter(
    ({ annotationId }) => annotationId === null || includePrivate || isShareable(db, annotationId),
  )
  const answers = [hit.titleMatches, ...snippets.map(({ matches }) => matches)]
  const isHidden = snippets.length < hit.snippets.length
  if (isHidden && answers.every((matches) => matches.length === 0)) return succeed(null)
  const record = getCommunique(db, hit.id, null)
  if (!record.ok) return record
  const page = pageFromRecord(record.value, [], { exportedAt, labelLanguage: labels })
  return succeed({ hit: { ...hit, snippets }, page, length: record.value.version.text.length })
}

function isShareable(db: ReadableArchive, id: string): boolean {
  const annotation = getAnnotation(db, id)
  return annotation.ok && annotation.value.visibility === 'shareable'
}
