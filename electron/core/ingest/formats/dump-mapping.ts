import { MOST_COLUMNS } from '../../../../shared/model/limits.ts'
import { mappedFieldSchema } from '../../../../shared/model/ingest.ts'
import type { DumpMapping, DumpProposal, MappedField } from '../../../../shared/model/ingest.ts'
import type { AcceptedMapping } from '../reading.ts'
import { COMMON_FIELDS, foldColumn } from './record-fields.ts'
import type { FieldNames } from './record-fields.ts'
import { dayFromField } from './stated-day.ts'

/** A column of a dump with the values it holds, in the order of the rows; empty ones left out. */
export type DumpColumn = { readonly name: string; readonly values: readonly string[] }

const SAMPLES = 3
const SAMPLE_UNITS = 120
const NAME_UNITS = 200
/** So many values tell what a column holds. */
const LOOKED_AT = 50

/**
 * Proposes how a dump is read: as an officer accepted for exactly these columns, else by the names
 * of the columns, and by what their values look like for the fields no name tells. Of a dump with
 * more columns than can be accepted, the first are offered.
 */
export function proposeMapping(
  { name, rows }: Pick<DumpProposal, 'name' | 'rows'>,
  all: readonly DumpColumn[],
  mappings: readonly AcceptedMapping[] = [],
): DumpProposal {
  const columns = all.slice(0, MOST_COLUMNS)
  const shown = columns.map((column) => ({
    name: column.name.slice(0, NAME_UNITS),
    samples: column.values.slice(0, SAMPLES).map((value) => value.slice(0, SAMPLE_UNITS)),
  }))
  const accepted = findAccepted(shown, mappings)
  if (accepted !== undefined) {
    const { mapping } = accepted
    return { name, rows, columns: shown, mapping, fromValues: [], origin: 'remembered' }
  }
  const named = mappingFromNames(columns)
  const seen = mappingFromValues(columns, named)
  const fromValues = mappedFieldSchema.options.filter((field) => seen[field] !== undefined)
  const mapping = { ...named, ...seen }
  return { name, rows, columns: shown, mapping, fromValues, origin: 'proposed' }
}

/**
 * The names to read a dump by: the columns of a remembered mapping and no others; of a proposal,
 * every name a field is known by, as records of one dump may differ. What values look like is used
 * only once it was accepted, but for the body, without which there is no text.
 */
export function fieldsFromProposal({ mapping, origin, fromValues }: DumpProposal): FieldNames {
  const fields = mappedFieldSchema.options.map((field) => {
    const column = mapping[field]
    const known = origin === 'remembered' ? [] : COMMON_FIELDS[field]
    const isUsed = origin === 'remembered' || field === 'body' || !fromValues.includes(field)
    return [
      field,
      column === undefined || !isUsed ? known : [foldColumn(column), ...known],
    ] as const
  })
  return { ...COMMON_FIELDS, ...Object.fromEntries(fields) }
}

/** Two lists of columns are of one source when they hold the same names, in any order. */
function isSameColumns(a: readonly string[], b: readonly string[]): boolean {
  const [first, second] = [new Set(a.map(foldColumn)), new Set(b.map(foldColumn))]
  return first.size === second.size && [...first].every((name) => second.has(name))
}

const findAccepted = (
  columns: readonly { readonly name: string }[],
  mappings: readonly AcceptedMapping[],
): AcceptedMapping | undefined => {
  const names = columns.map(({ name }) => name)
  return mappings.findLast((accepted) => isSameColumns(accepted.columns, names))
}

function mappingFromNames(columns: readonly DumpColumn[]): DumpMapping {
  const found = mappedFieldSchema.options.flatMap((field) => {
    const column = COMMON_FIELDS[field]
      .map((known) => columns.find(({ name }) => foldColumn(name) === known))
      .find((named) => named !== undefined && named.values.length > 0)
    return column === undefined ? [] : [[field, column.name] as const]
  })
  return Object.fromEntries(found)
}

function mappingFromValues(columns: readonly DumpColumn[], named: DumpMapping): DumpMapping {
  const found: Partial<Record<MappedField, string>> = {}
  const free = (): readonly DumpColumn[] => {
    const taken = new Set([...Object.values(named), ...Object.values(found)])
    return columns.filter(({ name, values }) => values.length > 0 && !taken.has(name))
  }
  const take = (field: MappedField, column: DumpColumn | undefined): void => {
    if (named[field] === undefined && column !== undefined) found[field] = column.name
  }
  if (named.body === undefined) take('body', longest(free()))
  for (const [field, isLike] of LOOKS) take(field, free().find(isMostly(isLike)))
  return found
}

const longest = (columns: readonly DumpColumn[]): DumpColumn | undefined => {
  const size = ({ values }: DumpColumn): number =>
    values.reduce((sum, value) => sum + value.length, 0)
  return columns.toSorted((a, b) => size(b) - size(a))[0]
}

/** What the values of a field look like, the surest first. */
const LOOKS: readonly (readonly [MappedField, (value: string) => boolean])[] = [
  ['url', (value) => /^https?:\/\/\S+$/u.test(value)],
  ['published', (value) => value.length <= 40 && dayFromField(value) !== null],
  [
    'language',
    (value) => /^(?:fr|ar|en|fran[cç]ais|arabe|anglais|french|arabic|english)$/iu.test(value),
  ],
  ['title', (value) => value.length >= 12 && value.length <= 230 && /\p{L}\s+\p{L}/u.test(value)],
]

const isMostly =
  (isLike: (value: string) => boolean) =>
  ({ values }: DumpColumn): boolean => {
    const looked = values.slice(0, LOOKED_AT)
    return looked.filter((value) => isLike(value.trim())).length >= looked.length * 0.8
  }
