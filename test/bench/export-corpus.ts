import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { pageFromRecord } from '../../electron/core/export/page-model.ts'
import type { CommuniqueRecord } from '../../shared/model/communique.ts'
import { hasCorpusFiles } from '../support/corpus-files.ts'
import { arabicShareByPoppler, corpusRecords, extractionOf } from '../support/extraction.ts'
import { EXPORTED_AT, openedEngine } from '../support/pdf-tools.ts'
import { printTextInBrowser } from '../support/whole-by-chromium.ts'

/**
 * Takes the corpus in, typesets every text that the archive then holds and reads each PDF back: the
 * characters in Latin letters exactly and in order with poppler, the Arabic ones in order with poppler
 * and pdfium. Arabic texts whose letters poppler misreads are also printed by Chromium and read the
 * same way, with every tenth of the others. `node test/bench/export-corpus.ts 5` takes every fifth.
 */
const step = Number(process.argv[2] ?? 1)
const [LEAST_POPPLER, LEAST_PDFIUM, NEARLY] = [0.9, 0.97, 0.01]
const EVERY_PRINTED = 10
const print = (line: string): void => void process.stdout.write(`${line}\n`)

if (!hasCorpusFiles) print('no corpus beside the project: nothing is read back')
const records = await corpusRecords(step)
const engine = await openedEngine('native')
const folder = mkdtempSync(path.join(tmpdir(), 'fonds-bench-'))
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox'],
})
const tab = await browser.newPage()
try {
  for (const language of ['fr', 'en', 'ar', 'und'] as const) {
    const own = records.filter(({ version }) => version.language === language)
    const told = await readAllBack(own)
    const paragraphs = own.reduce((sum, { version }) => sum + version.paragraphs.length, 0)
    print(
      `${language}: ${own.length} texts, ${paragraphs} paragraphs, ${told.missing} not given back`,
    )
    if (language === 'ar') printLetters(told)
  }
} finally {
  await browser.close()
  rmSync(folder, { recursive: true })
}

interface Told {
  missing: number
  poppler: number
  pdfium: number
  /** Texts below a bar, those that Chromium printed too, and how often it was ahead. */
  below: number
  printed: number
  behind: number
}

async function readAllBack(own: readonly CommuniqueRecord[]): Promise<Told> {
  const told: Told = { missing: 0, poppler: 1, pdfium: 1, below: 0, printed: 0, behind: 0 }
  for (const [i, record] of own.entries()) {
    const { language, text, source } = record.version
    const labelLanguage = language === 'und' ? 'fr' : language
    const page = pageFromRecord(record, [], { exportedAt: EXPORTED_AT, labelLanguage })
    const { bytes, substitutions } = engine.render(page, { notes: 'none' })
    const read = await extractionOf(record, bytes, substitutions)
    told.missing += read.missing.length
    for (const words of read.missing)
      print(`  not given back: ${source.name}: ${words.slice(0, 60)}`)
    told.poppler = Math.min(told.poppler, read.poppler)
    told.pdfium = Math.min(told.pdfium, read.pdfium)
    const isLow = read.poppler < LEAST_POPPLER || read.pdfium < LEAST_PDFIUM
    if (!isLow && (language !== 'ar' || i % EVERY_PRINTED !== 0)) continue
    const theirs = arabicShareByPoppler(text, await printTextInBrowser(tab, folder, page))
    told.below += Number(isLow)
    told.printed += 1
    told.behind += Number(read.poppler < theirs - NEARLY)
    if (!isLow && read.poppler >= theirs - NEARLY) continue
    const [ours, chromiums, pdfium] = [read.poppler, theirs, read.pdfium].map((n) => n.toFixed(3))
    print(`  ${source.name}: poppler ${ours} (${chromiums} of Chromium’s), pdfium ${pdfium}`)
  }
  return told
}

function printLetters({ poppler, pdfium, below, behind, printed }: Told): void {
  print(
    `  lowest share of Arabic letters: poppler ${poppler.toFixed(3)} (bar ${LEAST_POPPLER}), pdfium ${pdfium.toFixed(3)} (bar ${LEAST_PDFIUM}); ${below} texts below; ${behind} of ${printed} behind Chromium’s by more than ${NEARLY}`,
  )
}
