import type { Migration } from '../migration.ts'

/**
 * Annotations follow a corrected text and travel between archives. An anchor now says from which
 * wording it was carried over, null where somebody chose the place, and what to offer for an
 * orphan. Revisions of a text that is not held wait in `parked_revision`; those of a merge that was
 * taken back wait in `set_aside_revision`, for a revision is never destroyed.
 */
export const annotationWork: Migration = {
  version: 4,
  name: 'annotation-work',
  up: (db) => {
    db.exec(ANCHORS)
    db.exec(MERGES)
  },
}

const ANCHORS = `
ALTER TABLE anchor ADD COLUMN derived_from_seq INTEGER REFERENCES version (seq);
ALTER TABLE anchor ADD COLUMN suggestion_start INTEGER;
ALTER TABLE anchor ADD COLUMN suggestion_end INTEGER;
CREATE INDEX anchor_by_version ON anchor (version_seq);
CREATE INDEX version_by_digest ON version (digest);
CREATE INDEX annotation_listed ON annotation (communique_seq) WHERE withdrawn = 0;
ALTER TABLE annotation ADD COLUMN conflicts TEXT NOT NULL DEFAULT '[]';
`

const MERGES = `
CREATE TABLE parked_revision (
  id TEXT PRIMARY KEY,
  annotation_id TEXT NOT NULL,
  content TEXT NOT NULL
) STRICT;
CREATE INDEX parked_revision_by_annotation ON parked_revision (annotation_id);

CREATE TABLE parked_text (
  digest TEXT PRIMARY KEY,
  communique_id TEXT NOT NULL,
  title TEXT NOT NULL,
  created_at TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;

CREATE TABLE awaited_text (
  digest TEXT NOT NULL,
  annotation_id TEXT NOT NULL,
  PRIMARY KEY (digest, annotation_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE annotation_merge (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  source TEXT NOT NULL CHECK (source IN ('bundle', 'web', 'hypothesis')),
  merged_by TEXT NOT NULL,
  merged_at TEXT NOT NULL,
  undone_at TEXT
) STRICT;

CREATE TABLE annotation_merge_revision (
  merge_seq INTEGER NOT NULL REFERENCES annotation_merge (seq),
  revision_id TEXT NOT NULL,
  annotation_id TEXT NOT NULL,
  PRIMARY KEY (merge_seq, revision_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE set_aside_revision (
  id TEXT PRIMARY KEY,
  annotation_id TEXT NOT NULL,
  content TEXT NOT NULL
) STRICT;
`
