import { setImmediate as nextTurn } from 'node:timers/promises'
import { succeed, type Outcome } from '../../../shared/model/failure.ts'
import { exportRevisions, exportWebAnnotations } from '../annotations/export-annotations.ts'
import { listAuthorities } from '../archive/authorities.ts'
import { describeArchive } from '../archive/description.ts'
import { listDossiers, openDossier } from '../archive/dossiers.ts'
import { journalLines, type Authorship } from '../archive/journal.ts'
import { listMentions } from '../archive/mentions.ts'
import { readSourceFile } from '../archive/source-files.ts'
import type { ReadableArchive } from '../db/archive-handle.ts'
import type { ZipPart } from '../system/zip.ts'
import { createBag } from './bag.ts'
import { readChosenText } from './exported-text.ts'
import { createNameGiver, fileNameFromParts } from './file-name.ts'
import { openRecordFromText } from './open-data.ts'
import { OPEN_COPY_GUIDE } from './open-copy-words.ts'
import { nameFromReference } from './page-model.ts'

/** Progress, and the bytes that come next. */
export interface OpenCopyStep {
  readonly done: number
  readonly total: number
  readonly bytes: Uint8Array
}

/** What an open copy holds. */
export interface OpenCopyReport {
  readonly fileName: string
  readonly fileCount: number
  readonly communiqueCount: number
  readonly originalCount: number
  readonly annotationCount: number
}

interface Part {
  readonly file: ZipPart
  /** What it counts as in the report. */
  readonly is: 'communique' | 'original' | 'other'
}

/**
 * Everything the archive holds in open formats, as the pieces of one ZIP file: a bag (RFC 8493) with
 * every text, original, description, annotation with its history, dossier, saved search, authority
 * record and journal entry. Private annotations stay out unless asked for. Written piece by piece, so
 * that an archive of any size passes through little memory, and may be stopped between any two.
 */
export async function* exportOpenCopy(
  db: ReadableArchive,
  { actor, at }: Authorship,
  { includePrivate }: { readonly includePrivate: boolean },
): AsyncGenerator<OpenCopyStep, Outcome<OpenCopyReport>, void> {
  const archive = describeArchive(db)
  const folder = `fonds-${at.slice(0, 10)}`
  const bag = createBag(folder)
  const annotations = exportWebAnnotations(db, { communiqueIds: null, includePrivate })
  const counts = { communique: 0, original: 0, other: 0 }
  const total = countParts(db)
  for (const { file, is } of listParts(db, { at, includePrivate, annotations: annotations.json })) {
    counts[is] += 1
    // The last step is for the end of the bag.
    const done = Math.min(counts.communique + counts.original, total - 1)
    yield { done, total, bytes: bag.add(file) }
    await nextTurn()
  }
  const bytes = bag.end({
    'Source-Organization': actor,
    'Bagging-Date': at.slice(0, 10),
    'External-Identifier': `urn:uuid:${archive.archiveId}`,
    'External-Description': 'fonds-open-copy/1',
  })
  yield { done: total, total, bytes }
  return succeed({
    fileName: `${folder}.zip`,
    fileCount: bag.fileCount(),
    communiqueCount: counts.communique,
    originalCount: counts.original,
    annotationCount: annotations.annotationCount,
  })
}

function countParts(db: ReadableArchive): number {
  const row = db
    .prepare<{ count: number }>(
      `SELECT (SELECT count(*) FROM communique WHERE merged_into IS NULL)
         + (SELECT count(*) FROM source_file) + 1 AS count`,
    )
    .get()
  return row?.count ?? 1
}

interface Choice {
  readonly at: string
  readonly includePrivate: boolean
  readonly annotations: string
}

function* listParts(db: ReadableArchive, choice: Choice): Generator<Part> {
  yield other('LISEZ-MOI.txt', OPEN_COPY_GUIDE)
  yield other('archive.json', jsonOf({ ...describeArchive(db), exportedAt: choice.at }))
  yield* communiqueParts(db, choice)
  yield* originalParts(db)
  yield other('annotations.jsonld', choice.annotations)
  yield other('annotation-revisions.jsonl', linesOf(exportRevisions(db, choice)))
  yield other('authorities.json', jsonOf(allAuthorities(db)))
  yield other('dossiers.json', jsonOf(allDossiers(db)))
  yield other('saved-searches.json', jsonOf(allSavedSearches(db)))
  yield other('journal.jsonl', [...journalLines(db, choice)].join(''))
}

function* communiqueParts(db: ReadableArchive, { includePrivate }: Choice): Generator<Part> {
  const nameOf = createNameGiver()
  const rows = db
    .prepare<{ id: string; title: string; date: string | null }>(
      `SELECT id, title, sorted_on AS date FROM communique WHERE merged_into IS NULL ORDER BY seq`,
    )
    .all()
  for (const { id, title, date } of rows) {
    const text = readChosenText(db, id, { kinds: null, tags: null, authors: null, includePrivate })
    if (!text.ok) throw new Error('a communiqué vanished while it was read')
    const record = openRecordFromText(db, text.value)
    const issuer = nameFromReference(record.communique.issuer)?.name ?? null
    const name = nameOf(fileNameFromParts({ date, issuer, title }, 'json'))
    const mentions = record.versions.flatMap((version) => listMentions(db, version.id))
    const content = jsonOf({ format: 'fonds-communique/1', ...record, mentions })
    yield { file: { name: `communiques/${name}`, content }, is: 'other' }
    const { version } = text.value.record
    yield {
      file: {
        name: `communiques/${name.replace(/\.json$/u, '.txt')}`,
        content: [version.title, version.preamble, version.text].filter(Boolean).join('\n\n'),
      },
      is: 'communique',
    }
  }
}

function* originalParts(db: ReadableArchive): Generator<Part> {
  const digests = db
    .prepare<{ digest: string }>('SELECT digest FROM source_file ORDER BY digest')
    .all()
  for (const { digest } of digests) {
    const read = readSourceFile(db, digest)
    if (!read.ok) throw new Error('a source file vanished while it was read')
    // The digest keeps two files of one name apart, and is what the descriptions refer to.
    const extension = /\.[\dA-Za-z]{1,8}$/u.exec(read.value.name)?.[0].toLowerCase() ?? ''
    yield {
      file: { name: `originals/${digest}${extension}`, content: read.value.bytes },
      is: 'original',
    }
  }
}

const other = (name: string, content: string): Part => ({ file: { name, content }, is: 'other' })

const PAGE = 500

function allAuthorities(db: ReadableArchive): readonly unknown[] {
  const rows: unknown[] = []
  for (;;) {
    const page = listAuthorities(db, {
      kind: null,
      query: '',
      onlyNamed: false,
      offset: rows.length,
      limit: PAGE,
    })
    rows.push(...page.rows)
    if (page.rows.length < PAGE) return rows
  }
}

const allDossiers = (db: ReadableArchive): readonly unknown[] =>
  listDossiers(db).map(({ id }) => {
    const dossier = openDossier(db, id)
    if (!dossier.ok) throw new Error('a dossier vanished while it was read')
    return dossier.value
  })

const allSavedSearches = (db: ReadableArchive): readonly unknown[] =>
  db
    .prepare<{ filter: string }>(
      `SELECT id, name, query, filter, created_at AS createdAt, created_by AS createdBy
       FROM saved_search ORDER BY seq`,
    )
    .all()
    .map((row) => ({ ...row, filter: JSON.parse(row.filter) as unknown }))

const jsonOf = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

const linesOf = (values: readonly unknown[]): string =>
  values.map((value) => `${JSON.stringify(value)}\n`).join('')
