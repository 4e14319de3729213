import type { Migration } from '../migration.ts'

/**
 * Texts, originals, notes and the journal have digests; what describes them has none. An index that
 * holds the columns of a table once more lets `PRAGMA integrity_check` compare each value to the bit.
 * No query is answered from one: a partial index serves only those that state its condition.
 */
export const secondCopies: Migration = {
  version: 12,
  name: 'second-copies',
  up: (db) => {
    for (const [table, columns] of Object.entries(COLUMNS)) {
      const [first = ''] = columns.split(', ')
      db.exec(`CREATE INDEX ${table}_copy ON ${table} (${columns}) WHERE ${first} IS NOT ''`)
    }
  },
}

/** A rowid comes first, so that a new row goes to the end. */
const COLUMNS: Readonly<Record<string, string>> = {
  archive: 'id, created_at, created_by',
  authority: 'seq, id, kind, name, folded, country_code, origin, merged_into',
  authority_name: 'authority_seq, folded, name, language',
  authority_list: 'name, digest',
  authority_merge: 'seq, id, kept_seq, merged_seq, moved, merged_at, merged_by, undone_at',
  communique:
    'seq, id, reference_code, kind, place, created_at, title, title_folded, language, event_on, event_settled, published_on, sorted_on, issuer_seq, version_count, annotation_count, merged_into',
  attribution: 'communique_seq, role, authority_seq, settlement, rule, evidence',
  source_file: 'digest, media_type, size',
  accession: 'seq, digest, name, origin, encoding, reader, ingested_at, ingested_by, version_seq',
  version:
    'seq, id, communique_seq, number, title, title_evidence, preamble, paragraphs, language, wording_digest, accession_seq, created_at',
  stated_date:
    'seq, id, communique_seq, role, value, origin, settlement, rule, relative_to, evidence',
  relation: 'seq, id, kind, from_seq, to_seq, settlement, rule',
  version_move: 'relation_seq, version_seq, former_communique_seq, former_number',
  mention:
    'seq, id, version_seq, authority_seq, part, start_offset, end_offset, role, settlement, rule',
  annotation:
    'seq, id, communique_seq, body_language, created_by, created_at, modified_by, modified_at, conflicts',
  anchor:
    'annotation_seq, version_seq, start_offset, end_offset, exact, prefix, suffix, status, derived_from_seq, suggestion_start, suggestion_end',
  parked_text: 'digest, communique_id, title, created_at, text',
  awaited_text: 'digest, annotation_id',
  annotation_merge: 'seq, id, source, merged_by, merged_at, undone_at',
  annotation_merge_revision: 'merge_seq, revision_id, annotation_id',
  saved_search: 'seq, id, name, query, filter, last_seen, created_at, created_by',
  dossier: 'seq, id, state, created_at, created_by',
  dossier_item:
    'seq, dossier_seq, id, kind, communique_seq, version_seq, span_start, span_end, words, level',
  dossier_state:
    'dossier_seq, number, title, description, marking, deleted, outline, changed_at, changed_by',
  erased_annotation: 'id, erased_at, erased_by',
  dump_mapping: 'columns, mapping, accepted_at, accepted_by',
  ingest_batch: 'seq, id, origin, started_at, started_by, finished_at',
  ingest_file: 'seq, batch_seq, name, path, refusal, line',
}
