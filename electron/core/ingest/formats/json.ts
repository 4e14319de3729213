import { z } from 'zod'
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

const RECORD_LIMIT = 20_000

/**
 * Reads a JSON dump: one record, a list of them, or an object that holds such a list. Each
 * record with a body is one item named `file#number`. `NaN` and infinities, which some programs
 * write, count as absent.
 */
export function readJson(source: Source, fields: FieldNames = COMMON_FIELDS): Reading {
  const decoded = decodeText(source.bytes)
  if (!decoded.ok) return refuse(source.name, decoded.reason)
  const { text, encoding, warnings } = decoded.value
  const value = parseJson(text)
  if (value === undefined) return refuse(source.name, 'damaged', lineOfFault(text))
  const records = recordsFromValue(value)
  if (records.length > RECORD_LIMIT) {
    return refuse(source.name, 'limits-exceeded', { limit: 'items' })
  }
  const readings = records.map((record, index) => {
    const name = records.length === 1 ? source.name : `${source.name}#${index + 1}`
    return readRecord({ ...source, name }, record, { fields, encoding, format: 'json' })
  })
  if (readings.length === 0) return refuse(source.name, 'no-text')
  const kinds = warnings.map((kind) => ({ name: source.name, kind }))
  return joinReadings([...readings, { items: [], refusals: [], warnings: kinds }])
}

/**
 * Reads JSON Lines: one record a line. A line that is not JSON is refused with its number and
 * the others are read.
 */
export function readJsonLines(source: Source, fields: FieldNames = COMMON_FIELDS): Reading {
  const decoded = decodeText(source.bytes)
  if (!decoded.ok) return refuse(source.name, decoded.reason)
  const { text, encoding } = decoded.value
  const lines = text.split('\n').map((line, index) => ({ text: line.trim(), number: index + 1 }))
  const filled = lines.filter((line) => line.text !== '')
  if (filled.length > RECORD_LIMIT) {
    return refuse(source.name, 'limits-exceeded', { limit: 'items' })
  }
  return joinReadings(
    filled.map((line) => {
      const name = `${source.name}#${line.number}`
      const value = parseJson(line.text)
      const [record] = value === undefined ? [] : recordsFromValue(value)
      if (record == null) return refuse(name, 'damaged', { line: line.number })
      return readRecord({ ...source, name }, record, { fields, encoding, format: 'jsonl' })
    }),
  )
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
  return new Map(Object.entries(value).map(([name, inner]) => [name.toLowerCase(), inner]))
}

function textFromValue(value: unknown): string | null {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  const texts = z.array(z.string()).safeParse(value)
  return texts.success ? texts.data.join('\n\n') : null
}
