import { brotliCompressSync } from 'node:zlib'
import { z } from 'zod'
import type { Plugin } from 'vite'
import { LATIN_LANGUAGES } from '../electron/core/ingest/text/language.ts'

const tablesSchema = z.object({
  type: z.string(),
  /** Codes by the number that stands for a language in the tables. */
  languages: z.record(z.string(), z.string()),
  /** Scores by language, of each n-gram. */
  ngrams: z.record(z.string(), z.record(z.string(), z.number())),
})

/** The n-gram tables of eld for the languages that Fonds tells apart, which score as before. */
export function keepLanguages(tables: unknown): z.infer<typeof tablesSchema> {
  const { type, languages, ngrams } = tablesSchema.parse(tables)
  const kept = Object.keys(languages).filter((each) =>
    LATIN_LANGUAGES.includes(languages[each] ?? ''),
  )
  const scores = Object.entries(ngrams).map(([ngram, scoreByLanguage]) => {
    const left = kept.flatMap((each) => {
      const score = scoreByLanguage[each]
      return score === undefined ? [] : [[each, score] as const]
    })
    return [ngram, left] as const
  })
  return {
    type,
    // All of them, since a score is found by the number of its language.
    languages,
    ngrams: Object.fromEntries(
      scores
        .filter(([, left]) => left.length > 0)
        .map(([ngram, left]) => [ngram, Object.fromEntries(left)]),
    ),
  }
}

/** Leaves out of the bundles what packages bring and Fonds never comes to. */
export function lightenPackages(): readonly Plugin[] {
  return [
    {
      name: 'fonds:language-tables',
      transform: {
        filter: { id: /[\\/]eld[\\/]src[\\/]ngrams[\\/]small\.js$/u },
        handler: async (_code, id) => {
          const loaded: unknown = await import(id)
          const { ngramsData } = z.object({ ngramsData: z.unknown() }).parse(loaded)
          const tables = brotliCompressSync(JSON.stringify(keepLanguages(ngramsData)))
          return { code: codeOf(tables.toString('base64')), map: null }
        },
      },
    },
    {
      name: 'fonds:no-style-sheets',
      transform: {
        // linkedom reads a style sheet when asked for its rules, which are those of no text.
        filter: { id: /[\\/]cssomnom[\\/].*parse\.js$/u },
        handler: () => ({ code: 'export const parse = () => null', map: null }),
      },
    },
  ]
}

const codeOf = (tables: string): string => `
  import { brotliDecompressSync } from 'node:zlib'
  export const ngramsData = JSON.parse(brotliDecompressSync(Buffer.from('${tables}', 'base64')))`
