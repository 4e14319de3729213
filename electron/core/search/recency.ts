import type { Columns } from './columns.ts'

/** Years after which the favour shown to a recent text has halved. */
const HALF_LIFE = 2
const DAYS = 365.25

/**
 * By what the score of a row is multiplied where recent texts are favoured: 2 for the day of the
 * newest text of the archive, falling by halves towards 1; 1 for a text without a date. Counted
 * from the archive's own last day, so that an old archive is ordered as well as a new one.
 */
export function createRecencyWeight(columns: Columns): (row: number) => number {
  let newest = 0
  for (let row = 1; row <= columns.count; row++) {
    if ((columns.version[row] ?? 0) > 0) newest = Math.max(newest, columns.date[row] ?? 0)
  }
  const last = yearsFromKey(newest)
  return (row) => {
    const key = columns.date[row] ?? 0
    return key === 0 ? 1 : 1 + 2 ** -((last - yearsFromKey(key)) / HALF_LIFE)
  }
}

/** A date key (see `date-key.ts`) as years; an unknown month or day is the first. */
function yearsFromKey(key: number): number {
  const [month, day] = [Math.trunc(key / 100) % 100, key % 100]
  return Math.trunc(key / 10_000) + Math.max(0, month - 1) / 12 + Math.max(0, day - 1) / DAYS
}
