import type { ReadableArchive } from '../db/archive-handle.ts'

/** The wordings of a communiqué beside the one that is shown. */
export interface EarlierWordings {
  readonly versionCount: number
  /** Numbers of the earlier versions that answer by their words too. */
  readonly alsoIn: number[]
}

/**
 * Tells for a communiqué how many versions it has and which earlier ones match `expression` (FTS5;
 * null where a query has no words). Every version is one line of the answer, not several.
 */
export function createVersionGrouping(
  db: ReadableArchive,
  expression: string | null,
): (versionRow: number) => EarlierWordings {
  const listed = db.prepare<{ seq: number; number: number }>(
    `SELECT seq, number FROM version
     WHERE communique_seq = (SELECT communique_seq FROM version WHERE seq = ?) ORDER BY number`,
  )
  // Numbers are bound as reals, which FTS5 takes for a row between two others, but not for one.
  const matching = db.prepare(
    'SELECT 1 FROM version_words WHERE version_words MATCH ? AND rowid BETWEEN ? AND ?',
  )
  return (versionRow) => {
    const versions = listed.all(versionRow)
    const alsoIn = versions
      .filter(({ seq }) => seq !== versionRow && expression !== null)
      .filter(({ seq }) => matching.get(expression, seq, seq) !== undefined)
      .map(({ number }) => number)
    return { versionCount: versions.length, alsoIn }
  }
}
