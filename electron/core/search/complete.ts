import type { Completion } from '../../../shared/model/discovery.ts'
import { foldText } from '../../../shared/text/analyse.ts'
import type { ReadableArchive } from '../db/archive-handle.ts'
import { completeWord } from './suggest.ts'

/** Half of what is offered may be names. */
const NAMES = 0.5

/**
 * What may follow what was typed last: names of authority records one of whose words begins so,
 * the most cited first, then words of the archive, the commonest first.
 */
export function complete(db: ReadableArchive, start: string, limit: number): Completion[] {
  const names = completeName(db, foldText(start), Math.ceil(limit * NAMES))
  return [...names, ...completeWord(db, start, limit - names.length)]
}

function completeName(db: ReadableArchive, folded: string, limit: number): readonly Completion[] {
  if (folded.length < 2) return []
  const named = db.prepare<{ text: string; count: number }>(
    `SELECT authority.name AS text,
       (SELECT count(*) FROM communique WHERE issuer_seq = authority.seq)
       + (SELECT count(DISTINCT version_seq) FROM mention WHERE authority_seq = authority.seq
          AND settlement <> 'rejected') AS count
     FROM authority
     WHERE merged_into IS NULL AND EXISTS (SELECT 1 FROM authority_name
       WHERE authority_seq = authority.seq AND instr(' ' || authority_name.folded, ' ' || $folded) > 0)
     ORDER BY count DESC, text LIMIT $limit`,
  )
  return named.all({ folded, limit }).map(({ text, count }) => ({ kind: 'authority', text, count }))
}
