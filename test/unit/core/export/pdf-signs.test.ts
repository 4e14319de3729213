import { describe, expect, test } from 'vitest'
import { silenceRaisedSigns } from '../../../../electron/core/export/pdf-signs.ts'
import { pageFromRecord } from '../../../../electron/core/export/page-model.ts'
import { openFile } from '../../../../electron/core/export/pdf-file.ts'
import { aRecord } from '../../../fixtures/export/records.ts'
import { extractionOf } from '../../../support/extraction.ts'
import { auditPdf } from '../../../support/pdf-audit.ts'
import { EXPORTED_AT, openedEngine, textOfPdf, writtenFile } from '../../../support/pdf-tools.ts'
import { hasProgram } from '../../../support/program.ts'

/** The first article of the Universal Declaration of Human Rights, with every vowel. */
const VOWELLED = [
  'يُولَدُ جَمِيعُ النَّاسِ أَحْرَارًا مُتَسَاوِينَ فِي الْكَرَامَةِ وَالْحُقُوقِ، وَقَدْ وُهِبُوا عَقْلًا وَضَمِيرًا،',
  'وَعَلَيْهِمْ أَنْ يُعَامِلَ بَعْضُهُمْ بَعْضًا بِرُوحِ الْإِخَاءِ.',
].join(' ')
const BARE = VOWELLED.replaceAll(/\p{M}/gu, '')

const recordOf = (words: string) =>
  aRecord({ id: 'text', language: 'ar', title: 'إعلان', paragraphs: [words] })
const pageOf = (words: string) =>
  pageFromRecord(recordOf(words), [], { exportedAt: EXPORTED_AT, labelLanguage: 'ar' })

/** Each word of the text as a reader of the page would write it, without vowels. */
const lettersOf = (words: string): string =>
  words.normalize('NFKC').replaceAll(/[^\p{Script=Arabic}]|[\p{M}\u{640}]/gu, '')

describe.skipIf(!hasProgram('pdftotext') || !hasProgram('qpdf'))('fully vowelled Arabic', () => {
  test.each(['native', 'wasm'] as const)(
    'comes back with every letter once and in order: %s',
    async (name) => {
      const engine = await openedEngine(name)
      const { bytes, substitutions } = engine.render(pageOf(VOWELLED), { notes: 'none' })
      const file = writtenFile(bytes)
      expect(lettersOf(textOfPdf(file))).toContain(lettersOf(VOWELLED))
      const { poppler, pdfium } = await extractionOf(recordOf(VOWELLED), bytes, substitutions)
      expect([poppler, pdfium]).toEqual([1, 1])
      expect(auditPdf(file)).toEqual([])
    },
  )

  test('would not without its raised signs being silenced', async () => {
    const engine = await openedEngine('native')
    const whole = Buffer.from(engine.render(pageOf(VOWELLED), { notes: 'none' }).bytes)
    const compiled = whole.subarray(0, whole.indexOf('%%EOF', whole.indexOf('startxref')) + 6)
    expect(lettersOf(textOfPdf(writtenFile(compiled)))).not.toContain(lettersOf(VOWELLED))
    const changed = new Map<number, string>()
    silenceRaisedSigns(openFile(compiled), changed)
    expect(changed.size).toBeGreaterThan(0)
  })

  test('only changes pages that have raised signs', async () => {
    const engine = await openedEngine('native')
    const whole = Buffer.from(engine.render(pageOf(BARE), { notes: 'none' }).bytes)
    const compiled = whole.subarray(0, whole.indexOf('%%EOF', whole.indexOf('startxref')) + 6)
    const changed = new Map<number, string>()
    silenceRaisedSigns(openFile(compiled), changed)
    expect(changed.size).toBe(0)
  })
})
