/** Letters that transliterations of one name exchange, in folded Latin letters. */
const EXCHANGES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/(?<=.)[iy]/gu, ['i', 'y']],
  [/kh|gh/gu, ['kh', 'gh']],
  [/(?<!^)t?ch|(?<!^)sh(?!h)/gu, ['tch', 'ch', 'sh']],
  [/ou|u/gu, ['ou', 'u']],
  [/c(?=[aoulrtk]|$)|k(?!h)|q(?!u)/gu, ['c', 'k', 'q']],
  [/dj|(?<!d)j/gu, ['dj', 'j']],
  [/ph|f/gu, ['ph', 'f']],
  [/w|v/gu, ['w', 'v']],
  [/([bdlmnprt])\1/gu, ['single']],
  [/(?<=[aeiouy])[bdlmnprt](?=[aeiouy])/gu, ['double']],
]
/** Shorter words have neighbours that are other words. */
const LEAST_LETTERS = 6
const MOST_SPELLINGS = 400

/**
 * How else a name may be spelled that came from another alphabet (Pachinian, Pashinyan; Karabakh,
 * Karabagh): the folded forms that exchanging usual letters gives, without the form itself. Most
 * are no words: keep those that the archive knows. None for fewer than six letters.
 */
export function nameSpellings(form: string): readonly string[] {
  if (form.length < LEAST_LETTERS) return []
  let spellings = new Set([form])
  for (const [pattern, choices] of EXCHANGES) {
    if (spellings.size >= MOST_SPELLINGS) break
    spellings = new Set([...spellings].flatMap((spelling) => exchanged(spelling, pattern, choices)))
  }
  spellings.delete(form)
  return [...spellings]
}

/** The spelling itself, and with one place exchanged. */
function exchanged(spelling: string, pattern: RegExp, choices: readonly string[]): string[] {
  const found = [spelling]
  for (const { 0: letters, index } of spelling.matchAll(pattern)) {
    for (const choice of choices) {
      const instead = lettersInstead(letters, choice)
      if (instead === letters) continue
      found.push(spelling.slice(0, index) + instead + spelling.slice(index + letters.length))
    }
  }
  return found
}

function lettersInstead(letters: string, choice: string): string {
  if (choice === 'single') return letters.charAt(0)
  return choice === 'double' ? letters + letters : choice
}
