import { createColumns } from '../../electron/core/search/columns.ts'
import type { Columns } from '../../electron/core/search/columns.ts'
import {
  createIndexMemory,
  indexNote,
  indexVersion,
} from '../../electron/core/search/index-words.ts'
import type { IndexMemory, VersionWords } from '../../electron/core/search/index-words.ts'
import type { ResultSources } from '../../electron/core/export/export-results.ts'
import { packParagraphs } from '../../electron/core/db/packed-paragraphs.ts'
import { countFoundFacets } from '../../electron/core/search/find-rows.ts'
import { search } from '../../electron/core/search/search.ts'
import { finish } from '../../electron/core/search/steps.ts'
import type { SearchPage, SearchRequest } from '../../electron/core/search/search.ts'
import type { ReadableArchive, WritableArchive } from '../../electron/core/db/archive-handle.ts'
import type { Paragraph } from '../../shared/model/communique.ts'
import {
  directionFromLanguage,
  languageSchema,
  type Language,
} from '../../shared/model/language.ts'
import type { Facets, Filter } from '../../shared/model/search.ts'
import { anArchive } from './archive.ts'

/** A communiqué as search sees it. */
export interface SearchableText {
  readonly title?: string
  readonly text: string
  readonly language?: string
  readonly issuer?: string
  readonly place?: string
  readonly kind?: string
  readonly sortedOn?: string
}

/** What is to be done with the words of each version written. */
export type Indexing = (
  archive: WritableArchive,
  version: VersionWords,
  memory: IndexMemory,
) => void

/** Stands for every fingerprint: search never looks at one. */
const DIGEST = '0'.repeat(64)

/** Writes communiqués (rows and index) in one transaction; rows continue from the last one. */
export function addTexts(
  archive: WritableArchive,
  texts: readonly SearchableText[],
  indexing: Indexing = indexVersion,
): void {
  archive.write(() => {
    archive
      .prepare(
        `INSERT OR IGNORE INTO source_file (digest, media_type, size, bytes)
         VALUES (?, 'text/plain', 0, x'')`,
      )
      .run(DIGEST)
    archive
      .prepare(
        `INSERT OR IGNORE INTO accession (seq, digest, name, reader, ingested_at, ingested_by)
         VALUES (1, ?, 'n', 'r', '2026-01-01T00:00:00.000Z', 'o')`,
      )
      .run(DIGEST)
    const memory = createIndexMemory()
    for (const text of texts) {
      const seq = nextSeq(archive, 'communique')
      archive
        .prepare(
          `INSERT INTO communique (seq, id, kind, place, created_at, title, title_folded, language,
             sorted_on, issuer_seq, version_count)
           VALUES (?, ?, ?, ?, '2026-01-01T00:00:00.000Z', ?, '', ?, ?, ?, 1)`,
        )
        .run(
          seq,
          `communique-${seq}`,
          text.kind ?? 'communique',
          text.place ?? null,
          text.title ?? '',
          text.language ?? 'fr',
          text.sortedOn ?? null,
          text.issuer === undefined ? null : authoritySeq(archive, text.issuer),
        )
      const version = addVersionRow(archive, seq, text)
      indexing(archive, version, memory)
    }
  })
}

/** Adds a wording to a communiqué; it becomes the latest. */
export function addVersion(
  archive: WritableArchive,
  communique: number,
  text: SearchableText,
): number {
  const version = addVersionRow(archive, communique, text)
  indexVersion(archive, version)
  return version.seq
}

function addVersionRow(
  archive: WritableArchive,
  communique: number,
  { title = '', text, language = 'fr' }: SearchableText,
): VersionWords {
  const seq = nextSeq(archive, 'version')
  archive
    .prepare(
      `INSERT INTO version (seq, id, communique_seq, number, title, preamble, text, paragraphs,
         language, digest, wording_digest, accession_seq, created_at)
       VALUES (?, ?, ?, (SELECT count(*) + 1 FROM version WHERE communique_seq = ?), ?, '', ?, ?,
         ?, ?, '', 1, '2026-01-01T00:00:00.000Z')`,
    )
    .run(
      seq,
      `version-${seq}`,
      communique,
      communique,
      title,
      text,
      packParagraphs(paragraphsOf(text, languageSchema.parse(language))),
      language,
      DIGEST,
    )
  return { seq, title, text }
}

function paragraphsOf(text: string, language: Language): readonly Paragraph[] {
  const direction = directionFromLanguage(language)
  return [...text.matchAll(/[^\n]+(?:\n[^\n]+)*/gu)].map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
    kind: 'body',
    language,
    direction,
  }))
}

/** Adds a note to a communiqué. */
export function addNote(
  archive: WritableArchive,
  communique: number,
  body: string,
  tags: readonly string[] = [],
): number {
  const seq = nextSeq(archive, 'annotation')
  archive
    .prepare(
      `INSERT INTO annotation (seq, id, communique_seq, kind, body, body_language, visibility, tags,
         created_by, created_at, modified_by, modified_at)
       VALUES (?, ?, ?, 'comment', ?, 'fr', 'private', ?, 'o', '', 'o', '')`,
    )
    .run(seq, `annotation-${seq}`, communique, body, JSON.stringify(tags))
  indexNote(archive, { seq, body, tags })
  return seq
}

/** An archive with the given texts, and a search over it that must succeed. */
export function aSearchableArchive(texts: readonly SearchableText[]): {
  readonly archive: WritableArchive
  readonly columns: Columns
  readonly find: (query: string, more?: Partial<SearchRequest>) => SearchPage
  readonly close: () => void
} {
  const { archive, close } = anArchive()
  addTexts(archive, texts)
  const columns = createColumns()
  const find = (query: string, more: Partial<SearchRequest> = {}): SearchPage => {
    const filter = { years: [], issuers: [], languages: [] }
    const found = search(archive, columns, { query, filter, offset: 0, limit: 100, ...more })
    if (!found.ok) throw new Error(`${query}: ${JSON.stringify(found.failure)}`)
    return found.value
  }
  return { archive, columns, find, close }
}

/** The facets under a filter of what answers a query, or of the whole archive. */
export function facetsOf(
  archive: ReadableArchive,
  columns: Columns,
  filter: Filter,
  query = '',
): Facets {
  const counted = finish(countFoundFacets(archive, columns, { query, filter }))
  if (!counted.ok) throw new Error(JSON.stringify(counted.failure))
  return counted.value
}

function nextSeq(archive: WritableArchive, table: 'communique' | 'version' | 'annotation'): number {
  const row = archive
    .prepare<{ seq: number }>(`SELECT coalesce(max(seq), 0) + 1 AS seq FROM ${table}`)
    .get()
  return row?.seq ?? 1
}

function authoritySeq(archive: WritableArchive, name: string): number {
  archive
    .prepare(
      `INSERT OR IGNORE INTO authority (id, kind, name, folded) VALUES (?, 'corporate-body', ?, ?)`,
    )
    .run(`authority-${name}`, name, name)
  const row = archive.prepare<{ seq: number }>('SELECT seq FROM authority WHERE name = ?').get(name)
  return row?.seq ?? 0
}

/** What a list of results is written from, as the handler of its channel gives it. */
export function resultSourcesOf(
  db: ReadableArchive,
  { query, filter }: Pick<SearchRequest, 'query' | 'filter'>,
): ResultSources {
  const columns = createColumns()
  return {
    db,
    find: async (place) => search(db, columns, { query, filter, ...place }),
    countFacets: async (answered) =>
      finish(countFoundFacets(db, columns, { query: answered, filter })),
  }
}
