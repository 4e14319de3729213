import type { Failure, Outcome } from '../../shared/model/failure.ts'

/** One page of a long list, as a channel gives it. */
interface Page<T, E> {
  readonly total: number
  readonly rows: readonly T[]
  /** What came with the page beside its rows. */
  readonly extra: E
}

/** What is known of a long list. Replaced whole whenever something changes. */
export interface PagesState<T, E> {
  /** Null until the first page has come. */
  readonly total: number | null
  readonly extra: E | null
  readonly failure: Failure | null
  readonly rowAt: (index: number) => T | undefined
}

/** A long list read page by page, only where it is looked at. */
export interface Pages<T, E> {
  readonly state: () => PagesState<T, E>
  readonly subscribe: (listener: () => void) => () => void
  /** Asks for the pages that hold rows `first` to `last`, both included. */
  readonly want: (first: number, last: number) => void
  /** Asks again for what is looked at; older rows stay until newer ones have come. */
  readonly renew: () => void
  readonly close: () => void
}

export interface PageSource<T, E> {
  readonly size: number
  /** How many pages stay in memory. */
  readonly kept: number
  readonly read: (
    offset: number,
    limit: number,
    signal: AbortSignal,
  ) => Promise<Outcome<Page<T, E>>>
}

interface Book<T, E> {
  readonly source: PageSource<T, E>
  readonly pages: Map<number, readonly T[]>
  readonly asked: Map<number, AbortController>
  readonly fresh: Set<number>
  readonly listeners: Set<() => void>
  wanted: readonly number[]
  state: PagesState<T, E>
}

/** Opens a long list. Nothing is read before it is wanted; at most two pages are read at once. */
export function openPages<T, E>(source: PageSource<T, E>): Pages<T, E> {
  const book: Book<T, E> = {
    source,
    pages: new Map(),
    asked: new Map(),
    fresh: new Set(),
    listeners: new Set(),
    wanted: [],
    state: { total: null, extra: null, failure: null, rowAt: () => undefined },
  }
  return {
    state: () => book.state,
    subscribe: (listener) => {
      book.listeners.add(listener)
      return () => book.listeners.delete(listener)
    },
    want: (first, last) => {
      const from = Math.floor(Math.max(first, 0) / source.size)
      const to = Math.floor(Math.max(last, 0) / source.size)
      book.wanted = Array.from({ length: to - from + 1 }, (_, step) => from + step)
      for (const [page, reading] of book.asked) {
        if (!book.wanted.includes(page)) stopReading(book, page, reading)
      }
      readNext(book)
    },
    renew: () => {
      for (const [page, reading] of book.asked) stopReading(book, page, reading)
      book.fresh.clear()
      readNext(book)
    },
    close: () => {
      for (const [page, reading] of book.asked) stopReading(book, page, reading)
      book.listeners.clear()
    },
  }
}

const MOST_AT_ONCE = 2

function stopReading<T, E>(book: Book<T, E>, page: number, reading: AbortController): void {
  reading.abort()
  book.asked.delete(page)
}

function readNext<T, E>(book: Book<T, E>): void {
  const missing = book.wanted.filter((page) => !book.fresh.has(page) && !book.asked.has(page))
  for (const page of missing.slice(0, MOST_AT_ONCE - book.asked.size)) void readPage(book, page)
}

async function readPage<T, E>(book: Book<T, E>, page: number): Promise<void> {
  const { size, read } = book.source
  const reading = new AbortController()
  book.asked.set(page, reading)
  const outcome = await read(page * size, size, reading.signal)
  if (book.asked.get(page) !== reading) return
  book.asked.delete(page)
  book.fresh.add(page)
  if (outcome.ok) {
    book.pages.set(page, outcome.value.rows)
    dropFarPages(book)
    publish(book, { total: outcome.value.total, extra: outcome.value.extra, failure: null })
  } else {
    publish(book, { ...book.state, failure: outcome.failure })
  }
  readNext(book)
}

function dropFarPages<T, E>(book: Book<T, E>): void {
  const middle = book.wanted[Math.floor(book.wanted.length / 2)] ?? 0
  const far = [...book.pages.keys()].toSorted((a, b) => Math.abs(b - middle) - Math.abs(a - middle))
  for (const page of far.slice(0, Math.max(0, book.pages.size - book.source.kept))) {
    book.pages.delete(page)
    book.fresh.delete(page)
  }
}

function publish<T, E>(
  book: Book<T, E>,
  known: Pick<PagesState<T, E>, 'total' | 'extra' | 'failure'>,
): void {
  const { size } = book.source
  const { total, extra, failure } = known
  const rowAt = (index: number): T | undefined =>
    book.pages.get(Math.floor(index / size))?.[index % size]
  book.state = { total, extra, failure, rowAt }
  for (const listener of book.listeners) listener()
}
