import { fail, succeed, type Outcome } from '../../../shared/model/failure.ts'
import type { ReadableArchive, WritableArchive } from '../db/archive-handle.ts'

/** How a file came in (OAIS: provenance of a content data object). */
export interface Accession {
  readonly digest: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  readonly name: string
  readonly origin: string | null
  readonly encoding: string | null
  readonly reader: string
  readonly ingestedAt: string
  readonly ingestedBy: string
}

/** Keeps the original bytes once, and that they came in; returns the accession's number. */
export function recordAccession(db: WritableArchive, accession: Accession): number {
  const { digest, mediaType, bytes, name, origin, encoding, reader } = accession
  if (!isKept(db, digest)) {
    db.prepare(
      `INSERT INTO source_file (digest, media_type, size, bytes)
       VALUES ($digest, $mediaType, $size, $bytes)`,
    ).run({ digest, mediaType, size: bytes.byteLength, bytes })
  }
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO accession (digest, name, origin, encoding, reader, ingested_at, ingested_by)
       VALUES ($digest, $name, $origin, $encoding, $reader, $ingestedAt, $ingestedBy)`,
    )
    .run({
      digest,
      name,
      origin,
      encoding,
      reader,
      ingestedAt: accession.ingestedAt,
      ingestedBy: accession.ingestedBy,
    })
  return Number(lastInsertRowid)
}

/** Whether the archive holds the bytes with this digest. */
export function isKept(db: ReadableArchive, digest: string): boolean {
  return (
    db.prepare('SELECT 1 FROM source_file WHERE digest = $digest').get({ digest }) !== undefined
  )
}

/** Notes which wording an accession gave, or gave again. */
export function linkAccession(db: WritableArchive, accessionSeq: number, versionSeq: number): void {
  db.prepare('UPDATE accession SET version_seq = $versionSeq WHERE seq = $accessionSeq').run({
    accessionSeq,
    versionSeq,
  })
}

/** The original bytes of a source file with the name it came under; fails with `not-found`. */
export function readSourceFile(
  db: ReadableArchive,
  digest: string,
): Outcome<{ name: string; mediaType: string; bytes: Uint8Array }> {
  const row = db
    .prepare<{ name: string; mediaType: string; bytes: Buffer }>(
      `SELECT accession.name, media_type AS mediaType, bytes
       FROM source_file JOIN accession USING (digest) WHERE digest = $digest
       ORDER BY accession.seq LIMIT 1`,
    )
    .get({ digest })
  if (!row) return fail({ kind: 'not-found', what: 'source-file', id: digest })
  // A plain Uint8Array: a Buffer may share its memory with others and does not survive cloning.
  return succeed({ ...row, bytes: Uint8Array.from(row.bytes) })
}
