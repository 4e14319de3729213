import type { ReadableArchive } from '../db/archive-handle.ts'

/** One communiqué that stands in a dossier. */
export interface DossierMember {
  readonly dossierId: string
  readonly title: string
  /** Row of the communiqué. */
  readonly seq: number
}

/**
 * The communiqués in dossiers that are not deleted, each once for a dossier: whole or by a passage;
 * a merged text by what it became. All dossiers for null.
 */
export function listDossierMembers(
  db: ReadableArchive,
  dossierIds: readonly string[] | null,
): readonly DossierMember[] {
  return db
    .prepare<DossierMember>(
      `WITH RECURSIVE held (dossier, seq) AS (
         SELECT dossier.seq, coalesce(version.communique_seq, dossier_item.communique_seq)
         FROM dossier
         JOIN dossier_state
           ON dossier_state.dossier_seq = dossier.seq AND dossier_state.number = state
         JOIN json_each(outline)
         JOIN dossier_item ON dossier_item.seq = json_each.value
         LEFT JOIN version ON version.seq = version_seq
         WHERE deleted = 0
           AND ($ids IS NULL OR dossier.id IN (SELECT value FROM json_each($ids)))
         UNION SELECT dossier, merged_into FROM communique JOIN held USING (seq))
       SELECT dossier.id AS dossierId, title, held.seq FROM held
       JOIN dossier ON dossier.seq = held.dossier
       JOIN dossier_state
         ON dossier_state.dossier_seq = dossier.seq AND dossier_state.number = state
       WHERE held.seq IS NOT NULL`,
    )
    .all({ ids: dossierIds === null ? null : JSON.stringify(dossierIds) })
}
