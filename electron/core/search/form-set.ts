/**
 * A set of folded forms that is filled from running text without making a string of every word:
 * most words of a text are already known. Open addressing over UTF-16 code units, hashed by FNV-1a.
 */
export interface FormSet {
  /** Each slot holds a form's number from 1, or 0. */
  slots: Int32Array
  hashes: Int32Array
  /** Where each form begins in `letters`; it ends where the next one begins. */
  starts: Int32Array
  letters: Uint16Array
  count: number
}

const FIRST_FORMS = 1 << 12
const FNV_OFFSET = 0x81_1c_9d_c5
const FNV_PRIME = 0x01_00_01_93

/** An empty set. */
export function createFormSet(): FormSet {
  return {
    slots: new Int32Array(FIRST_FORMS * 2),
    hashes: new Int32Array(FIRST_FORMS),
    starts: new Int32Array(FIRST_FORMS + 1),
    letters: new Uint16Array(FIRST_FORMS * 8),
    count: 0,
  }
}

/** The words of a text (see `foldLetters`) that were not in the set, which now are. */
export function addForms(set: FormSet, folded: string): readonly string[] {
  const fresh: string[] = []
  let index = 0
  while (index < folded.length) {
    const start = index
    let hash = FNV_OFFSET
    for (; index < folded.length; index++) {
      const letter = letterFromUnit(folded.charCodeAt(index))
      if (letter === 0) break
      hash = Math.imul(hash ^ letter, FNV_PRIME)
    }
    hash ^= hash >>> 15
    if (index > start && addForm(set, folded, { start, end: index, hash })) {
      fresh.push(folded.slice(start, index).toLowerCase())
    }
    index++
  }
  return fresh
}

interface FoundForm {
  readonly start: number
  readonly end: number
  readonly hash: number
}

/** True when the form was not there. */
function addForm(set: FormSet, folded: string, found: FoundForm): boolean {
  const { start, end, hash } = found
  const mask = set.slots.length - 1
  let slot = hash & mask
  for (let known = set.slots[slot] ?? 0; known > 0; known = set.slots[slot] ?? 0) {
    if (set.hashes[known - 1] === hash && isForm(set, known - 1, folded, found)) return false
    slot = (slot + 1) & mask
  }
  if (set.count + 1 >= set.hashes.length) {
    grow(set)
    return addForm(set, folded, found)
  }
  const at = set.starts[set.count] ?? 0
  if (at + end - start > set.letters.length) {
    const longer = new Uint16Array(Math.max(set.letters.length * 2, at + end - start))
    longer.set(set.letters)
    set.letters = longer
  }
  for (let index = start; index < end; index++) {
    set.letters[at + index - start] = letterFromUnit(folded.charCodeAt(index))
  }
  set.hashes[set.count] = hash
  set.count++
  set.starts[set.count] = at + end - start
  set.slots[slot] = set.count
  return true
}

function isForm(set: FormSet, form: number, folded: string, { start, end }: FoundForm): boolean {
  const at = set.starts[form] ?? 0
  if ((set.starts[form + 1] ?? 0) - at !== end - start) return false
  for (let index = start; index < end; index++) {
    if (set.letters[at + index - start] !== letterFromUnit(folded.charCodeAt(index))) return false
  }
  return true
}

function grow(set: FormSet): void {
  const { hashes, starts, slots } = set
  set.hashes = new Int32Array(hashes.length * 2)
  set.hashes.set(hashes)
  set.starts = new Int32Array(starts.length * 2)
  set.starts.set(starts)
  set.slots = new Int32Array(slots.length * 2)
  const mask = set.slots.length - 1
  for (let form = 0; form < set.count; form++) {
    let slot = (set.hashes[form] ?? 0) & mask
    while (set.slots[slot] !== 0) slot = (slot + 1) & mask
    set.slots[slot] = form + 1
  }
}

/** The letter or digit in lower case; 0 for the ASCII signs that separate. */
function letterFromUnit(unit: number): number {
  if (unit >= 0x80 || (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39)) return unit
  return unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : 0
}
