import Papa from 'papaparse'
import { decodeText } from '../decode.ts'
import type { Reading, Source } from '../reading.ts'
import { refuse } from '../reading.ts'
import { joinReadings, readingFromDraft } from './reading-item.ts'
import {
  blocksFromField,
  COMMON_FIELDS,
  fieldValue,
  structuredFromRecord,
} from './record-fields.ts'
import type { FieldNames, FieldReader } from './record-fields.ts'

const ROW_LIMIT = 20_000

/**
 * Reads a table of texts (RFC 4180; comma, semicolon, tab or bar) whose first row names the
 * columns: each row with a body is one item named `file#row`. Without a column known as body,
 * the longest one is taken. Cells are text: no formula is worked out. A quote that never closes
 * is refused with its line.
 */
export function readCsv(source: Source, fields: FieldNames = COMMON_FIELDS): Reading {
  const decoded = decodeText(source.bytes)
  if (!decoded.ok) return refuse(source.name, decoded.reason)
  const { text, encoding, warnings } = decoded.value
  const table = parseTable(text)
  const fault = table.errors.find(({ type }) => type === 'Quotes')
  if (fault != null) {
    const line = text.slice(0, fault.index ?? 0).split('\n').length
    return refuse(source.name, 'damaged', { line })
  }
  const [head = [], ...rows] = table.data
  if (rows.length > ROW_LIMIT) return refuse(source.name, 'limits-exceeded', { limit: 'items' })
  const body = bodyColumn(head, rows, fields)
  if (rows.length === 0 || body < 0) return refuse(source.name, 'no-text')
  const readings = rows.map((row, index) =>
    readRow({ ...source, name: `${source.name}#${index + 1}` }, head, row, {
      fields,
      encoding,
      body,
    }),
  )
  const kinds = warnings.map((kind) => ({ name: source.name, kind }))
  return joinReadings([...readings, { items: [], refusals: [], warnings: kinds }])
}

type Table = Papa.ParseResult<readonly string[]>

function parseTable(text: string): Table {
  const options: Papa.ParseConfig<readonly string[]> = {
    delimitersToGuess: [';', ',', '\t', '|'],
    skipEmptyLines: 'greedy',
  }
  const table = Papa.parse<readonly string[]>(text, { ...options, worker: false })
  // Many tables with tabs quote nothing: there a quotation mark is a character like any other.
  const isUnquoted = table.meta.delimiter === '\t' && table.errors.length > 0
  return isUnquoted
    ? Papa.parse<readonly string[]>(text, { ...options, worker: false, quoteChar: '\0' })
    : table
}

type RowContext = {
  readonly fields: FieldNames
  readonly encoding: string
  readonly body: number
}

function readRow(
  source: Source,
  head: readonly string[],
  row: readonly string[],
  { fields, encoding, body }: RowContext,
): Reading {
  const names = head.map((name) => name.trim().toLowerCase())
  const read: FieldReader = (name) => row[names.indexOf(name)] ?? null
  const blocks = blocksFromField(row[body] ?? '')
  if (blocks == null) return refuse(source.name, 'limits-exceeded', { limit: 'elements' })
  return readingFromDraft(source, {
    mediaType: 'text/csv',
    reader: 'csv/1',
    encoding,
    title: fieldValue(read, fields.title),
    blocks,
    structured: structuredFromRecord(read, fields, 'csv'),
  })
}

function bodyColumn(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  fields: FieldNames,
): number {
  const names = head.map((name) => name.trim().toLowerCase())
  const known = fields.body.map((name) => names.indexOf(name)).find((column) => column >= 0)
  if (known != null) return known
  const lengths = head.map((_, column) =>
    rows.reduce((sum, row) => sum + (row[column]?.length ?? 0), 0),
  )
  return lengths.indexOf(Math.max(...lengths))
}
