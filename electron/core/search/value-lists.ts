import { extended } from './extended.ts'

/** For each row, a list of numbers; all the lists lie in one array, one after another. */
export interface ValueLists {
  /** Where the list of each row begins in `values`. */
  start: Int32Array
  length: Int32Array
  values: Int32Array
  /** How much of `values` was ever written. */
  used: number
  /** How much of that no list holds any more. */
  unheld: number
}

const LEAST_UNHELD = 4096

/** Lists that are all empty. */
export function createValueLists(): ValueLists {
  return {
    start: new Int32Array(0),
    length: new Int32Array(0),
    values: new Int32Array(0),
    used: 0,
    unheld: 0,
  }
}

/** Gives a row another list; what the row had is forgotten. */
export function setList(lists: ValueLists, row: number, list: readonly number[]): void {
  const before = lists.length[row] ?? 0
  if (before === 0 && list.length === 0) return
  if (row >= lists.start.length) {
    lists.start = extended(lists.start, Int32Array, row)
    lists.length = extended(lists.length, Int32Array, row)
  }
  lists.unheld += before
  if (lists.used + list.length > lists.values.length) {
    lists.values = extended(lists.values, Int32Array, lists.used + list.length)
  }
  lists.start[row] = lists.used
  lists.length[row] = list.length
  lists.values.set(list, lists.used)
  lists.used += list.length
  if (lists.unheld > LEAST_UNHELD && lists.unheld > lists.used / 2) closeUp(lists)
}

/** Counts the values of the lists of some rows: how many rows hold each. */
export function countValues(
  { start, length, values }: ValueLists,
  rows: Int32Array,
  counts: Int32Array,
): void {
  for (const row of rows) {
    const first = start[row] ?? 0
    const end = first + (length[row] ?? 0)
    for (let at = first; at < end; at++) {
      const value = values[at] ?? 0
      counts[value] = (counts[value] ?? 0) + 1
    }
  }
}

/** Whether the list of a row holds one of some values. */
export function holdsAny(
  { start, length, values }: ValueLists,
  row: number,
  sought: ReadonlySet<number>,
): boolean {
  const first = start[row] ?? 0
  const end = first + (length[row] ?? 0)
  for (let at = first; at < end; at++) if (sought.has(values[at] ?? 0)) return true
  return false
}

/** Lays the lists together again, without what none of them holds. */
function closeUp(lists: ValueLists): void {
  const values = new Int32Array(lists.used - lists.unheld)
  let used = 0
  for (let row = 0; row < lists.start.length; row++) {
    const first = lists.start[row] ?? 0
    const length = lists.length[row] ?? 0
    if (length === 0) continue
    values.set(lists.values.subarray(first, first + length), used)
    lists.start[row] = used
    used += length
  }
  lists.values = values
  lists.used = used
  lists.unheld = 0
}
