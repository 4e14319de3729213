import type { Migration } from '../migration.ts'

/**
 * Searches that an officer keeps. `last_seen` is the row of the newest version when the search was
 * last looked at: rows of versions only grow, so what came in since is what lies above it.
 */
export const savedSearches: Migration = {
  version: 5,
  name: 'saved-searches',
  up: (db) => {
    db.exec(`
CREATE TABLE saved_search (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  query TEXT NOT NULL,
  filter TEXT NOT NULL,
  last_seen INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL
) STRICT;
`)
  },
}
