import { foldWord } from '../../../shared/text/fold.ts'
import { EARLIEST_KEY, LATEST_KEY, keysFromDate } from './date-key.ts'
import type { DateKeys } from './date-key.ts'
import type { QueryNode } from './query.ts'
import type { Piece } from './read-query.ts'

/** A date read from a query and the number of pieces it took. */
export interface DatedPieces {
  readonly node: QueryNode
  readonly count: number
}

/** Folded, in calendar order; months of the Maghreb and of the Mashriq where they differ. */
const MONTHS: readonly (readonly string[])[] = [
  ['janvier', 'january', 'يناير'],
  ['fevrier', 'february', 'فبراير'],
  ['mars', 'march', 'مارس'],
  ['avril', 'april', 'ابريل'],
  ['mai', 'may', 'ماي', 'مايو'],
  ['juin', 'june', 'يونيو'],
  ['juillet', 'july', 'يوليوز', 'يوليو'],
  ['aout', 'august', 'غشت', 'اغسطس'],
  ['septembre', 'september', 'شتنبر', 'سبتمبر'],
  ['octobre', 'october', 'اكتوبر'],
  ['novembre', 'november', 'نونبر', 'نوفمبر'],
  ['decembre', 'december', 'دجنبر', 'ديسمبر'],
]
const BOUNDS: ReadonlyMap<string, 'since' | 'before' | 'after'> = new Map([
  ['depuis', 'since'],
  ['since', 'since'],
  ['منذ', 'since'],
  ['avant', 'before'],
  ['before', 'before'],
  ['قبل', 'before'],
  ['apres', 'after'],
  ['after', 'after'],
  ['بعد', 'after'],
])
const YEAR = /^(?:1[6-9]|20)\d{2}$/u
const DAY = /^(0?[1-9]|[12]\d|3[01])(?:er)?$/u
const DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/u

/**
 * A date among plain words: `2024..2025`, `depuis 2023`, `avant avril 2025`, `avril 2025`. A month
 * with its year may also be what the text says, so either will do.
 */
export function readDated(pieces: readonly Piece[], at: number): DatedPieces | null {
  const interval = readInterval(wordAt(pieces, at))
  if (interval !== null) return { node: interval, count: 1 }
  const bound = BOUNDS.get(wordAt(pieces, at))
  if (bound !== undefined) {
    const date = readDate(pieces, at + 1)
    return date === null ? null : { node: boundedNode(bound, date.keys), count: date.count + 1 }
  }
  const date = readDate(pieces, at)
  if (date === null || date.count === 1) return null
  const [first, last] = [pieces[at], pieces[at + date.count - 1]]
  const words: QueryNode = {
    kind: 'words',
    forms: pieces.slice(at, at + date.count).map((_, index) => wordAt(pieces, at + index)),
    widened: false,
    prefix: false,
    scope: 'any',
    start: first?.start ?? 0,
    end: last?.end ?? 0,
  }
  return { node: { kind: 'or', parts: [datedNode(date.keys), words] }, count: date.count }
}

/** A date after `date:`: an interval, a bound, a month with its year, or a date alone. */
export function readDateField(pieces: readonly Piece[], at: number): DatedPieces | null {
  const piece = pieces[at]
  if (piece?.kind === 'phrase') {
    const inner = piece.text.split(/\s+/u).filter(Boolean)
    const { start, end } = piece
    const words = inner.map((text): Piece => ({ kind: 'word', text, start, end }))
    const read = readDateField(words, 0)
    return read?.count === words.length ? { node: read.node, count: 1 } : null
  }
  const interval = readInterval(wordAt(pieces, at))
  if (interval !== null) return { node: interval, count: 1 }
  const bound = BOUNDS.get(wordAt(pieces, at))
  const date = readDate(pieces, bound === undefined ? at : at + 1)
  if (date === null) return null
  return bound === undefined
    ? { node: datedNode(date.keys), count: date.count }
    : { node: boundedNode(bound, date.keys), count: date.count + 1 }
}

function readInterval(word: string): QueryNode | null {
  const [from, to, more] = word.split('..')
  if (from === undefined || to === undefined || more !== undefined || from + to === '') return null
  if ((from !== '' && !DATE.test(from)) || (to !== '' && !DATE.test(to))) return null
  return {
    kind: 'dated',
    from: from === '' ? EARLIEST_KEY : keysFromDate(from).first,
    to: to === '' ? LATEST_KEY : keysFromDate(to).last,
  }
}

interface DateRead {
  readonly keys: DateKeys
  readonly count: number
}

/** `2025`, `2025-04-14`, `avril 2025` or `14 avril 2025`. */
function readDate(pieces: readonly Piece[], at: number): DateRead | null {
  const first = wordAt(pieces, at)
  if (DATE.test(first) && (first.length > 4 || YEAR.test(first))) {
    return { keys: keysFromDate(first), count: 1 }
  }
  const month = readMonth(pieces, at)
  if (month !== null) return { keys: keysFromDate(month), count: 2 }
  const day = DAY.exec(first)?.[1]
  const dayMonth = day === undefined ? null : readMonth(pieces, at + 1)
  if (day === undefined || dayMonth === null) return null
  return { keys: keysFromDate(`${dayMonth}-${day.padStart(2, '0')}`), count: 3 }
}

/** A month named and its year, as `2025-04`. */
function readMonth(pieces: readonly Piece[], at: number): string | null {
  const index = MONTHS.findIndex((names) => names.includes(wordAt(pieces, at)))
  const year = wordAt(pieces, at + 1)
  return index < 0 || !YEAR.test(year) ? null : `${year}-${String(index + 1).padStart(2, '0')}`
}

/** The word at a place of the query, folded unless it is made of digits and signs. */
function wordAt(pieces: readonly Piece[], at: number): string {
  const piece = pieces[at]
  if (piece?.kind !== 'word') return ''
  return /^[\d.-]+$/u.test(piece.text) ? piece.text : foldWord(piece.text)
}

function datedNode({ first, last }: DateKeys): QueryNode {
  return { kind: 'dated', from: first, to: last }
}

function boundedNode(bound: 'since' | 'before' | 'after', keys: DateKeys): QueryNode {
  if (bound === 'since') return { kind: 'dated', from: keys.first, to: LATEST_KEY }
  if (bound === 'before') return { kind: 'dated', from: EARLIEST_KEY, to: keys.first - 1 }
  return { kind: 'dated', from: keys.last + 1, to: LATEST_KEY }
}
