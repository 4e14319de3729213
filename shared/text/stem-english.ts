const VOWEL = /[aeiouy]/u

/**
 * The stem of a folded English word: plurals, -ed and -ing, after step 1 of Porter (1980).
 * A word and its stem begin alike, up to the stem's last letter.
 */
export function stemEnglish(form: string): string {
  if (form.length < 4) return form
  const stem = withoutVerbEnding(singular(form))
  return stem.length > 3 && stem.endsWith('y') && !VOWEL.test(stem.at(-2) ?? '')
    ? `${stem.slice(0, -1)}i`
    : withoutSilentE(stem)
}

function singular(form: string): string {
  if (form.endsWith('sses') || form.endsWith('ies')) return form.slice(0, -2)
  return form.endsWith('s') && !/(?:ss|us|is)$/u.test(form) ? form.slice(0, -1) : form
}

function withoutVerbEnding(form: string): string {
  const ending = /(?:ed|ing)$/u.exec(form)?.[0]
  if (ending === undefined || form.endsWith('eed')) return form
  const rest = form.slice(0, -ending.length)
  if (rest.length < 3 || !VOWEL.test(rest)) return form
  const last = rest.at(-1) ?? ''
  return last === rest.at(-2) && !/[aeioulsz]/u.test(last) ? rest.slice(0, -1) : rest
}

/** Porter gives -e back after -ed and -ing; taking it everywhere makes agree, agreed one. */
function withoutSilentE(stem: string): string {
  return stem.length > 4 && stem.endsWith('e') && !stem.endsWith('ee') ? stem.slice(0, -1) : stem
}
