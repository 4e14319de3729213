import { describe as group, expect, test } from 'vitest'
import { describe } from '../../../../../electron/core/ingest/describe/describe.ts'
import { loadLanguageDetector } from '../../../../../electron/core/ingest/text/language.ts'
import { readPlainText } from '../../../../../electron/core/ingest/text/read-plain-text.ts'
import { GENRES_AR } from '../../../../fixtures/ingest/genres-ar.ts'
import { GENRES_EN } from '../../../../fixtures/ingest/genres-en.ts'
import { GENRES_FR } from '../../../../fixtures/ingest/genres-fr.ts'

const detect = await loadLanguageDetector()

const WRITTEN = [
  ...GENRES_FR.map((one) => ({ ...one, language: 'French' })),
  ...GENRES_EN.map((one) => ({ ...one, language: 'English' })),
  ...GENRES_AR.map((one) => ({ ...one, language: 'Arabic' })),
]

const fold = (value: string | null | undefined): string | null =>
  value?.replaceAll('’', "'").toLowerCase() ?? null

group.each(WRITTEN)('$genre ($language)', ({ source, eventOn, place, issuer }) => {
  const described = describe({ ...readPlainText(source, detect), fileName: 'texte.txt' })

  test('has the day of what it announces and no other', () => {
    const event = described.dates.find(({ role }) => role === 'event')
    expect(event?.value ?? null).toBe(eventOn)
  })

  test.skipIf(place === undefined)('has its place and no other', () => {
    expect(fold(described.places[0]?.value)).toBe(fold(place))
  })

  test.skipIf(issuer === undefined)('has its issuer and no other', () => {
    expect(fold(described.issuer?.value)).toBe(fold(issuer))
  })
})
