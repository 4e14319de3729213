import type { AnnotationTarget } from '../../../shared/model/annotation.ts'
import type { ReadableArchive } from '../db/archive-handle.ts'

/** A wording of the archive that an annotation may stand on. */
export interface HeldText {
  readonly versionSeq: number
  readonly communiqueSeq: number
  /** Place among the wordings of its communiqué, from 1. */
  readonly number: number
  readonly digest: string
}

const HELD_SQL = `
  SELECT version.seq AS versionSeq, communique_seq AS communiqueSeq, number, digest
  FROM version JOIN communique ON communique.seq = version.communique_seq`

/**
 * The wording a target names, or null when the archive does not hold it. Its digest decides, for
 * communiqués have other ids in a colleague's archive; the id only chooses between equal texts.
 */
export function findHeldText(
  db: ReadableArchive,
  { textDigest, communiqueId }: Pick<AnnotationTarget, 'textDigest' | 'communiqueId'>,
): HeldText | null {
  return (
    db
      .prepare<HeldText>(
        `${HELD_SQL} WHERE digest = $textDigest
         ORDER BY communique.id = $communiqueId DESC, version.seq LIMIT 1`,
      )
      .get({ textDigest, communiqueId }) ?? null
  )
}

/** The wording of a row; throws when there is none. */
export function heldTextOf(db: ReadableArchive, versionSeq: number): HeldText {
  const held = db
    .prepare<HeldText>(`${HELD_SQL} WHERE version.seq = $versionSeq`)
    .get({ versionSeq })
  if (!held) throw new Error('a version vanished')
  return held
}

/** The wordings of a communiqué, oldest first. */
export function listHeldTexts(db: ReadableArchive, communiqueSeq: number): readonly HeldText[] {
  return db
    .prepare<HeldText>(`${HELD_SQL} WHERE communique_seq = $communiqueSeq ORDER BY number`)
    .all({ communiqueSeq })
}

/** The words of a version; throws when there is none. */
export function readText(db: ReadableArchive, versionSeq: number): string {
  const row = db
    .prepare<{ text: string }>('SELECT text FROM version WHERE seq = $versionSeq')
    .get({ versionSeq })
  if (!row) throw new Error('a version vanished')
  return row.text
}
