/** Rows, all above zero, in less room: one bit for each up to the last, or a list where that is shorter. */
export type PackedRows =
  | { readonly kind: 'list'; readonly rows: Int32Array }
  | { readonly kind: 'bits'; readonly words: Uint32Array; readonly count: number }

const BITS = 32

/** Packs rows given in ascending order; the array is kept and must not be changed. */
export function packRows(rows: Int32Array): PackedRows {
  const size = sizeInBits(rows)
  if (size >= rows.length) return { kind: 'list', rows }
  const words = new Uint32Array(size)
  addRows(words, rows)
  return { kind: 'bits', words, count: rows.length }
}

/** The rows again, in ascending order; those of a list are kept and must not be changed. */
export function unpackRows(packed: PackedRows): Int32Array {
  if (packed.kind === 'list') return packed.rows
  const rows = new Int32Array(packed.count)
  let count = 0
  for (const [at, word] of packed.words.entries()) {
    for (let left = word; left !== 0; left &= left - 1) {
      rows[count] = at * BITS + 31 - Math.clz32(left & -left)
      count += 1
    }
  }
  return rows
}

/** The rows that are in any of them. */
export function uniteRows(sets: readonly PackedRows[]): PackedRows {
  const [only] = sets
  if (only && sets.length === 1) return only
  const words = new Uint32Array(Math.max(0, ...sets.map(wordsOf)))
  for (const set of sets) {
    if (set.kind === 'bits') {
      for (const [at, word] of set.words.entries()) words[at] = (words[at] ?? 0) | word
    } else addRows(words, set.rows)
  }
  return { kind: 'bits', words, count: words.reduce((sum, word) => sum + bitsIn(word), 0) }
}

/** The room that rows take, in bytes. */
export function bytesOf(packed: PackedRows): number {
  return packed.kind === 'list' ? packed.rows.byteLength : packed.words.byteLength
}

function wordsOf(packed: PackedRows): number {
  return packed.kind === 'bits' ? packed.words.length : sizeInBits(packed.rows)
}

/** The words of 32 bits that hold a bit for each row up to the last. */
function sizeInBits(rows: Int32Array): number {
  return Math.ceil(((rows.at(-1) ?? 0) + 1) / BITS)
}

function addRows(words: Uint32Array, rows: Int32Array): void {
  for (const row of rows) words[row >>> 5] = (words[row >>> 5] ?? 0) | (1 << (row & 31))
}

function bitsIn(word: number): number {
  let count = 0
  for (let left = word; left !== 0; left &= left - 1) count += 1
  return count
}
