import type { Migration } from '../migration.ts'

/** A list in the order of publication is read page by page, as the others are. */
export const publicationOrder: Migration = {
  version: 10,
  name: 'publication-order',
  up: (db) => {
    db.exec('CREATE INDEX communique_by_publication ON communique (published_on, seq);')
  },
}
