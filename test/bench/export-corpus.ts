import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { pageFromRecord } from '../../electron/core/export/page-model.ts'
import { hasCorpusFiles } from '../support/corpus-files.ts'
import { arabicShareByPoppler, corpusRecords, extractionOf } from '../support/extraction.ts'
import { EXPORTED_AT, openedEngine } from '../support/pdf-tools.ts'
import { printInBrowser } from '../support/printed-by-chromium.ts'

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
    let [paragraphs, missing, poppler, pdfium, below, printed, behind] = [0, 0, 1, 1, 0, 0, 0]
    for (const [i, record] of own.entries()) {
      const labelLanguage = language === 'und' ? 'fr' : language
      const page = pageFromRecord(record, [], { exportedAt: EXPORTED_AT, labelLanguage })
      const { bytes, substitutions } = engine.render(page, { notes: 'none' })
      const read = await extractionOf(record, bytes, substitutions)
      const { name } = record.version.source
      paragraphs += record.version.paragraphs.length
      missing += read.missing.length
      for (const words of read.missing) print(`  not given back: ${name}: ${words.slice(0, 60)}`)
      poppler = Math.min(poppler, read.poppler)
      pdfium = Math.min(pdfium, read.pdfium)
      const isLow = read.poppler < LEAST_POPPLER || read.pdfium < LEAST_PDFIUM
      if (isLow) below += 1
      if (!isLow && (language !== 'ar' || i % EVERY_PRINTED !== 0)) continue
      const theirs = arabicShareByPoppler(
        record.version.text,
        await printInBrowser(tab, folder, page),
      )
      printed += 1
      if (read.poppler < theirs - NEARLY) behind += 1
      if (isLow) {
        print(
          `  below the bar: ${name}: poppler ${read.poppler.toFixed(3)} (of Chromium’s ${theirs.toFixed(3)}), pdfium ${read.pdfium.toFixed(3)}`,
        )
      }
    }
    print(`${language}: ${own.length} texts, ${paragraphs} paragraphs, ${missing} not given back`)
    if (language !== 'ar') continue
    print(
      `  lowest share of Arabic letters: poppler ${poppler.toFixed(3)} (bar 0.90), pdfium ${pdfium.toFixed(3)} (bar 0.97); ${below} texts below; ${behind} of ${printed} behind Chromium’s by more than ${NEARLY}`,
    )
  }
} finally {
  await browser.close()
  rmSync(folder, { recursive: true })
}
