import { communiqueKindSchema } from '../../../shared/model/communique-kind.ts'
import type { Communique } from '../../../shared/model/communique.ts'
import { languageSchema } from '../../../shared/model/language.ts'
import { foldText } from '../../../shared/text/analyse.ts'
import type { Language } from '../../../shared/model/language.ts'
import type { ReadableArchive } from '../db/archive-handle.ts'
import { keysFromDate } from './date-key.ts'
import { extended } from './extended.ts'
import { createValueLists, setList, type ValueLists } from './value-lists.ts'

/**
 * What filters and facets read, in memory, by row of communiqué: exact counts over any number of
 * matches cost one pass over numbers. Row 0 is never used. 0 stands for none.
 */
export interface Columns {
  /** Rows in use are 1 to `count`; a row of the communiqué that is gone has no version. */
  count: number
  /** Row of the latest version. */
  version: Int32Array
  /** Row of the issuer. */
  issuer: Int32Array
  /** First key of the date the communiqué is sorted by (see `date-key.ts`). */
  date: Int32Array
  /** Index into `LANGUAGES`. */
  language: Uint8Array
  /** Index into `KINDS`. */
  kind: Uint8Array
  /** Number of the place in `placeNames`. */
  place: Int32Array
  /** 1 where a suggestion about the communiqué waits for an officer; names in its text are none. */
  toReview: Uint8Array
  /** Rows of the people its wordings name, unless that was rejected. */
  readonly people: ValueLists
  /** Numbers, in `tagNames`, of the tags of its annotations. */
  readonly tags: ValueLists
  /** The greatest row of an issuer or a person that any list names. */
  authorities: number
  readonly placeNames: Names
  readonly tagNames: Names
  /** Row of the communiqué, by row of version; 0 for a version that is not the latest. */
  communique: Int32Array
  /** The last change of the archive these columns show. */
  change: number
}

/** Values numbered from 1 in the order in which they were met, each with a word to show for it. */
export interface Names {
  readonly values: string[]
  readonly labels: string[]
  readonly numbers: Map<string, number>
}

/** The languages, in the order `Columns.language` counts them. */
export const LANGUAGES: readonly Language[] = languageSchema.options
/** The kinds of communiqué, in the order `Columns.kind` counts them. */
export const KINDS: readonly Communique['kind'][] = communiqueKindSchema.options

const WINDOW = 20_000

/** Columns that show nothing yet; `refreshColumns` reads the archive into them. */
export function createColumns(): Columns {
  return {
    count: 0,
    version: new Int32Array(0),
    issuer: new Int32Array(0),
    date: new Int32Array(0),
    language: new Uint8Array(0),
    kind: new Uint8Array(0),
    place: new Int32Array(0),
    toReview: new Uint8Array(0),
    people: createValueLists(),
    tags: createValueLists(),
    authorities: 0,
    placeNames: noNames(),
    tagNames: noNames(),
    communique: new Int32Array(0),
    change: 0,
  }
}

interface ChangedRow {
  readonly change: number
  readonly seq: number
  readonly version: number | null
  readonly issuer: number | null
  readonly sortedOn: string | null
  readonly language: string | null
  readonly kind: string | null
  readonly place: string | null
}

/** Brings the columns up to date: reads again the communiqués that changed, and no other. */
export function refreshColumns(db: ReadableArchive, columns: Columns): void {
  const changed = db.prepare<ChangedRow>(
    `SELECT change, communique_seq AS seq, issuer_seq AS issuer, sorted_on AS sortedOn, language,
       kind, place,
       (SELECT version.seq FROM version WHERE version.communique_seq = communique.seq
        ORDER BY number DESC LIMIT 1) AS version
     FROM communique_change LEFT JOIN communique ON communique.seq = communique_seq
     WHERE change > ? ORDER BY change LIMIT ${WINDOW}`,
  )
  const from = columns.change
  let rows: readonly ChangedRow[]
  do {
    rows = changed.all(columns.change)
    for (const row of rows) setRow(columns, row)
  } while (rows.length === WINDOW)
  if (columns.change > from) readLists(db, columns, { from, to: columns.change })
}

