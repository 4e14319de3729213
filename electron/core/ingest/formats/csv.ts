import Papa from 'papaparse'
import { decodeText } from '../decode.ts'
import type { Reading, Source } from '../reading.ts'
import { refuse } from '../reading.ts'
import { fieldsFromProposal, proposeMapping } from './dump-mapping.ts'
import type { DumpColumn } from './dump-mapping.ts'
import { joinReadings, readingFromDraft } from './reading-item.ts'
import { blocksFromField, fieldValue, foldColumn, structuredFromRecord } from './record-fields.ts'
import type { FieldNames, FieldReader } from './record-fields.ts'

const ROW_LIMIT = 20_000

/**
 * Reads a table of texts (RFC 4180; comma, semicolon, tab or bar) whose first row names the
 * columns: each row with a body is one item named `file#row`. Columns are read as an officer
 * accepted, else by their names; without one known as body, the longest is taken. Cells are text:
 * no formula is worked out. A row with more cells than columns is refused, as its cells may have
 * slipped; a quote that never closes is refused with its line.
 */
export function readCsv(source: Source): Reading {
  const decoded = decodeText(source.bytes)
  if (!decoded.ok) return refuse(source.name, decoded.reason)
  const { text, encoding, warnings } = decoded.value
  const table = parseTable(text)
  const fault = table.errors.find(({ type }) => type === 'Quotes')
  if (fault != null) {
    const line = text.slice(0, fault.index ?? 0).split('\n').length
    return refuse(source.name, 'damaged', { line })
  }
  const [first = [], ...rows] = table.data
  if (rows.length > ROW_LIMIT) return refuse(source.name, 'limits-exceeded', { limit: 'items' })
  if (rows.length === 0) return refuse(source.name, 'no-text')
  const head = first.map((name, at) => (name.trim() === '' ? `#${at + 1}` : name.trim()))
  const proposal = proposeMapping(
    { name: source.name, rows: rows.length },
    columnsOf(head, rows),
    source.mappings,
  )
  const context = { head: head.map(foldColumn), fields: fieldsFromProposal(proposal), encoding }
  const readings = rows.map((row, index) =>
    readRow({ ...source, name: `${source.name}#${index + 1}` }, row, context),
  )
  const kinds = warnings.map((kind) => ({ name: source.name, kind }))
  const own = { items: [], refusals: [], warnings: kinds, dumps: [proposal] }
  return joinReadings([...readings, own])
}

const columnsOf = (
  head: readonly string[],
  rows: readonly (readonly string[])[],
): readonly DumpColumn[] =>
  head.map((name, column) => ({
    name,
    values: rows.map((row) => row[column] ?? '').filter((value) => value.trim() !== ''),
  }))

type Table = Papa.ParseResult<readonly string[]>

function parseTable(text: string): Table {
  const options: Papa.ParseConfig<readonly string[]> = {
    delimitersToGuess: [';', ',', '\t', '|'],
    skipEmptyLines: true,
  }
  const table = Papa.parse<readonly string[]>(text, { ...options, worker: false })
  // Many tables with tabs quote nothing: there a quotation mark is a character like any other.
  const isUnquoted = table.meta.delimiter === '\t' && table.errors.length > 0
  return isUnquoted
    ? Papa.parse<readonly string[]>(text, { ...options, worker: false, quoteChar: '\0' })
    : table
}

type RowContext = {
  /** Names of the columns, folded. */
  readonly head: readonly string[]
  readonly fields: FieldNames
  readonly encoding: string
}

function readRow(source: Source, row: readonly string[], context: RowContext): Reading {
  const { head, fields, encoding } = context
  if (row.slice(head.length).some((cell) => cell.trim() !== ''))
    return refuse(source.name, 'damaged')
  const read: FieldReader = (name) => row[head.indexOf(name)] ?? null
  const blocks = blocksFromField(fieldValue(read, fields.body) ?? '')
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
