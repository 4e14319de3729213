import type { Migration } from '../migration.ts'

/**
 * How an office reads its dumps: the columns of a dump, sorted and folded, stand for its source, so
 * that what was settled for one week's export holds for the next.
 */
export const dumpMapping: Migration = {
  version: 8,
  name: 'dump-mapping',
  up: (db) => {
    db.exec(`
CREATE TABLE dump_mapping (
  columns TEXT PRIMARY KEY,
  mapping TEXT NOT NULL,
  accepted_at TEXT NOT NULL,
  accepted_by TEXT NOT NULL
) STRICT;
`)
  },
}
