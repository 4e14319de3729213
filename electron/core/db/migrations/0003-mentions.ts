import type { Migration } from '../migration.ts'

/**
 * Who and what a text names: records with their names by language, the passages that name them,
 * and what it takes to undo the joining of two records. A corrected text becomes the next wording
 * of the communiqué it corrects: its own communiqué is then `merged_into` the other, and
 * `version_move` keeps where each wording came from, so that it can be parted again.
 * `open_suggestion` is everything that waits for an officer.
 */
export const mentions: Migration = {
  version: 3,
  name: 'mentions',
  up: (db) => {
    db.exec(AUTHORITIES)
    db.exec(MENTIONS)
    db.exec(MERGED_VERSIONS)
    db.exec(SUGGESTIONS)
  },
}

const AUTHORITIES = `
ALTER TABLE authority ADD COLUMN country_code TEXT;
ALTER TABLE authority ADD COLUMN origin TEXT NOT NULL DEFAULT 'text'
  CHECK (origin IN ('text', 'list'));
ALTER TABLE authority ADD COLUMN merged_into INTEGER REFERENCES authority (seq);
CREATE INDEX authority_by_country ON authority (country_code) WHERE country_code IS NOT NULL;

CREATE TABLE authority_name (
  authority_seq INTEGER NOT NULL REFERENCES authority (seq),
  folded TEXT NOT NULL,
  name TEXT NOT NULL,
  language TEXT,
  PRIMARY KEY (authority_seq, folded)
) STRICT, WITHOUT ROWID;
CREATE INDEX authority_name_by_form ON authority_name (folded);
INSERT INTO authority_name (authority_seq, folded, name) SELECT seq, folded, name FROM authority;

CREATE TABLE authority_list (
  name TEXT PRIMARY KEY,
  digest TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE authority_merge (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kept_seq INTEGER NOT NULL REFERENCES authority (seq),
  merged_seq INTEGER NOT NULL REFERENCES authority (seq),
  moved TEXT NOT NULL,
  merged_at TEXT NOT NULL,
  merged_by TEXT NOT NULL,
  undone_at TEXT
) STRICT;
`

const MENTIONS = `
CREATE TABLE mention (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  version_seq INTEGER NOT NULL REFERENCES version (seq),
  authority_seq INTEGER NOT NULL REFERENCES authority (seq),
  part TEXT NOT NULL CHECK (part IN ('preamble', 'text')),
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL,
  role TEXT,
  settlement TEXT NOT NULL CHECK (settlement IN ('unconfirmed', 'confirmed', 'rejected')),
  rule TEXT NOT NULL
) STRICT;
CREATE INDEX mention_by_version ON mention (version_seq, start_offset);
CREATE INDEX mention_by_authority ON mention (authority_seq);
CREATE INDEX mention_to_settle ON mention (rule, seq) WHERE settlement = 'unconfirmed';
`

const MERGED_VERSIONS = `
ALTER TABLE communique ADD COLUMN merged_into INTEGER REFERENCES communique (seq);
CREATE INDEX communique_by_target ON communique (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE version_move (
  relation_seq INTEGER NOT NULL REFERENCES relation (seq),
  version_seq INTEGER NOT NULL REFERENCES version (seq),
  former_communique_seq INTEGER NOT NULL REFERENCES communique (seq),
  former_number INTEGER NOT NULL,
  PRIMARY KEY (relation_seq, version_seq)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER communique_change_version_move AFTER UPDATE OF communique_seq ON version
BEGIN
  INSERT OR REPLACE INTO communique_change (communique_seq) VALUES (old.communique_seq);
  INSERT OR REPLACE INTO communique_change (communique_seq) VALUES (new.communique_seq);
END;
`

const SUGGESTIONS = `
CREATE VIEW open_suggestion (kind, id, communique_seq, rule, place) AS
  SELECT 'date', stated_date.id, communique_seq, rule, stated_date.seq
  FROM stated_date JOIN communique ON communique.seq = communique_seq
  WHERE settlement = 'unconfirmed' AND merged_into IS NULL
  UNION ALL
  SELECT role, communique.id, communique_seq, rule, 0
  FROM attribution JOIN communique ON communique.seq = communique_seq
  WHERE settlement = 'unconfirmed' AND merged_into IS NULL
  UNION ALL
  SELECT 'relation', relation.id, from_seq, rule, relation.seq
  FROM relation
  JOIN communique AS giver ON giver.seq = from_seq
  JOIN communique AS taker ON taker.seq = to_seq
  WHERE settlement = 'unconfirmed' AND giver.merged_into IS NULL
    AND taker.merged_into IS NOT giver.seq
  UNION ALL
  SELECT 'mention', mention.id, version.communique_seq, rule, mention.seq
  FROM mention JOIN version ON version.seq = version_seq
  WHERE settlement = 'unconfirmed';
`
