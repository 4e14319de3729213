import type { Migration } from '../migration.ts'

/**
 * Search compares folded words, which no tokenizer of SQLite produces: they are computed in
 * TypeScript and stored here. The words of versions are kept without their text (the text is
 * already in `version`, which never changes) and removed by giving the same words back, so that
 * `secure-delete` leaves none of them in the file; `contentless_delete` would ignore it. Notes
 * change and are short: their folded words are kept whole. `term` holds every form once.
 * `analysis` is the number of the analysis the stored words come from.
 */
export const searchIndex: Migration = {
  version: 2,
  name: 'search-index',
  up(db) {
    db.exec(`
      CREATE VIRTUAL TABLE version_words USING fts5(
        title, body, content = '', tokenize = 'ascii'
      );
      INSERT INTO version_words (version_words, rank) VALUES ('secure-delete', 1);
      CREATE VIRTUAL TABLE note_words USING fts5(body, tags, tokenize = 'ascii');
      INSERT INTO note_words (note_words, rank) VALUES ('secure-delete', 1);
      CREATE TABLE term (form TEXT PRIMARY KEY) WITHOUT ROWID;
      CREATE TABLE analysis (number INTEGER NOT NULL);
      INSERT INTO analysis (number) VALUES (0);
    `)
  },
}
