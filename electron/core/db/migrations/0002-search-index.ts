import type { Migration } from '../migration.ts'

/**
 * Search compares folded words, which no tokenizer of SQLite produces: they are computed in
 * TypeScript and stored here. The words of versions are kept without their text (the text is
 * already in `version`, which never changes) and removed by giving the same words back, so that
 * `secure-delete` leaves none of them in the file; `contentless_delete` would ignore it. Notes
 * change and are short: their folded words are kept whole. `term` holds every form once;
 * `version_vocabulary` counts the texts a form is in.
 * `search_analysis` is the number of the analysis the stored words come from. Facets are counted
 * in memory: `communique_change` tells a reader, in order, which communiqués to read again.
 */
export const searchIndex: Migration = {
  version: 2,
  name: 'search-index',
  up: (db) => {
    db.exec(WORDS)
    db.exec(CHANGES)
  },
}

const WORDS = `
CREATE VIRTUAL TABLE version_words USING fts5 (title, body, content = '', tokenize = 'ascii');
INSERT INTO version_words (version_words, rank) VALUES ('secure-delete', 1);
CREATE VIRTUAL TABLE note_words USING fts5 (body, tags, tokenize = 'ascii');
INSERT INTO note_words (note_words, rank) VALUES ('secure-delete', 1);
CREATE VIRTUAL TABLE version_vocabulary USING fts5vocab (version_words, row);
CREATE TABLE term (form TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE search_analysis (number INTEGER NOT NULL) STRICT;
INSERT INTO search_analysis (number) VALUES (0);
`

const CHANGES = `
CREATE TABLE communique_change (
  change INTEGER PRIMARY KEY AUTOINCREMENT,
  communique_seq INTEGER NOT NULL UNIQUE
) STRICT;
INSERT INTO communique_change (communique_seq) SELECT seq FROM communique ORDER BY seq;
CREATE TRIGGER communique_change_insert AFTER INSERT ON communique
BEGIN INSERT OR REPLACE INTO communique_change (communique_seq) VALUES (new.seq); END;
CREATE TRIGGER communique_change_update
AFTER UPDATE OF issuer_seq, sorted_on, language ON communique
BEGIN INSERT OR REPLACE INTO communique_change (communique_seq) VALUES (new.seq); END;
CREATE TRIGGER communique_change_delete AFTER DELETE ON communique
BEGIN INSERT OR REPLACE INTO communique_change (communique_seq) VALUES (old.seq); END;
CREATE TRIGGER communique_change_version_insert AFTER INSERT ON version
BEGIN INSERT OR REPLACE INTO communique_change (communique_seq) VALUES (new.communique_seq); END;
CREATE TRIGGER communique_change_version_delete AFTER DELETE ON version
BEGIN INSERT OR REPLACE INTO communique_change (communique_seq) VALUES (old.communique_seq); END;
`
