import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ReadableArchive } from '../db/archive-handle.ts'
import { findSchemaFaults } from '../db/schema-faults.ts'
import { failureFromError } from '../db/sqlite-failure.ts'
import { digestOf } from '../system/files.ts'
import { findBrokenEntries } from './journal.ts'

/** Something that no longer matches what was recorded of it. */
export interface Finding {
  readonly what: 'source-file' | 'version' | 'annotation' | 'journal' | 'database' | 'search-index'
  readonly id: string
}

/** Progress of a check, and at the end everything that was found. */
export interface Verification {
  readonly checked: number
  readonly findings: Finding[]
}

/**
 * Re-reads every digest (OAIS: fixity), the journal's chain, the schema and the database's own structure;
 * `findDamagedAnnotations` gives the ids of annotations that are not as they were written. Yields after every piece, so that the thread it runs on stays free for others.
 */
export async function* verifyArchive(
  db: ReadableArchive,
  findDamagedAnnotations: (db: ReadableArchive) => readonly string[],
): AsyncGenerator<{ done: number; total: number }, Verification, void> {
  const findings: Finding[] = []
  const total = countPieces(db)
  let done = 0
  for (const check of [checkSourceFiles(db, findings), checkVersions(db, findings)]) {
    for (const checked of check) {
      done += checked
      if (done % 16 !== 0) continue
      await nextTurn()
      yield { done, total }
    }
  }
  for (const id of findSchemaFaults(db)) findings.push({ what: 'database', id })
  for (const id of findDamagedAnnotations(db)) findings.push({ what: 'annotation', id })
  for (const seq of findBrokenEntries(db)) findings.push({ what: 'journal', id: String(seq) })
  for (const row of db.prepare<Record<string, string>>('PRAGMA integrity_check(20)').all()) {
    const verdict = row['integrity_check'] ?? ''
    if (verdict === 'ok') continue
    findings.push({
      what: verdict.includes('FTS5') ? 'search-index' : 'database',
      id: verdict.slice(0, 80),
    })
  }
  yield { done: total, total }
  return { checked: total, findings }
}

function countPieces(db: ReadableArchive): number {
  const row = db
    .prepare<{ total: number }>(
      `SELECT (SELECT count(*) FROM source_file) + (SELECT count(*) FROM version) AS total`,
    )
    .get()
  return row?.total ?? 0
}

function* checkSourceFiles(db: ReadableArchive, findings: Finding[]): Generator<number> {
  const digests = db.prepare<{ digest: string }>('SELECT digest FROM source_file').all()
  const read = db.prepare<{ bytes: Buffer; size: number }>(
    'SELECT bytes, size FROM source_file WHERE digest = $digest',
  )
  for (const { digest } of digests) {
    const row = readOrNull(() => read.get({ digest }))
    const whole = row && row.bytes.byteLength === row.size && digestOf(row.bytes) === digest
    if (!whole) findings.push({ what: 'source-file', id: digest })
    yield 1
  }
}

function* checkVersions(db: ReadableArchive, findings: Finding[]): Generator<number> {
  const ids = db.prepare<{ id: string }>('SELECT id FROM version').all()
  const read = db.prepare<{ text: string; digest: string }>(
    'SELECT text, digest FROM version WHERE id = $id',
  )
  for (const { id } of ids) {
    const row = readOrNull(() => read.get({ id }))
    if (!row || digestOf(row.text) !== row.digest) findings.push({ what: 'version', id })
    yield 1
  }
}

/** A row on a damaged page is one more finding, and the others are still read. */
function readOrNull<Row>(read: () => Row | undefined): Row | null {
  try {
    return read() ?? null
  } catch (error) {
    if (failureFromError(error)?.kind === 'archive-corrupt') return null
    throw error
  }
}
