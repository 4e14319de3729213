import { beforeAll, describe, expect, test } from 'vitest'
import { pageFromRecord } from '../../../../electron/core/export/page-model.ts'
import type { CommuniqueRecord } from '../../../../shared/model/communique.ts'
import { hasCorpusFiles } from '../../../support/corpus-files.ts'
import { corpusRecords, extractionOf } from '../../../support/extraction.ts'
import { EXPORTED_AT, openedEngine } from '../../../support/pdf-tools.ts'
import { hasProgram } from '../../../support/program.ts'

if (!hasCorpusFiles) {
  process.stdout.write('no corpus beside the project: its texts are not typeset and read back\n')
}

/** A sample; the whole corpus goes the same way in `npm run bench:export`. */
const STEP = 83

describe.skipIf(!hasCorpusFiles || !hasProgram('pdftotext'))('texts of the corpus', () => {
  let records: readonly CommuniqueRecord[] = []
  beforeAll(async () => {
    records = await corpusRecords(STEP)
  })

  test.each(['fr', 'ar', 'en'] as const)(
    'in %s come back out of their PDF',
    async (language) => {
      const engine = await openedEngine('native')
      const own = records.filter(({ version }) => version.language === language)
      expect(own.length).toBeGreaterThan(1)
      for (const record of own) {
        const choices = { exportedAt: EXPORTED_AT, labelLanguage: language }
        const page = pageFromRecord(record, [], choices)
        const { bytes, substitutions } = engine.render(page, { notes: 'none' })
        const { missing, poppler, pdfium } = await extractionOf(record, bytes, substitutions)
        const { name } = record.version.source
        expect([name, missing]).toEqual([name, []])
        expect(poppler).toBeGreaterThanOrEqual(0.9)
        expect(pdfium).toBeGreaterThanOrEqual(0.97)
      }
    },
    180_000,
  )
})
