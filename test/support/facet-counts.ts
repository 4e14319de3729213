import type { ReadableArchive } from '../../electron/core/db/archive-handle.ts'
import { foldText } from '../../shared/text/analyse.ts'
import type { Facets, Filter } from '../../shared/model/search.ts'

type Field = Exclude<keyof Facets, 'dossiers' | 'totals'>

/** Each value that a communiqué carries, read from the tables with nothing kept in memory. */
const CARRIED: Readonly<Record<Field, string>> = {
  years: `SELECT substr(sorted_on, 1, 4) AS value FROM communique
    WHERE seq = $seq AND sorted_on IS NOT NULL`,
  issuers: `SELECT authority.id AS value FROM communique
    JOIN authority ON authority.seq = issuer_seq WHERE communique.seq = $seq`,
  languages: 'SELECT language AS value FROM communique WHERE seq = $seq',
  kinds: 'SELECT kind AS value FROM communique WHERE seq = $seq',
  places: 'SELECT place AS value FROM communique WHERE seq = $seq AND place IS NOT NULL',
  people: `SELECT DISTINCT authority.id AS value FROM mention
    JOIN version ON version.seq = version_seq JOIN authority ON authority.seq = authority_seq
    WHERE communique_seq = $seq AND authority.kind = 'person' AND settlement <> 'rejected'`,
  tags: `SELECT DISTINCT value FROM annotation, json_each(tags)
    WHERE communique_seq = $seq AND withdrawn = 0`,
  review: `SELECT DISTINCT 'to-review' AS value FROM open_suggestion
    WHERE communique_seq = $seq AND kind <> 'mention'`,
}

/** Every facet but the dossiers. */
export const COUNTED_FIELDS: readonly Field[] = [
  'years',
  'issuers',
  'languages',
  'kinds',
  'places',
  'people',
  'tags',
  'review',
]

type Carried = Readonly<Record<Field, readonly string[]>>

/** What every communiqué of an archive carries. */
export function readCarried(db: ReadableArchive): readonly Carried[] {
  const statements = COUNTED_FIELDS.map(
    (field) => [field, db.prepare<{ value: string }>(CARRIED[field])] as const,
  )
  return db
    .prepare<{ seq: number }>('SELECT seq FROM communique WHERE merged_into IS NULL')
    .all()
    .map((row) => {
      const carried: Record<Field, readonly string[]> = { ...NOTHING }
      for (const [field, statement] of statements) {
        const values = statement.all(row).map(({ value }) => value)
        carried[field] = field === 'places' ? values.map(foldText) : values
      }
      return carried
    })
}

const NOTHING: Carried = {
  years: [],
  issuers: [],
  languages: [],
  kinds: [],
  places: [],
  people: [],
  tags: [],
  review: [],
}

/** How many communiqués carry each value of a facet, under what a filter asks of the others. */
export function countCarried(
  all: readonly Carried[],
  field: Field,
  filter: Filter,
): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  const others = COUNTED_FIELDS.filter((each) => each !== field)
  for (const carried of all) {
    const isCounted = others.every((other) => {
      const asked: readonly string[] = filter[other] ?? []
      return asked.length === 0 || carried[other].some((value) => asked.includes(value))
    })
    if (!isCounted) continue
    for (const value of carried[field]) counts[value] = (counts[value] ?? 0) + 1
  }
  return counts
}
