import { openedEngine } from '../support/pdf-tools.ts'
import { hasCorpusFiles } from '../support/corpus-files.ts'
import { corpusRecords, extractionOf } from '../support/extraction.ts'

/**
 * Typesets every plain text, page and Markdown file of the corpus and reads each PDF back: the
 * characters in Latin letters exactly with poppler, the Arabic ones in order with poppler and pdfium.
 * `node test/bench/export-corpus.ts 5` takes every fifth.
 */
const step = Number(process.argv[2] ?? 1)
const print = (line: string): void => void process.stdout.write(`${line}\n`)

if (!hasCorpusFiles) print('no corpus beside the project: nothing is read back')
const engine = await openedEngine('native')
for (const language of ['fr', 'en', 'ar'] as const) {
  let [texts, paragraphs, missing, poppler, pdfium] = [0, 0, 0, 1, 1]
  for (const record of corpusRecords(language, step)) {
    const read = await extractionOf(engine, record)
    texts += 1
    paragraphs += record.version.paragraphs.length
    missing += read.missing.length
    if (read.missing.length > 0) print(`  not given back whole: ${record.communique.id}`)
    if (read.poppler < 0.9 || read.pdfium < 0.97) print(`  out of order: ${record.communique.id}`)
    poppler = Math.min(poppler, read.poppler)
    pdfium = Math.min(pdfium, read.pdfium)
  }
  const lowest = `lowest share of Arabic letters: poppler ${poppler.toFixed(3)} (bar 0.90), pdfium ${pdfium.toFixed(3)} (bar 0.97)`
  print(
    `${language}: ${texts} texts, ${paragraphs} paragraphs, ${missing} not given back; ${lowest}`,
  )
}
