import path from 'node:path'
import { expect, test } from 'vitest'
import { describe } from '../../../../../electron/core/ingest/describe/describe.ts'
import { listSamples } from '../../../../../electron/core/ingest/samples.ts'
import { loadLanguageDetector } from '../../../../../electron/core/ingest/text/language.ts'
import { readPlainText } from '../../../../../electron/core/ingest/text/read-plain-text.ts'

const resources = path.resolve(import.meta.dirname, '../../../../../resources')
const detect = await loadLanguageDetector()

test('every value of every sample names its rule and the very words that it was read from', () => {
  let checked = 0
  for (const sample of listSamples(resources)) {
    if (!('bytes' in sample)) throw new Error('a sample without bytes')
    const read = readPlainText(new TextDecoder().decode(sample.bytes), detect)
    const described = describe({ ...read, fileName: sample.name })
    const { dates, issuers, publisher, referenceCode, places, persons } = described
    const values = [
      ...dates,
      ...issuers,
      ...places,
      ...persons,
      ...described.countries,
      ...described.instruments,
      ...[publisher, referenceCode].filter((value) => value !== null),
    ]
    for (const { rule, evidence } of values) {
      expect(rule).toMatch(/^[a-z]+(?:-[a-z]+)*$/u)
      expect(evidence?.quote).toBeTruthy()
      if (evidence?.start == null || evidence.end === null) continue
      const part = evidence.part === 'preamble' ? read.preamble : read.text
      expect(part.slice(evidence.start, evidence.end)).toBe(evidence.quote)
      checked += 1
    }
    expect(dates.filter(({ origin }) => origin === 'deduced')).toSatisfy((deduced: typeof dates) =>
      deduced.every(({ settlement }) => settlement === 'unconfirmed'),
    )
  }
  expect(checked).toBeGreaterThan(100)
})
