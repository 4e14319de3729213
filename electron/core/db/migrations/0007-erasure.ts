import type { Migration } from '../migration.ts'

/**
 * What was erased leaves its identifier alone, so that a colleague's file cannot bring it back, and
 * the words of a deleted note leave the index at once instead of when its segments are next merged
 * (sqlite.org/fts5.html, «secure-delete»).
 */
export const erasure: Migration = {
  version: 7,
  name: 'erasure',
  up: (db) => {
    db.exec(`
CREATE TABLE erased_annotation (
  id TEXT PRIMARY KEY,
  erased_at TEXT NOT NULL,
  erased_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO note_words (note_words, rank) VALUES ('secure-delete', 1);
`)
  },
}
