import type { ReadableArchive } from '../db/archive-handle.ts'

/** An authority record as it is named now: that of the record it was merged into, if it was. */
export interface KeptAuthority {
  /** The id that was asked for. */
  readonly id: string
  /** Row and name of the record that was kept. */
  readonly seq: number
  readonly name: string
}

/** What the records of some ids have become; a search may be kept for longer than a record. */
export function readKeptAuthorities(
  db: ReadableArchive,
  ids: readonly string[],
): readonly KeptAuthority[] {
  if (ids.length === 0) return []
  return db
    .prepare<KeptAuthority>(
      `WITH RECURSIVE become (id, seq, next) AS (
         SELECT id, seq, merged_into FROM authority
         WHERE id IN (SELECT value FROM json_each(?))
         UNION SELECT become.id, authority.seq, authority.merged_into
         FROM become JOIN authority ON authority.seq = next)
       SELECT become.id, authority.seq, name
       FROM become JOIN authority ON authority.seq = become.seq WHERE next IS NULL`,
    )
    .all(JSON.stringify(ids))
}
