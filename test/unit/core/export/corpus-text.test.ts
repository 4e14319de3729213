import { describe, expect, test } from 'vitest'
import { hasCorpusFiles } from '../../../support/corpus-files.ts'
import { corpusRecords, extractionOf } from '../../../support/extraction.ts'
import { openedEngine } from '../../../support/pdf-tools.ts'
import { hasProgram } from '../../../support/program.ts'

if (!hasCorpusFiles) {
  process.stdout.write('no corpus beside the project: its texts are not typeset and read back\n')
}

/** A sample; the whole corpus goes the same way in `npm run bench:export`. */
const STEPS = { fr: 97, ar: 61, en: 97 } as const

describe.skipIf(!hasCorpusFiles || !hasProgram('pdftotext'))('a text of the corpus', () => {
  test.each(['fr', 'ar', 'en'] as const)(
    'in %s comes back out of its PDF',
    async (language) => {
      const engine = await openedEngine('native')
      const records = corpusRecords(language, STEPS[language])
      expect(records.length).toBeGreaterThan(1)
      for (const record of records) {
        const { missing, poppler, pdfium } = await extractionOf(engine, record)
        expect([record.communique.id, missing]).toEqual([record.communique.id, []])
        expect(poppler).toBeGreaterThanOrEqual(0.9)
        expect(pdfium).toBeGreaterThanOrEqual(0.97)
      }
    },
    180_000,
  )
})
