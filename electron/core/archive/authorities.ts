import type { AuthorityKind } from '../../../shared/model/authority-record.ts'
import type { WritableArchive } from '../db/archive-handle.ts'
import type { Clock } from '../system/clock.ts'

/** A name found in a text, with its comparison form (see `shared/text/analyse.ts`). */
export interface AuthorityName {
  readonly kind: AuthorityKind
  readonly name: string
  readonly folded: string
}

/** The sequence number of the record with this name, made when there is none. */
export function findOrCreateAuthority(
  db: WritableArchive,
  clock: Clock,
  { kind, name, folded }: AuthorityName,
): number {
  const known = db
    .prepare<{ seq: number }>('SELECT seq FROM authority WHERE kind = $kind AND folded = $folded')
    .get({ kind, folded })
  if (known) return known.seq
  const { lastInsertRowid } = db
    .prepare('INSERT INTO authority (id, kind, name, folded) VALUES ($id, $kind, $name, $folded)')
    .run({ id: clock.newId(), kind, name, folded })
  return Number(lastInsertRowid)
}
