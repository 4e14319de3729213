import type {
  Reading,
  ReadingBlock,
  ReadingItem,
  ReadingWarning,
  Source,
  Structured,
  StructuredValue,
} from '../reading.ts'
import { refuse } from '../reading.ts'

/** What a reader found, before its text is made safe to store and show. */
export type ItemDraft = {
  /** Name of the item when it is not that of its source. */
  readonly name?: string
  readonly mediaType: string
  readonly reader: string
  readonly encoding?: string | null
  readonly title?: string | null
  readonly blocks: readonly ReadingBlock[]
  readonly structured?: Structured
  readonly warnings?: readonly ReadingWarning['kind'][]
}

/**
 * The reading of one text. Line ends become LF; control characters go and lone surrogates become
 * U+FFFD, with a warning; direction controls stay, with a warning; empty blocks go. A draft without
 * a single letter or digit is refused as `no-text`.
 */
export function readingFromDraft(source: Source, draft: ItemDraft): Reading {
  const name = draft.name ?? source.name
  const blocks = draft.blocks
    .map(({ kind, text }) => ({ kind, text: cleanText(text) }))
    .filter(({ text }) => text.trim() !== '')
  if (!blocks.some(({ text }) => /[\p{L}\p{N}]/u.test(text))) return refuse(name, 'no-text')
  const item: ReadingItem = {
    name: cleanLine(name),
    mediaType: draft.mediaType,
    reader: draft.reader,
    encoding: draft.encoding ?? null,
    title: lineOrNull(draft.title),
    blocks,
    structured: cleanStructured(draft.structured ?? {}),
  }
  const raw = draft.blocks.map(({ text }) => text)
  const kinds = new Set([...(draft.warnings ?? []), ...warningsOfText([draft.title ?? '', ...raw])])
  return {
    items: [item],
    refusals: [],
    warnings: [...kinds].map((kind) => ({ name: item.name, kind })),
  }
}

/** Several readings of one source as one, in order. */
export function joinReadings(readings: readonly Reading[]): Reading {
  const dumps = readings.flatMap((reading) => reading.dumps ?? [])
  return {
    ...(dumps.length === 0 ? {} : { dumps }),
    items: readings.flatMap(({ items }) => items),
    refusals: readings.flatMap(({ refusals }) => refusals),
    warnings: readings.flatMap(({ warnings }) => warnings),
  }
}

/** A structured value on one line, or nothing when the source leaves it empty. */
export function statedValue(
  value: string | null | undefined,
  rule: string,
  quote?: string,
): StructuredValue | undefined {
  const line = lineOrNull(value)
  return line == null ? undefined : { value: line, rule, quote: cleanLine(quote ?? value ?? '') }
}

const CONTROLS = /[^\P{Cc}\t\n\r\f\v\u0085]/gu
const DIRECTION_CONTROLS = /[\u202A-\u202E\u2066-\u2069]/u
const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF]/u

function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/gu, '\n')
    .replace(CONTROLS, '')
    .replace(/^\uFEFF/u, '')
}

const cleanLine = (text: string): string => cleanText(text).replace(/\s+/gu, ' ').trim()

function lineOrNull(text: string | null | undefined): string | null {
  const line = cleanLine(text ?? '')
  return line === '' ? null : line
}

function cleanStructured(structured: Structured): Structured {
  return Object.fromEntries(Object.entries(structured).filter(([, value]) => value != null))
}

function warningsOfText(texts: readonly string[]): readonly ReadingWarning['kind'][] {
  const kinds: ReadingWarning['kind'][] = []
  if (texts.some((text) => !text.isWellFormed() || text.includes('\uFFFD'))) {
    kinds.push('damaged-characters')
  }
  if (texts.some((text) => text.search(CONTROLS) >= 0)) kinds.push('control-characters-removed')
  if (texts.some((text) => DIRECTION_CONTROLS.test(text))) kinds.push('direction-controls')
  if (texts.some((text) => INVISIBLE.test(text))) kinds.push('invisible-characters')
  return kinds
}
