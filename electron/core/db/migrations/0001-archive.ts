import type { Migration } from '../migration.ts'

/**
 * The archive itself. Wordings, original bytes, revisions and the journal are only ever added
 * to; what is shown in lists is repeated in `communique`, so that a list never reads a text.
 */
export const archive: Migration = {
  version: 1,
  name: 'archive',
  up: (db) => {
    db.exec(DESCRIPTION)
    db.exec(CONTENT)
    db.exec(ANNOTATIONS)
    db.exec(WORK)
  },
}

const DESCRIPTION = `
CREATE TABLE archive (
  id TEXT PRIMARY KEY,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL
) STRICT;

CREATE TABLE authority (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('person', 'corporate-body', 'place', 'instrument')),
  name TEXT NOT NULL,
  folded TEXT NOT NULL,
  UNIQUE (kind, folded)
) STRICT;

CREATE TABLE communique (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  reference_code TEXT,
  kind TEXT NOT NULL,
  place TEXT,
  created_at TEXT NOT NULL,
  title TEXT NOT NULL,
  title_folded TEXT NOT NULL,
  language TEXT NOT NULL,
  event_on TEXT,
  event_settled INTEGER NOT NULL DEFAULT 0,
  published_on TEXT,
  sorted_on TEXT,
  issuer_seq INTEGER REFERENCES authority (seq),
  version_count INTEGER NOT NULL DEFAULT 0,
  annotation_count INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX communique_by_date ON communique (sorted_on, seq);
CREATE INDEX communique_by_title ON communique (title_folded, seq);
CREATE INDEX communique_by_issuer ON communique (issuer_seq, language, sorted_on);
CREATE INDEX communique_by_language ON communique (language, issuer_seq, sorted_on);

CREATE TABLE attribution (
  communique_seq INTEGER NOT NULL REFERENCES communique (seq),
  role TEXT NOT NULL CHECK (role IN ('issuer', 'publisher')),
  authority_seq INTEGER NOT NULL REFERENCES authority (seq),
  settlement TEXT NOT NULL CHECK (settlement IN ('unconfirmed', 'confirmed', 'rejected')),
  rule TEXT NOT NULL,
  evidence TEXT,
  PRIMARY KEY (communique_seq, role)
) STRICT, WITHOUT ROWID;
`

const CONTENT = `
CREATE TABLE source_file (
  digest TEXT PRIMARY KEY,
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL,
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE accession (
  seq INTEGER PRIMARY KEY,
  digest TEXT NOT NULL REFERENCES source_file (digest),
  name TEXT NOT NULL,
  origin TEXT,
  encoding TEXT,
  reader TEXT NOT NULL,
  ingested_at TEXT NOT NULL,
  ingested_by TEXT NOT NULL,
  version_seq INTEGER
) STRICT;
CREATE INDEX accession_by_digest ON accession (digest);

CREATE TABLE version (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  communique_seq INTEGER NOT NULL REFERENCES communique (seq),
  number INTEGER NOT NULL,
  title TEXT NOT NULL,
  title_evidence TEXT,
  preamble TEXT NOT NULL,
  text TEXT NOT NULL,
  paragraphs TEXT NOT NULL,
  language TEXT NOT NULL,
  digest TEXT NOT NULL,
  wording_digest TEXT NOT NULL,
  accession_seq INTEGER NOT NULL REFERENCES accession (seq),
  created_at TEXT NOT NULL,
  UNIQUE (communique_seq, number)
) STRICT;
CREATE INDEX version_by_wording ON version (wording_digest);
CREATE INDEX version_by_accession ON version (accession_seq);

CREATE TABLE stated_date (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  communique_seq INTEGER NOT NULL REFERENCES communique (seq),
  role TEXT NOT NULL CHECK (role IN ('header', 'published', 'event', 'signed')),
  value TEXT NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('stated', 'deduced', 'officer')),
  settlement TEXT NOT NULL CHECK (settlement IN ('unconfirmed', 'confirmed', 'rejected')),
  rule TEXT NOT NULL,
  relative_to TEXT,
  evidence TEXT
) STRICT;
CREATE INDEX stated_date_by_communique ON stated_date (communique_seq);
CREATE INDEX stated_date_to_settle ON stated_date (settlement) WHERE settlement = 'unconfirmed';

CREATE TABLE relation (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('relays', 'amends', 'same-event')),
  from_seq INTEGER NOT NULL REFERENCES communique (seq),
  to_seq INTEGER NOT NULL REFERENCES communique (seq),
  settlement TEXT NOT NULL CHECK (settlement IN ('unconfirmed', 'confirmed', 'rejected')),
  rule TEXT NOT NULL,
  UNIQUE (kind, from_seq, to_seq)
) STRICT;
CREATE INDEX relation_by_target ON relation (to_seq);

CREATE TABLE shingle (
  hash INTEGER NOT NULL,
  version_seq INTEGER NOT NULL REFERENCES version (seq),
  PRIMARY KEY (hash, version_seq)
) STRICT, WITHOUT ROWID;
`

const ANNOTATIONS = `
CREATE TABLE annotation (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  communique_seq INTEGER NOT NULL REFERENCES communique (seq),
  kind TEXT NOT NULL,
  body TEXT NOT NULL,
  body_language TEXT NOT NULL,
  visibility TEXT NOT NULL CHECK (visibility IN ('private', 'shareable')),
  tags TEXT NOT NULL,
  created_by TEXT NOT NULL,
  created_at TEXT NOT NULL,
  modified_by TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  withdrawn INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX annotation_by_communique ON annotation (communique_seq);

CREATE TABLE anchor (
  annotation_seq INTEGER NOT NULL REFERENCES annotation (seq),
  version_seq INTEGER NOT NULL REFERENCES version (seq),
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL,
  exact TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  status TEXT NOT NULL,
  PRIMARY KEY (annotation_seq, version_seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE annotation_revision (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  annotation_seq INTEGER NOT NULL REFERENCES annotation (seq),
  content TEXT NOT NULL
) STRICT;
CREATE INDEX annotation_revision_by_annotation ON annotation_revision (annotation_seq, seq);
`

const WORK = `
CREATE TABLE ingest_batch (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  origin TEXT,
  started_at TEXT NOT NULL,
  started_by TEXT NOT NULL,
  finished_at TEXT
) STRICT;

CREATE TABLE ingest_file (
  seq INTEGER PRIMARY KEY,
  batch_seq INTEGER NOT NULL REFERENCES ingest_batch (seq),
  name TEXT NOT NULL,
  bytes BLOB,
  path TEXT,
  refusal TEXT,
  line TEXT
) STRICT;
CREATE INDEX ingest_file_by_batch ON ingest_file (batch_seq, seq);

CREATE TABLE journal (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  before TEXT,
  after TEXT,
  digest TEXT NOT NULL
) STRICT;
CREATE TRIGGER journal_is_append_only_update BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_is_append_only_delete BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER version_is_immutable BEFORE UPDATE OF text, title, preamble, paragraphs, digest ON version
BEGIN SELECT RAISE(ABORT, 'a version is immutable'); END;
CREATE TRIGGER source_file_is_immutable BEFORE UPDATE ON source_file
BEGIN SELECT RAISE(ABORT, 'a source file is immutable'); END;
`
