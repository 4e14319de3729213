import type { ReadableArchive } from '../db/archive-handle.ts'

/** What an archive says of itself. */
export interface ArchiveDescription {
  readonly archiveId: string
  readonly createdAt: string
  readonly schemaVersion: number
  readonly communiqueCount: number
  readonly annotationCount: number
  /** Dates, issuers, publishers and relations that wait for an officer. */
  readonly suggestionCount: number
}

/** Counts what the archive holds. */
export function describeArchive(db: ReadableArchive): ArchiveDescription {
  const row = db
    .prepare<ArchiveDescription>(
      `SELECT id AS archiveId, created_at AS createdAt,
         (SELECT user_version FROM pragma_user_version) AS schemaVersion,
         (SELECT count(*) FROM communique WHERE merged_into IS NULL) AS communiqueCount,
         (SELECT count(*) FROM annotation WHERE withdrawn = 0) AS annotationCount,
         (SELECT count(*) FROM open_suggestion WHERE kind <> 'mention') AS suggestionCount
       FROM archive`,
    )
    .get()
  if (!row) throw new Error('an archive without its own row')
  return row
}
