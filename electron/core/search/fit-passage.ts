/** What each difference between a passage and a text costs. */
export interface FittingCosts {
  /** Of leaving out the word of the passage at an index. */
  readonly leave: (index: number) => number
  /** Of putting another word in its place, beside leaving it out. */
  readonly replace: number
  /** Of a word of the text that the passage lacks. */
  readonly insert: number
}

/** Where a passage fits best: words of the text from `first` to `last`, both included. */
export interface Fit {
  readonly first: number
  readonly last: number
  readonly cost: number
}

/**
 * The places of a text whose words are nearest to those of a passage, no two overlapping, best
 * first, that cost `most` at most. Equal ids are equal words. P. H. Sellers' approximate matching
 * (J. Algorithms 1, 1980), with a cost for each word.
 */
export function fitPassage(
  passage: Int32Array,
  text: Int32Array,
  costs: FittingCosts,
  most: number,
): readonly Fit[] {
  const ends = fitsByEnd(passage, text, costs).filter(({ cost }) => cost <= most)
  const chosen: Fit[] = []
  for (const fit of ends.toSorted(
    (one, other) => one.cost - other.cost || sizeOf(other) - sizeOf(one),
  )) {
    if (chosen.every(({ first, last }) => fit.first > last || fit.last < first)) chosen.push(fit)
  }
  return chosen
}

const sizeOf = ({ first, last }: Fit): number => last - first

interface Table {
  /** For each length of the passage's beginning, its cheapest fit that ends here. */
  readonly cost: Float64Array
  readonly start: Int32Array
}

/** For each word of the text, the cheapest fit that ends with it. */
function fitsByEnd(passage: Int32Array, text: Int32Array, costs: FittingCosts): readonly Fit[] {
  const { length } = passage
  const table = { cost: new Float64Array(length + 1), start: new Int32Array(length + 1) }
  for (let row = 1; row <= length; row++) {
    table.cost[row] = at(table.cost, row - 1) + costs.leave(row - 1)
  }
  const fits: Fit[] = []
  for (const last of text.keys()) {
    takeWord(table, passage, { id: at(text, last), last }, costs)
    const first = at(table.start, length)
    if (first <= last) fits.push({ first, last, cost: at(table.cost, length) })
  }
  return fits
}

function takeWord(
  { cost, start }: Table,
  passage: Int32Array,
  { id, last }: { readonly id: number; readonly last: number },
  { leave, replace, insert }: FittingCosts,
): void {
  let diagonal = 0
  let diagonalStart = last
  start[0] = last + 1
  for (let row = 1; row <= passage.length; row++) {
    const left = at(cost, row)
    const leftStart = at(start, row)
    const leaving = leave(row - 1)
    const paired = diagonal + (passage[row - 1] === id ? 0 : leaving + replace)
    const inserted = left + insert
    const shortened = at(cost, row - 1) + leaving
    cost[row] = Math.min(paired, inserted, shortened)
    if (cost[row] === paired) start[row] = diagonalStart
    else start[row] = cost[row] === inserted ? leftStart : at(start, row - 1)
    diagonal = left
    diagonalStart = leftStart
  }
}

const at = (items: Float64Array | Int32Array, index: number): number => items[index] ?? 0
