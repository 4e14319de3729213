/**
 * How many letters must be added, dropped, changed or swapped with their neighbour to turn one
 * form into the other (optimal string alignment), or `limit + 1` as soon as it is more than that.
 */
export function editDistance(one: string, other: string, limit: number): number {
  if (areFarApart(one, other, limit)) return limit + 1
  let before: number[] = []
  let above = Array.from({ length: one.length + 1 }, (_, index) => index)
  for (let row = 1; row <= other.length; row++) {
    const current = [row]
    let least = row
    for (let column = 1; column <= one.length; column++) {
      const changed = one[column - 1] === other[row - 1] ? 0 : 1
      let distance = Math.min(
        (above[column - 1] ?? 0) + changed,
        (above[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
      )
      if (isSwapAt(one, column, other, row)) {
        distance = Math.min(distance, (before[column - 2] ?? 0) + 1)
      }
      current.push(distance)
      least = Math.min(least, distance)
    }
    if (least > limit) return limit + 1
    before = above
    above = current
  }
  return Math.min(above[one.length] ?? 0, limit + 1)
}

/**
 * Whether lengths and letters alone tell that it is more than `limit`: a letter that is added or
 * dropped is one that only one of the two has, a changed one makes two, and a swap none. Most pairs
 * end here.
 */
function areFarApart(one: string, other: string, limit: number): boolean {
  if (Math.abs(one.length - other.length) > limit) return true
  let different = lettersOf(one) ^ lettersOf(other)
  for (let left = 2 * limit; different !== 0; left -= 1) {
    if (left === 0) return true
    different &= different - 1
  }
  return false
}

/** A bit for each letter; some share one, which makes forms seem nearer, never farther. */
function lettersOf(form: string): number {
  let letters = 0
  for (let index = 0; index < form.length; index++) letters |= 1 << (form.charCodeAt(index) & 31)
  return letters
}

function isSwapAt(one: string, column: number, other: string, row: number): boolean {
  return (
    column > 1 &&
    row > 1 &&
    one[column - 1] === other[row - 2] &&
    one[column - 2] === other[row - 1]
  )
}