function setRow(columns: Columns, row: ChangedRow): void {
  const { seq } = row
  const version = row.version ?? 0
  if (seq >= columns.version.length) grow(columns, seq)
  if (version >= columns.communique.length) {
    columns.communique = extended(columns.communique, Int32Array, version)
  }
  const before = columns.version[seq] ?? 0
  if (before > 0) columns.communique[before] = 0
  columns.version[seq] = version
  if (version > 0) columns.communique[version] = seq
  columns.issuer[seq] = row.issuer ?? 0
  columns.authorities = Math.max(columns.authorities, row.issuer ?? 0)
  columns.date[seq] = row.sortedOn === null ? 0 : keysFromDate(row.sortedOn).first
  columns.language[seq] = Math.max(
    0,
    LANGUAGES.findIndex((language) => language === row.language),
  )
  columns.kind[seq] = Math.max(
    0,
    KINDS.findIndex((kind) => kind === row.kind),
  )
  columns.place[seq] = row.place === null ? 0 : placeNumber(columns.placeNames, row.place)
  columns.toReview[seq] = 0
  setList(columns.people, seq, [])
  setList(columns.tags, seq, [])
  columns.count = Math.max(columns.count, seq)
  columns.change = row.change
}

/** The wordings of what changed, and of everything: then no index is as quick as reading it through. */
const CHANGED_MENTIONS = `communique_change
     CROSS JOIN version ON version.communique_seq = communique_change.communique_seq
     CROSS JOIN mention ON mention.version_seq = version.seq`
const ALL_MENTIONS = 'mention CROSS JOIN version ON version.seq = mention.version_seq'

/** Reads what a communiqué may have many of, for those that changed. */
function readLists(
  db: ReadableArchive,
  columns: Columns,
  changes: { readonly from: number; readonly to: number },
): void {
  const isWhole = changes.from === 0
  const people = db.prepare<{ seq: number; list: string }>(
    `SELECT version.communique_seq AS seq, group_concat(DISTINCT authority_seq) AS list
     FROM ${isWhole ? ALL_MENTIONS : CHANGED_MENTIONS}
     CROSS JOIN authority ON authority.seq = authority_seq
     WHERE settlement <> 'rejected' AND authority.kind = 'person'
       ${isWhole ? '' : 'AND change > $from AND change <= $to'}
     GROUP BY version.communique_seq`,
  )
  for (const { seq, list } of isWhole ? people.all() : people.all(changes)) {
    const numbers = list.split(',').map(Number)
    setList(columns.people, seq, numbers)
    columns.authorities = Math.max(columns.authorities, ...numbers)
  }
  const tags = db.prepare<{ seq: number; tag: string }>(
    `SELECT DISTINCT annotation.communique_seq AS seq, value AS tag
     FROM communique_change
     CROSS JOIN annotation ON annotation.communique_seq = communique_change.communique_seq
     CROSS JOIN json_each(annotation.tags)
     WHERE change > $from AND change <= $to AND withdrawn = 0`,
  )
  const tagged = new Map<number, number[]>()
  for (const { seq, tag } of tags.all(changes)) {
    const number = numberOf(columns.tagNames, tag, tag)
    const list = tagged.get(seq)
    if (list) list.push(number)
    else tagged.set(seq, [number])
  }
  for (const [seq, list] of tagged) setList(columns.tags, seq, list)
  const open = db.prepare<{ seq: number }>(
    `SELECT DISTINCT communique_seq AS seq FROM open_suggestion
     WHERE kind <> 'mention' AND communique_seq IN
       (SELECT communique_seq FROM communique_change WHERE change > $from AND change <= $to)`,
  )
  for (const { seq } of open.all(changes)) columns.toReview[seq] = 1
}

function noNames(): Names {
  return { values: [''], labels: [''], numbers: new Map() }
}

/** Rabat and RABAT are one place, shown as it is written in a sentence. */
function placeNumber(names: Names, place: string): number {
  const number = numberOf(names, foldText(place), place)
  const label = names.labels[number] ?? ''
  if (isShouted(label) && !isShouted(place)) names.labels[number] = place
  return number
}

function isShouted(word: string): boolean {
  return word === word.toUpperCase()
}

function numberOf({ values, labels, numbers }: Names, value: string, label: string): number {
  const known = numbers.get(value)
  if (known !== undefined) return known
  const number = values.push(value) - 1
  labels.push(label)
  numbers.set(value, number)
  return number
}

function grow(columns: Columns, seq: number): void {
  columns.version = extended(columns.version, Int32Array, seq)
  columns.issuer = extended(columns.issuer, Int32Array, seq)
  columns.date = extended(columns.date, Int32Array, seq)
  columns.language = extended(columns.language, Uint8Array, seq)
  columns.kind = extended(columns.kind, Uint8Array, seq)
  columns.place = extended(columns.place, Int32Array, seq)
  columns.toReview = extended(columns.toReview, Uint8Array, seq)
}
