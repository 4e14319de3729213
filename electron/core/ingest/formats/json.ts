import { z } from 'zod'
import { decodeText } from '../decode.ts'
import type { DumpProposal } from '../../../../shared/model/ingest.ts'
import type { Reading, Source } from '../reading.ts'
import { refuse } from '../reading.ts'
import { joinReadings, readingFromDraft } from './reading-item.ts'
import { fieldsFromProposal, proposeMapping } from './dump-mapping.ts'
import type { DumpColumn } from './dump-mapping.ts'
import { blocksFromField, fieldValue, foldColumn, structuredFromRecord } from './record-fields.ts'
import type { FieldNames, FieldReader } from './record-fields.ts'

const RECORD_LIMIT = 20_000

/**
 * Reads a JSON dump: one record, a list of them, or an object that holds such a list. Each
 * record with a body is one item named `file#number`. `NaN` and infinities, which some programs
 * write, count as absent.
 */
export function readJson(source: Source): Reading {
  const decoded = decodeText(source.bytes)
  if (!decoded.ok) return refuse(source.name, decoded.reason)
  const { text, encoding, warnings } = decoded.value
  const value = parseJson(text)
  if (value === undefined) return refuse(source.name, 'damaged', lineOfFault(text))
  const records = recordsFromValue(value)
  if (records.length > RECORD_LIMIT) {
    return refuse(source.name, 'limits-exceeded', { limit: 'items' })
  }
  if (records.length === 0) return refuse(source.name, 'no-text')
  const dump = proposeForRecords(source, records)
  const context = { fields: fieldsFromProposal(dump), encoding, format: 'json' }
  const readings = records.map((record, index) => {
    const name = records.length === 1 ? source.name : `${source.name}#${index + 1}`
    return readRecord({ ...source, name }, record, context)
  })
  const kinds = warnings.map((kind) => ({ name: source.name, kind }))
  const own = { items: [], refusals: [], warnings: kinds, dumps: [dump] }
  return joinReadings([...readings, own])
}

/**
 * Reads JSON Lines: one record a line. A line that is not JSON is refused with its number and
 * the others are read.
 */
export function readJsonLines(source: Source): Reading {
  const decoded = decodeText(source.bytes)
  if (!decoded.ok) return refuse(source.name, decoded.reason)
  const { text, encoding } = decoded.value
  const lines = text.split('\n').map((line, index) => ({ text: line.trim(), number: index + 1 }))
  const filled = lines.filter((line) => line.text !== '')
  if (filled.length > RECORD_LIMIT) {
    return refuse(source.name, 'limits-exceeded', { limit: 'items' })
  }
  const records = filled.map(({ text: line }) => {
    const value = parseJson(line)
    return value === undefined ? null : (recordsFromValue(value)[0] ?? null)
  })
  const dump = proposeForRecords(
    source,
    records.filter((record) => record !== null),
  )
  const context = { fields: fieldsFromProposal(dump), encoding, format: 'jsonl' }
  const readings = records.map((record, at) => {
    const line = filled[at]?.number ?? at + 1
    const name = `${source.name}#${line}`
    return record === null
      ? refuse(name, 'damaged', { line })
      : readRecord({ ...source, name }, record, context)
  })
  return joinReadings([...readings, { items: [], refusals: [], warnings: [], dumps: [dump] }])
}

type RecordValue = Readonly<Record<string, unknown>>
type RecordContext = {
  readonly fields: FieldNames
  readonly encoding: string
  readonly format: string
}

function readRecord(source: Source, record: RecordValue, context: RecordContext): Reading {
  const read = fieldReader(record)
  const body = fieldValue(read, context.fields.body)
  const title = fieldValue(read, context.fields.title)
  const blocks = body == null ? [] : blocksFromField(body)
  if (blocks == null) return refuse(source.name, 'limits-exceeded', { limit: 'elements' })
  return readingFromDraft(source, {
    mediaType: 'application/json',
    reader: `${context.format}/1`,
    encoding: context.encoding,
    title,
    blocks,
    structured: structuredFromRecord(read, context.fields, context.format),
  })
}

