import type { Migration } from '../migration.ts'

/**
 * Facets of kind, place, people, tags and open suggestions are kept in memory as issuers and dates
 * are: `communique_change` must tell of every change of what they read.
 */
export const facetChanges: Migration = {
  version: 11,
  name: 'facet-changes',
  up: (db) => {
    db.exec(`
DROP TRIGGER communique_change_update;
CREATE TRIGGER communique_change_update
AFTER UPDATE OF issuer_seq, sorted_on, language, kind, place ON communique
BEGIN ${telling('= new.seq')} END;

CREATE TRIGGER communique_change_merge AFTER UPDATE OF merged_into ON communique
BEGIN
  ${telling('= new.seq')}
  ${telling('IN (SELECT from_seq FROM relation WHERE to_seq = new.seq)')}
END;
${WATCHED.map(triggersOf).join('')}
CREATE INDEX relation_to_settle ON relation (from_seq) WHERE settlement = 'unconfirmed';
`)
  },
}

interface Watched {
  readonly table: string
  readonly columns: string
  /** The row of the communiqué, of a row called `new` or `old`. */
  readonly communique: (row: 'new' | 'old') => string
}

const WATCHED: readonly Watched[] = [
  {
    table: 'stated_date',
    columns: 'settlement, communique_seq',
    communique: (row) => `= ${row}.communique_seq`,
  },
  {
    table: 'attribution',
    columns: 'settlement, communique_seq',
    communique: (row) => `= ${row}.communique_seq`,
  },
  {
    table: 'relation',
    columns: 'settlement, from_seq, to_seq',
    communique: (row) => `= ${row}.from_seq`,
  },
  {
    table: 'mention',
    columns: 'settlement, authority_seq, version_seq',
    communique: (row) => `= (SELECT communique_seq FROM version WHERE seq = ${row}.version_seq)`,
  },
  {
    table: 'annotation',
    columns: 'tags, withdrawn, communique_seq',
    communique: (row) => `= ${row}.communique_seq`,
  },
]

function triggersOf({ table, columns, communique }: Watched): string {
  return `
CREATE TRIGGER communique_change_${table}_insert AFTER INSERT ON ${table}
BEGIN ${telling(communique('new'))} END;
CREATE TRIGGER communique_change_${table}_update AFTER UPDATE OF ${columns} ON ${table}
BEGIN ${telling(communique('old'))} ${telling(communique('new'))} END;
CREATE TRIGGER communique_change_${table}_delete AFTER DELETE ON ${table}
BEGIN ${telling(communique('old'))} END;
`
}

/** Not OR REPLACE: what the statement that fires the trigger does on a conflict would override it. */
function telling(which: string): string {
  return `DELETE FROM communique_change WHERE communique_seq ${which};
  INSERT INTO communique_change (communique_seq) SELECT seq FROM communique WHERE seq ${which};`
}
