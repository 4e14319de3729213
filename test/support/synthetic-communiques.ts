import { randomFromSeed } from './random.ts'
import type { Random } from './random.ts'
import type { SearchableText } from './searchable.ts'
import { lexiconOf } from './synthetic-words.ts'
import type { Lexicon, SyntheticLanguage } from './synthetic-words.ts'

/** Makes the communiqué of a given number, from 1; the same number always gives the same text. */
export type SyntheticArchive = (
  number: number,
) => Required<Pick<SearchableText, 'title' | 'text' | 'language' | 'issuer' | 'sortedOn'>>

const ISSUERS = 150
const TITLE_WORDS = 7

/**
 * An invented archive: eight texts in ten are French, one Arabic, one English, of 2.4 kB each;
 * words follow Zipf's law (Mandelbrot's form), dates run from 1990 to 2026, later ones commoner.
 */
export function createSyntheticArchive(seed: number): SyntheticArchive {
  const random = randomFromSeed(seed)
  const lexicons: Readonly<Record<SyntheticLanguage, Lexicon>> = {
    fr: lexiconOf('fr', random),
    en: lexiconOf('en', random),
    ar: lexiconOf('ar', random),
  }
  const ranks = {
    fr: zipf(lexicons.fr.full.length),
    en: zipf(lexicons.en.full.length),
    ar: zipf(lexicons.ar.full.length),
    issuer: zipf(ISSUERS),
  }
  return (number) => {
    const own = randomFromSeed(seed + Math.imul(number, 2_654_435_761))
    const language = languageOf(own)
    const write = (length: number): string =>
      writeSentences(own, lexicons[language], ranks[language], { language, length })
    return {
      title: write(TITLE_WORDS * 8)
        .replaceAll(/[.\n]+/gu, '')
        .trim(),
      text: write(Math.floor((language === 'ar' ? 0.62 : 1) * (1000 + own.below(2600)))),
      language,
      issuer: `Ministère ${String(drawRank(own, ranks.issuer) + 1)}`,
      sortedOn: dateOf(own),
    }
  }
}

function languageOf(random: Random): SyntheticLanguage {
  const draw = random.below(10)
  if (draw < 8) return 'fr'
  return draw === 8 ? 'ar' : 'en'
}

function dateOf(random: Random): string {
  const year = 1990 + Math.floor(37 * (random.below(1000) / 1000) ** 0.6)
  const [month, day] = [1 + random.below(12), 1 + random.below(28)]
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function writeSentences(
  random: Random,
  lexicon: Lexicon,
  ranks: Float64Array,
  { language, length }: { readonly language: SyntheticLanguage; readonly length: number },
): string {
  let text = ''
  let left = 0
  while (text.length < length) {
    if (left === 0) {
      if (text !== '') text += random.chance(0.3) ? '.\n\n' : '. '
      left = 8 + random.below(26)
    } else text += random.chance(0.05) ? ', ' : ' '
    const full = lexicon.full[drawRank(random, ranks)] ?? ''
    const elided = language === 'fr' ? `l’${full}` : full
    const draw = random.below(1000)
    if (draw < 460) text += random.pick(lexicon.small) ?? ''
    else if (draw < 480) text += String(random.below(3000))
    else text += draw < 520 ? elided : full
    left--
  }
  return `${text}.`
}

/** Cumulated weights of the ranks of a Zipf-Mandelbrot law. */
function zipf(count: number): Float64Array {
  const weights = new Float64Array(count)
  let total = 0
  for (let rank = 0; rank < count; rank++) {
    total += (rank + 3.7) ** -1.07
    weights[rank] = total
  }
  return weights.map((weight) => weight / total)
}

function drawRank(random: Random, ranks: Float64Array): number {
  const target = random.below(2 ** 30) / 2 ** 30
  let [low, high] = [0, ranks.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranks[middle] ?? 1) < target) low = middle + 1
    else high = middle
  }
  return low
}
