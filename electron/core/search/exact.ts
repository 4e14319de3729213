import { LETTER, MARK, classAt } from '../../../shared/text/fold.ts'

/** Where a text has the given wording from an offset on, whole words only; -1 when nowhere. */
export function findExact(text: string, wording: string, from: number): number {
  let at = text.indexOf(wording, from)
  while (at >= 0 && !(isBoundary(text, at) && isBoundary(text, at + wording.length))) {
    at = text.indexOf(wording, at + 1)
  }
  return at
}

/** Whether a word may end before the index or begin at it. */
function isBoundary(text: string, index: number): boolean {
  return !(isInWord(text, index - 1) && isInWord(text, index))
}

function isInWord(text: string, index: number): boolean {
  if (index < 0 || index >= text.length) return false
  const kind = classAt(text, index)
  return kind === LETTER || kind === MARK
}