const NOT_NUMBERS = /("(?:[^"\\]|\\.)*")|(?<![\w.])-?(?:NaN|Infinity)(?!\w)/gu

function parseJson(text: string): unknown {
  const attempts = [text, text.replace(NOT_NUMBERS, (_, quoted?: string) => quoted ?? 'null')]
  for (const attempt of attempts) {
    try {
      return JSON.parse(attempt)
    } catch {
      continue
    }
  }
  return undefined
}

/** The line where the parser stopped, when it says so. */
function lineOfFault(text: string): { line?: number } {
  try {
    JSON.parse(text)
  } catch (error) {
    const [, position] = /position (\d+)/u.exec(error instanceof Error ? error.message : '') ?? []
    if (position != null) return { line: text.slice(0, Number(position)).split('\n').length }
  }
  return {}
}

const recordSchema = z.record(z.string(), z.unknown())
const listSchema = z.array(recordSchema).min(1)
const LISTS = ['items', 'results', 'articles', 'documents', 'posts', 'records', 'data', 'entries']

function recordsFromValue(value: unknown): readonly RecordValue[] {
  const list = z.array(z.unknown()).safeParse(value)
  if (list.success) {
    return list.data.map((item) => recordSchema.safeParse(item)).map(({ data }) => data ?? {})
  }
  const record = recordSchema.safeParse(value)
  if (!record.success) return []
  const inner = LISTS.map((name) => listSchema.safeParse(record.data[name]))
  return inner.find(({ success }) => success)?.data ?? [record.data]
}

function proposeForRecords(source: Source, records: readonly RecordValue[]): DumpProposal {
  const known = { name: source.name, rows: records.length }
  return proposeMapping(known, columnsOf(records), source.mappings)
}

const COLUMN_DEPTH = 4
const COLUMN_LIMIT = 200
/** So many records tell what columns there are. */
const RECORDS_LOOKED_AT = 200

/** Every path to a text in the first records, in the order they are met. */
function columnsOf(records: readonly RecordValue[]): readonly DumpColumn[] {
  const values = new Map<string, string[]>()
  const walk = (value: unknown, path: string, depth: number): void => {
    const text = textFromValue(value)
    if (text !== null) {
      if (!values.has(path) && values.size >= COLUMN_LIMIT) return
      const held = values.get(path) ?? []
      if (text.trim() !== '') held.push(text)
      values.set(path, held)
    } else if (typeof value === 'object' && value !== null && depth < COLUMN_DEPTH) {
      // Of an inner list, its first record is read.
      const inner = Array.isArray(value) ? Object.entries(value.slice(0, 1)) : Object.entries(value)
      for (const [name, one] of inner) walk(one, path === '' ? name : `${path}.${name}`, depth + 1)
    }
  }
  for (const record of records.slice(0, RECORDS_LOOKED_AT)) walk(record, '', 0)
  return [...values].map(([name, held]) => ({ name, values: held }))
}

/** Reads own fields only, whatever the case of their names, so that no prototype is reached. */
function fieldReader(record: RecordValue): FieldReader {
  const fields = ownFields(record)
  return (name) => {
    const [first = '', ...steps] = name.split('.')
    const value = steps.reduce<unknown>(
      (inner, step) => (inner == null ? inner : ownFields(inner).get(step)),
      fields.get(first),
    )
    return textFromValue(value)
  }
}

function ownFields(value: unknown): ReadonlyMap<string, unknown> {
  if (typeof value !== 'object' || value == null) return new Map()
  return new Map(Object.entries(value).map(([name, inner]) => [foldColumn(name), inner]))
}

function textFromValue(value: unknown): string | null {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  const texts = z.array(z.string()).safeParse(value)
  return texts.success ? texts.data.join('\n\n') : null
}
