import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
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

/** Functions of PDFium that a text names. */
export const functionsOfPdfium = (text: string): ReadonlySet<string> =>
  new Set(text.match(/\b(?:FPDF|PDFiumExt_)\w+/gu))

/**
 * The way from JavaScript to PDFium, for some of its functions: it comes with a line that prepares
 * each of the many hundred, and another that tells what each takes.
 */
export function keepFunctions(code: string, kept: ReadonlySet<string>): string {
  const isKept = (line: string): boolean => {
    const name = PREPARED.exec(line)?.[1] ?? TOLD.exec(line)?.[1]
    return name === undefined || kept.has(name)
  }
  return code.split('\n').filter(isKept).join('\n')
}

const PREPARED = /^Module\['_(\w+)'\] = createExportWrapper\('\w+', \d+\);$/u
const TOLD = /^ {4}(\w+): \[\[.*\], .*\],$/u

/** The tables of encodings of more than one byte, as they are but compressed until one is asked for. */
export function compressTables(code: string, readTable: (name: string) => string): string {
  const names = new Set(Array.from(code.matchAll(TABLE), ([, name = '']) => name))
  const packedByName = Object.fromEntries([...names].map((name) => [name, packed(readTable(name))]))
  return `${code.replaceAll(TABLE, (_asked, name: string) => `unpackTable('${name}')`)}
    const packedByName = ${JSON.stringify(packedByName)}
    const unpackTable = (name) => JSON.parse(
      require('node:zlib').brotliDecompressSync(Buffer.from(packedByName[name], 'base64')),
    )`
}

const TABLE = /require\("\.\/tables\/([\w-]+)\.json"\)/gu

const packed = (text: string): string => brotliCompressSync(text).toString('base64')

/** Every function of PDFium that our sources name. */
function calledFunctions(): ReadonlySet<string> {
  const core = path.join(import.meta.dirname, '../electron/core')
  const sources = globSync('**/*.ts', { cwd: core })
  return functionsOfPdfium(
    sources.map((name) => readFileSync(path.join(core, name), 'utf8')).join('\n'),
  )
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
          return { code: codeOf(packed(JSON.stringify(keepLanguages(ngramsData)))), map: null }
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
    {
      name: 'fonds:functions-of-pdfium',
      // Tests look at pages with functions that we do not call.
      apply: 'build',
      transform: {
        filter: { id: /[\\/]@embedpdf[\\/]pdfium[\\/]dist[\\/]index\.js$/u },
        handler: (code) => ({ code: keepFunctions(code, calledFunctions()), map: null }),
      },
    },
    {
      name: 'fonds:compressed-encodings',
      apply: 'build',
      transform: {
        filter: { id: /[\\/]iconv-lite[\\/]encodings[\\/]dbcs-data\.js$/u },
        handler: (code, id) => ({
          code: compressTables(code, (name) =>
            readFileSync(path.join(path.dirname(id), `tables/${name}.json`), 'utf8'),
          ),
          map: null,
        }),
      },
    },
    {
      name: 'fonds:no-xml-writer',
      transform: {
        // mammoth writes XML into a document that is given a map of its styles, which we never do.
        filter: { id: /[\\/]mammoth[\\/]lib[\\/]xml[\\/]writer\.js$/u },
        handler: () => ({ code: 'exports.writeString = () => null', map: null }),
      },
    },
  ]
}

const codeOf = (tables: string): string => `
  import { brotliDecompressSync } from 'node:zlib'
  export const ngramsData = JSON.parse(brotliDecompressSync(Buffer.from('${tables}', 'base64')))`
