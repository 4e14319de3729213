import { analyse } from '../../../shared/text/analyse.ts'
import { fail, succeed } from '../../../shared/model/failure.ts'
import type { Outcome } from '../../../shared/model/failure.ts'
import { readDated, readDateField } from './parse-dates.ts'
import type { QueryNode, Scope, TextNode } from './query.ts'
import { readPieces } from './read-query.ts'
import type { Field, Piece, Unreadable } from './read-query.ts'
import { isJoiningWord } from './small-words.ts'

const MAX_LENGTH = 2000
const MAX_DEPTH = 20
const NEAR_DISTANCE = 10
const MAX_NEAR = 8

/** French words that lose their vowel before another: l', d', qu', jusqu'… */
const ELISION = /^(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu)$/u
const APOSTROPHE = /['’ʼ‘]/u

/**
 * Reads a query: words (in any of their forms), "phrases", ="exact wording", prefix*,
 * AND/OR/NOT, ET/OU/SAUF, و/أو/إلا, -word, parentheses, NEAR(a b, 10), field:value and dates.
 * Words side by side must all be there, but for articles and the like. An empty query asks for everything. Returns
 * `query-invalid` with the offset and the reason; never throws; time is linear in the length.
 */
export function parseQuery(query: string): Outcome<QueryNode> {
  const read = readQuery(query)
  if ('why' in read) return fail({ kind: 'query-invalid', at: read.at, why: read.why })
  return succeed(read)
}

function readQuery(query: string): QueryNode | Unreadable {
  if (query.trim() === '') return { kind: 'everything' }
  if (query.length > MAX_LENGTH) return { at: MAX_LENGTH, why: 'too-long' }
  const pieces = readPieces(query)
  if ('why' in pieces) return pieces
  const cursor: Cursor = { pieces, index: 0, end: query.length, field: null, depth: 0 }
  const node = readAlternatives(cursor)
  if (node !== null && 'why' in node) return node
  const rest = pieces[cursor.index]
  if (rest !== undefined) return { at: rest.start, why: 'parenthesis-unopened' }
  return node ?? { at: 0, why: 'no-word' }
}

interface Cursor {
  readonly pieces: readonly Piece[]
  index: number
  readonly end: number
  /** The field the words being read belong to. */
  field: Field | null
  depth: number
}

/** Null stands for something without a word in it, such as a dash between spaces. */
type Read = QueryNode | Unreadable | null

function readAlternatives(cursor: Cursor): Read {
  const parts: QueryNode[] = []
  for (;;) {
    const part = readTogether(cursor)
    if (part !== null && 'why' in part) return part
    if (part !== null) parts.push(part)
    if (cursor.pieces[cursor.index]?.kind !== 'or') return joined('or', parts)
    const joiner = cursor.pieces[cursor.index]
    cursor.index++
    if (part === null || isAtEnd(cursor)) {
      return { at: joiner?.start ?? 0, why: 'operand-missing' }
    }
  }
}

function readTogether(cursor: Cursor): Read {
  const parts: QueryNode[] = []
  for (let first = true; ; first = false) {
    const piece = cursor.pieces[cursor.index]
    if (piece === undefined || piece.kind === 'close' || piece.kind === 'or') {
      return joined('and', telling(parts))
    }
    if (piece.kind === 'and') {
      cursor.index++
      if (first || isAtEnd(cursor)) return { at: piece.start, why: 'operand-missing' }
    }
    const part = readUnary(cursor)
    if (part !== null && 'why' in part) return part
    if (part !== null) parts.push(part)
  }
}

/** Without the words that only join the others, unless there are no others. */
function telling(parts: readonly QueryNode[]): readonly QueryNode[] {
  const rest = parts.filter((part) => !isJoining(part))
  return rest.some(({ kind }) => kind === 'words' || kind === 'near' || kind === 'exact')
    ? rest
    : parts
}

function isJoining(part: QueryNode): boolean {
  return (
    part.kind === 'words' &&
    part.widened &&
    part.forms.length === 1 &&
    part.forms.every(isJoiningWord)
  )
}

function readUnary(cursor: Cursor): Read {
  let negated = false
  let piece = cursor.pieces[cursor.index]
  while (piece?.kind === 'not') {
    negated = !negated
    cursor.index++
    if (isAtEnd(cursor)) return { at: piece.start, why: 'operand-missing' }
    piece = cursor.pieces[cursor.index]
  }
  const part = readPrimary(cursor)
  return negated && part !== null && !('why' in part) ? { kind: 'not', part } : part
}

function readPrimary(cursor: Cursor): Read {
  const piece = cursor.pieces[cursor.index]
  if (piece === undefined) return null
  switch (piece.kind) {
    case 'open':
      return readGroup(cursor, piece.start)
    case 'field':
      return readField(cursor, piece)
    case 'word':
    case 'phrase':
    case 'exact':
    case 'near':
      return readText(cursor, piece)
    case 'close':
    case 'and':
    case 'or':
    case 'not':
      return { at: piece.start, why: 'operand-missing' }
  }
}

function readGroup(cursor: Cursor, at: number): Read {
  if (cursor.depth >= MAX_DEPTH) return { at, why: 'too-deep' }
  cursor.index++
  cursor.depth++
  const node = readAlternatives(cursor)
  cursor.depth--
  if (node !== null && 'why' in node) return node
  if (cursor.pieces[cursor.index]?.kind !== 'close') return { at, why: 'parenthesis-unclosed' }
  cursor.index++
  return node
}

function readField(cursor: Cursor, piece: Piece & { readonly kind: 'field' }): Read {
  const outer = cursor.field
  cursor.index++
  if (isAtEnd(cursor)) return { at: piece.start, why: 'operand-missing' }
  if (cursor.depth >= MAX_DEPTH) return { at: piece.start, why: 'too-deep' }
  cursor.field = piece.field
  cursor.depth++
  const node = readPrimary(cursor)
  cursor.depth--
  cursor.field = outer
  return node
}

function readText(cursor: Cursor, piece: Piece & { readonly text: string }): Read {
  const { field } = cursor
  if (field === 'date') {
    const dated = readDateField(cursor.pieces, cursor.index)
    if (dated === null) return { at: piece.start, why: 'date-unreadable' }
    cursor.index += dated.count
    return dated.node
  }
  const dated = field === null ? readDated(cursor.pieces, cursor.index) : null
  if (dated !== null) {
    cursor.index += dated.count
    return dated.node
  }
  cursor.index++
  if (field === null) return textNode(piece, 'any')
  if (field === 'title' || field === 'text' || field === 'note' || field === 'tag') {
    return textNode(piece, field)
  }
  const forms = analyse(piece.text).map(({ form }) => form)
  return forms.length === 0 ? null : { kind: 'described', by: field, forms }
}

function textNode(
  piece: Piece & { readonly text: string },
  scope: Scope,
): TextNode | Unreadable | null {
  const { kind, text, start, end } = piece
  const place = { scope, start, end }
  if (kind === 'near') return nearNode(text, place)
  const words = analyse(text)
  const forms = words.map(({ form }) => form)
  if (forms.length === 0) return null
  if (kind === 'exact')
    return { kind: 'exact', text: text.trim().normalize('NFC'), forms, ...place }
  if (kind === 'phrase') return { kind: 'words', forms, widened: false, prefix: false, ...place }
  const bare = withoutElision(text, forms, words[0]?.end ?? 0)
  const prefix = text.endsWith('*')
  return { kind: 'words', forms: bare, widened: !prefix, prefix, ...place }
}

/** An elided article says nothing: l'intérieur is looked for as intérieur. */
function withoutElision(text: string, forms: readonly string[], end: number): readonly string[] {
  const elided =
    forms.length > 1 && ELISION.test(forms[0] ?? '') && APOSTROPHE.test(text[end] ?? '')
  return elided ? forms.slice(1) : forms
}

function nearNode(
  text: string,
  place: { readonly scope: Scope; readonly start: number; readonly end: number },
): TextNode | Unreadable {
  const limit = /[,،]\s*(\d{1,3})\s*$/u.exec(text)
  const words = analyse(limit === null ? text : text.slice(0, limit.index))
  const forms = [...new Set(words.map(({ form }) => form))]
  if (forms.length < 2) return { at: place.start, why: 'near-needs-two-words' }
  if (forms.length > MAX_NEAR) return { at: place.start, why: 'near-too-many-words' }
  const distance = limit === null ? NEAR_DISTANCE : Number(limit[1])
  return { kind: 'near', forms, distance, ...place }
}

function isAtEnd(cursor: Cursor): boolean {
  const piece = cursor.pieces[cursor.index]
  return piece === undefined || piece.kind === 'close'
}

/** What is asked twice is asked once. */
function joined(kind: 'and' | 'or', parts: readonly QueryNode[]): QueryNode | null {
  const asked = new Set<string>()
  const distinct = parts.filter((part) => {
    const key = keyFromNode(part)
    return !asked.has(key) && asked.add(key)
  })
  return distinct.length < 2 ? (distinct[0] ?? null) : { kind, parts: distinct }
}

/** Equal for parts that ask the same, wherever they stand. */
function keyFromNode(node: QueryNode): string {
  return JSON.stringify(node, (name, value: unknown) =>
    name === 'start' || name === 'end' ? undefined : value,
  )
}
