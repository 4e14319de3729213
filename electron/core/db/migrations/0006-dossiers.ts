import type { Migration } from '../migration.ts'

/**
 * Dossiers, each a row of states of which one holds; undo and redo choose another. `outline` lists
 * rows of `dossier_item` in their order. Items are never changed: a note written anew is another
 * row under the same identifier.
 */
export const dossiers: Migration = {
  version: 6,
  name: 'dossiers',
  up: (db) => {
    db.exec(`
CREATE TABLE dossier (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  state INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL
) STRICT;

CREATE TABLE dossier_item (
  seq INTEGER PRIMARY KEY,
  dossier_seq INTEGER NOT NULL REFERENCES dossier (seq),
  id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('communique', 'passage', 'note', 'heading')),
  communique_seq INTEGER REFERENCES communique (seq),
  version_seq INTEGER REFERENCES version (seq),
  span_start INTEGER,
  span_end INTEGER,
  words TEXT,
  level INTEGER
) STRICT;

CREATE INDEX dossier_item_by_dossier ON dossier_item (dossier_seq);

CREATE TABLE dossier_state (
  dossier_seq INTEGER NOT NULL REFERENCES dossier (seq),
  number INTEGER NOT NULL,
  title TEXT NOT NULL,
  description TEXT NOT NULL,
  marking TEXT NOT NULL,
  deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
  outline TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  PRIMARY KEY (dossier_seq, number)
) STRICT, WITHOUT ROWID;
`)
  },
}
