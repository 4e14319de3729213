/** The article, alone or after what is written onto it. */
const ARTICLES = ['وبال', 'وكال', 'ولل', 'وال', 'فال', 'بال', 'كال', 'لل', 'ال'] as const
/** One-letter words written onto the next: and, so, by, to, like. */
const PROCLITICS = ['و', 'ف', 'ب', 'ل', 'ك'] as const
const SUFFIXES = ['ها', 'هم', 'ان', 'ات', 'ون', 'ين', 'يه', 'ه', 'ي'] as const

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

/** An Arabic word without its ending: feminine, dual, plural, possessive or relative. */
export function withoutArabicSuffix(form: string): string {
  const suffix = SUFFIXES.find(
    (ending) => form.endsWith(ending) && form.length - ending.length >= 3,
  )
  return suffix === undefined ? form : form.slice(0, -suffix.length)
}
