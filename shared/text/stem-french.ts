/** Plurals that no rule gives, and words that a rule would take for another's. */
const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['travaux', 'travail'],
  ['yeux', 'oeil'],
  ['departement', 'departement'],
  ['departements', 'departement'],
])

/**
 * Endings, longest first, with what they become and the least length of what stands before them.
 * The lengths keep apart words that only look alike: formation and forme, département and départ.
 */
const ENDINGS: readonly (readonly [string, string, number])[] = [
  ['issement', 'i', 4],
  ['issant', 'i', 5],
  ['atrice', 'ateur', 3],
  ['ctrice', 'cteur', 2],
  ['adrice', 'adeur', 4],
  ['ation', '', 5],
  ['ition', '', 6],
  ['aient', '', 5],
  ['ement', '', 6],
  ['elle', 'el', 4],
  ['ante', 'ant', 7],
  ['ait', '', 6],
  ['ant', '', 7],
  ['ive', 'if', 4],
  ['ere', 'er', 4],
]

/**
 * The stem of a folded French word: number, gender, participles and the commonest derivations,
 * after Savoy's light stemmer (UniNE, 1999), narrowed to folded spelling. A word and its stem
 * begin alike, up to the stem's last three letters; words of three letters and less are kept.
 */
export function stemFrench(form: string): string {
  if (form.length < 4) return form
  const known = IRREGULAR.get(form)
  if (known !== undefined) return known
  return withoutVowelEnding(withoutEnding(singular(form)))
}

function singular(form: string): string {
  if (form.length > 5 && form.endsWith('aux') && !form.endsWith('eaux')) {
    return `${form.slice(0, -2)}l`
  }
  return /[sx]$/u.test(form) && !form.endsWith('ss') ? form.slice(0, -1) : form
}

function withoutEnding(form: string): string {
  for (const [ending, replacement, least] of ENDINGS) {
    if (form.length - ending.length >= least && form.endsWith(ending)) {
      return form.slice(0, -ending.length) + replacement
    }
  }
  return form
}

/**
 * Infinitive -er, participle -é(e) and feminine -e fall together; so does a doubled last letter. A
 * feminine -ise loses its s as the masculine -is did: remise and remis.
 */
function withoutVowelEnding(form: string): string {
  let stem = form
  if (stem.length > 5 && stem.endsWith('ise')) return stem.slice(0, -2)
  while (stem.length > 4 && stem.endsWith('e')) stem = stem.slice(0, -1)
  if (stem.length > 4 && /[ei]r$/u.test(stem)) stem = stem.slice(0, -1)
  if (stem.length > 4 && stem.endsWith('e')) stem = stem.slice(0, -1)
  return stem.length > 4 && stem.at(-1) === stem.at(-2) ? stem.slice(0, -1) : stem
}
