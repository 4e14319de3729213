import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { eld } from 'eld/small'
import { expect, test } from 'vitest'
import { z } from 'zod'
import {
  compressTables,
  functionsOfPdfium,
  keepFunctions,
  keepLanguages,
} from '../../../.ci/lighten.ts'
import { LATIN_LANGUAGES } from '../../../electron/core/ingest/text/language.ts'
import { aFolder } from '../../support/archive.ts'

const TEXTS = {
  fr: 'Le ministre des affaires étrangères a reçu ce matin son homologue.',
  en: 'The minister of foreign affairs received his counterpart this morning.',
  es: 'El ministro de asuntos exteriores recibió esta mañana a su homólogo.',
  de: 'Der Außenminister empfing heute Morgen seinen Amtskollegen.',
  it: 'Il ministro degli affari esteri ha ricevuto stamattina il suo omologo.',
  pt: 'O ministro dos negócios estrangeiros recebeu esta manhã o seu homólogo.',
}
const SOURCES = '../../../node_modules/eld/src'
const load = async (name: string): Promise<unknown> => import(`${SOURCES}/${name}.js`)

test('the languages told apart score as with the tables of all languages', async () => {
  const { ngramsData } = z.object({ ngramsData: z.unknown() }).parse(await load('ngrams/small'))
  const { createEld } = z
    .object({ createEld: z.function({ output: z.any() }) })
    .parse(await load('languageDetector'))
  const whole = eld.newInstance()
  const { instance: kept, loadData } = createEld()
  loadData(keepLanguages(ngramsData))
  for (const detector of [whole, kept]) detector.setLanguageSubset([...LATIN_LANGUAGES])
  for (const [language, text] of Object.entries(TEXTS)) {
    const found = kept.detect(text)
    expect(found.language).toBe(language)
    expect(found.getScores()).toEqual(whole.detect(text).getScores())
  }
  kept.setLanguageSubset(['nl'])
  expect(kept.detect('De minister van Buitenlandse Zaken ontving zijn ambtgenoot.').language).toBe(
    '',
  )
})

test('PDFium works with the functions that are kept, and has no others', async () => {
  const { resolve } = createRequire(import.meta.url)
  const whole = readFileSync(resolve('@embedpdf/pdfium').replace(/\.cjs$/u, '.js'), 'utf8')
  const named = functionsOfPdfium(
    'pdfium.PDFiumExt_Init() pdfium.FPDF_LoadMemDocument() pdfium.FPDF_GetPageCount()',
  )
  const code = keepFunctions(whole, named)
  expect(whole.length - code.length).toBeGreaterThan(50_000)
  const { folder, remove } = aFolder()
  try {
    const file = path.join(folder, 'pdfium.mjs')
    // What it says of its source map leads nowhere from here.
    writeFileSync(file, code.replace(/^\/\/# source.*$/mu, ''))
    const { init } = z
      .object({
        init: z.function({ input: z.tuple([z.object({ wasmBinary: z.any() })]), output: z.any() }),
      })
      .parse(await import(file))
    const wasmBinary = readFileSync(resolve('@embedpdf/pdfium/pdfium.wasm'))
    const pdfium = await init({ wasmBinary })
    pdfium.PDFiumExt_Init()
    const bytes = Buffer.from('%PDF-1.4 with nothing in it')
    const at = pdfium.pdfium.wasmExports.malloc(bytes.length)
    pdfium.pdfium.HEAPU8.set(bytes, at)
    expect(pdfium.FPDF_LoadMemDocument(at, bytes.length, '')).toBe(0)
    const functions = Object.keys(pdfium).filter((name) => /^(?:FPDF|PDFiumExt_)/u.test(name))
    expect(functions.toSorted()).toEqual([...named].toSorted())
  } finally {
    remove()
  }
})

test('every table of an encoding reads as before, and is asked for as before', () => {
  const require = createRequire(import.meta.url)
  const folder = path.dirname(require.resolve('iconv-lite/encodings/dbcs-data.js'))
  const code = readFileSync(path.join(folder, 'dbcs-data.js'), 'utf8')
  const readTable = (name: string): string =>
    readFileSync(path.join(folder, `tables/${name}.json`), 'utf8')
  const light = compressTables(code, readTable)
  expect(light).not.toContain('require("./tables/')
  expect(Buffer.byteLength(light)).toBeLessThan(150_000)
  const tablesFrom = (text: string): unknown => {
    const module = { exports: {} }
    // oxlint-disable-next-line typescript/no-implied-eval -- the module itself, run as a bundle runs it
    new Function('module', 'exports', 'require', text)(module, module.exports, (name: string) =>
      require(name.startsWith('.') ? path.join(folder, name) : name),
    )
    return JSON.parse(
      JSON.stringify(module.exports, (_key, value) =>
        typeof value === 'function' ? value() : value,
      ),
    )
  }
  expect(tablesFrom(light)).toEqual(tablesFrom(code))
})
