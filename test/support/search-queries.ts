import { analyse } from '../../shared/text/analyse.ts'
import { randomFromSeed } from './random.ts'
import type { SyntheticArchive } from './synthetic-communiques.ts'

/** One question, as our query language and as raw FTS5 put it; years narrow both, in order. */
export interface SearchQuery {
  readonly kind: string
  readonly ours: string
  readonly raw: string
  readonly years: readonly string[]
}

const SAMPLE = 3000

/** Two hundred questions with words of the archive: rare and common, phrases, beginnings, dates. */
export function searchQueries(make: SyntheticArchive, size: number): readonly SearchQuery[] {
  const random = randomFromSeed(7)
  const sampled = Math.min(SAMPLE, size)
  const texts = Array.from({ length: sampled }, (_, index) =>
    analyse(make(index + 1).text).map(({ form }) => form),
  )
  const spread = new Map<string, number>()
  for (const forms of texts) {
    for (const form of new Set(forms)) spread.set(form, (spread.get(form) ?? 0) + 1)
  }
  const word = (least: number, most: number): string => {
    for (;;) {
      const form = random.pick(random.pick(texts) ?? []) ?? ''
      const share = (spread.get(form) ?? 0) / sampled
      if (share >= least && share <= most && form.length > 3 && !/^\d/u.test(form)) return form
    }
  }
  const phrase = (length: number): string => {
    for (;;) {
      const forms = random.pick(texts) ?? []
      const words = forms.slice(random.below(forms.length)).slice(0, length)
      if (words.length === length && words.some((form) => form.length > 4)) return words.join(' ')
    }
  }
  const times = (count: number, one: (index: number) => SearchQuery): SearchQuery[] =>
    Array.from({ length: count }, (_, index) => one(index))
  return [
    ...times(30, () => same('rare', word(0.0006, 0.002))),
    ...times(30, () => same('common', word(0.05, 0.9))),
    ...times(40, (index) => same('phrase', `"${phrase(2 + (index % 3))}"`)),
    ...times(40, (index) => same('prefix', `${word(0.001, 0.9).slice(0, 2 + (index % 4))}*`)),
    ...times(10, () => same('and', `${word(0.01, 0.9)} AND ${word(0.005, 0.9)}`)),
    ...times(10, () => same('or', `${word(0.01, 0.9)} OR ${word(0.005, 0.9)}`)),
    ...times(10, () => same('not', `${word(0.01, 0.9)} NOT ${word(0.005, 0.9)}`)),
    ...times(20, () => {
      const [query, from] = [word(0.01, 0.9), 1995 + random.below(28)]
      const years = Array.from({ length: 3 }, (_, index) => String(from + index))
      return { kind: 'date', ours: query, raw: query, years }
    }),
    ...times(10, () => same('facet', word(0.15, 0.9))),
  ]
}

function same(kind: string, query: string): SearchQuery {
  return { kind, ours: query, raw: query, years: [] }
}
