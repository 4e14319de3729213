/** The article, alone or after what is written onto it. */
const ARTICLES = ['وبال', 'وكال', 'ولل', 'وال', 'فال', 'بال', 'كال', 'لل', 'ال'] as const
/** One-letter words written onto the next: and, so, by, to, like. */
const PROCLITICS = ['و', 'ف', 'ب', 'ل', 'ك'] as const
/** Endings, longest first, with the least that is left before them: the relative ي goes with its own. */
const SUFFIXES: readonly (readonly [string, number])[] = [
  ['يون', 3],
  ['يين', 3],
  ['يات', 3],
  ['ها', 3],
  ['هم', 3],
  ['ان', 3],
  ['ات', 3],
  ['ون', 3],
  ['ين', 3],
  ['يه', 3],
  ['يا', 3],
  ['ه', 3],
  ['ي', 3],
  ['ا', 4],
]

/**
 * The stem of a folded Arabic word: without its article (with what is written onto it) and
 * without one ending, after Larkey's light10 (2007). Three letters at least are left. One-letter
 * words written onto a word without article are kept, for they cannot be told from its root
 * (وزارة is not و + زارة); `arabicPrefixes` finds such forms from the other side.
 */
export function stemArabic(form: string): string {
  const article = ARTICLES.find(
    (prefix) => form.startsWith(prefix) && form.length - prefix.length >= 3,
  )
  return withoutArabicSuffix(article === undefined ? form : form.slice(article.length))
}

/** What may stand, in the archive's words, before the given stem. Short stems take articles only. */
export function arabicPrefixes(stem: string): readonly string[] {
  return stem.length < 4 ? ['', ...ARTICLES] : ['', ...ARTICLES, ...PROCLITICS]
}

/** An Arabic word without its ending: feminine, dual, plural, possessive, relative or accusative. */
export function withoutArabicSuffix(form: string): string {
  const found = SUFFIXES.find(
    ([ending, least]) => form.endsWith(ending) && form.length - ending.length >= least,
  )
  return found === undefined ? form : form.slice(0, -found[0].length)
}

/** What a folded word may be without one letter written onto it; four letters at least are left. */
export function withoutProclitic(form: string): string | null {
  return form.length > 4 && PROCLITICS.some((letter) => form.startsWith(letter))
    ? form.slice(1)
    : null
}
