import { foldWord } from '../../../shared/text/fold.ts'
import type { Description, Scope } from './query.ts'

/** What the words after `name:` are compared with. */
export type Field = Exclude<Scope, 'any'> | Description | 'date'

interface Place {
  readonly start: number
  readonly end: number
}

/** The pieces a query is written with. Offsets are UTF-16 code units into the query. */
export type Piece = Place &
  (
    | { readonly kind: 'word' | 'phrase' | 'exact' | 'near'; readonly text: string }
    | { readonly kind: 'open' | 'close' | 'or' | 'and' | 'not' }
    | { readonly kind: 'field'; readonly field: Field }
  )

/** Why a query cannot be read, and where. The reason names what would mend it. */
export interface Unreadable {
  readonly at: number
  readonly why:
    | 'quote-unclosed'
    | 'parenthesis-unclosed'
    | 'parenthesis-unopened'
    | 'operand-missing'
    | 'near-needs-two-words'
    | 'near-too-many-words'
    | 'date-unreadable'
    | 'no-word'
    | 'too-long'
    | 'too-deep'
}

/** Words that join; French and English only in capitals, so that they can be searched for. */
const JOINERS: ReadonlyMap<string, 'and' | 'or' | 'not'> = new Map([
  ['AND', 'and'],
  ['ET', 'and'],
  ['و', 'and'],
  ['OR', 'or'],
  ['OU', 'or'],
  ['أو', 'or'],
  ['|', 'or'],
  ['NOT', 'not'],
  ['SAUF', 'not'],
  ['إلا', 'not'],
])
const NEAR = /^(?:NEAR|PR[EÈ]S|قرب)$/u
const CLOSING: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['“', '”'],
  ['«', '»'],
])
/** Names of fields, folded. */
const FIELDS: ReadonlyMap<string, Field> = new Map([
  ['titre', 'title'],
  ['title', 'title'],
  ['عنوان', 'title'],
  ['العنوان', 'title'],
  ['texte', 'text'],
  ['text', 'text'],
  ['نص', 'text'],
  ['النص', 'text'],
  ['note', 'note'],
  ['notes', 'note'],
  ['ملاحظه', 'note'],
  ['tag', 'tag'],
  ['etiquette', 'tag'],
  ['وسم', 'tag'],
  ['emetteur', 'issuer'],
  ['issuer', 'issuer'],
  ['المصدر', 'issuer'],
  ['lieu', 'place'],
  ['place', 'place'],
  ['مكان', 'place'],
  ['المكان', 'place'],
  ['personne', 'person'],
  ['person', 'person'],
  ['شخص', 'person'],
  ['langue', 'language'],
  ['language', 'language'],
  ['لغه', 'language'],
  ['type', 'kind'],
  ['kind', 'kind'],
  ['نوع', 'kind'],
  ['dossier', 'dossier'],
  ['ملف', 'dossier'],
  ['الملف', 'dossier'],
  ['date', 'date'],
  ['تاريخ', 'date'],
])

/** Cuts a query into pieces, in order; each character is read a bounded number of times. */
export function readPieces(query: string): readonly Piece[] | Unreadable {
  const pieces: Piece[] = []
  let at = 0
  while (at < query.length) {
    const piece = readPiece(query, at)
    if (piece === null) at++
    else if ('why' in piece) return piece
    else {
      pieces.push(piece)
      at = piece.end
    }
  }
  return pieces
}

function readPiece(query: string, start: number): Piece | Unreadable | null {
  const character = query.charAt(start)
  if (/[\s,;،؛]/u.test(character)) return null
  if (character === '(') return { kind: 'open', start, end: start + 1 }
  if (character === ')') return { kind: 'close', start, end: start + 1 }
  if (character === '=' && CLOSING.has(query.charAt(start + 1))) {
    return readQuoted(query, start, 'exact')
  }
  if (CLOSING.has(character)) return readQuoted(query, start, 'phrase')
  if (/[-\u2212]/u.test(character) && /[^\s)-]/u.test(query.charAt(start + 1))) {
    return { kind: 'not', start, end: start + 1 }
  }
  return readWord(query, start)
}

function readQuoted(query: string, start: number, kind: 'phrase' | 'exact'): Piece | Unreadable {
  const open = kind === 'exact' ? start + 1 : start
  const closing = CLOSING.get(query.charAt(open)) ?? '"'
  const close = query.indexOf(closing, open + 1)
  if (close < 0) return { at: open, why: 'quote-unclosed' }
  return { kind, text: query.slice(open + 1, close), start, end: close + 1 }
}

function readWord(query: string, start: number): Piece | Unreadable {
  let end = start + 1
  while (end < query.length && !/[\s()"“«,;،؛]/u.test(query.charAt(end))) end++
  const text = query.slice(start, end)
  const joiner = JOINERS.get(text)
  if (joiner !== undefined) return { kind: joiner, start, end }
  if (NEAR.test(text) && query.charAt(end) === '(') return readNear(query, start, end)
  const colon = text.indexOf(':')
  const field = colon > 0 ? FIELDS.get(foldWord(text.slice(0, colon))) : undefined
  if (field !== undefined) return { kind: 'field', field, start, end: start + colon + 1 }
  return { kind: 'word', text, start, end }
}

function readNear(query: string, start: number, open: number): Piece | Unreadable {
  const close = query.indexOf(')', open)
  if (close < 0) return { at: open, why: 'parenthesis-unclosed' }
  return { kind: 'near', text: query.slice(open + 1, close), start, end: close + 1 }
}
