import { describe as group, expect, test } from 'vitest'
import { describe } from '../../../../../electron/core/ingest/describe/describe.ts'
import { loadLanguageDetector } from '../../../../../electron/core/ingest/text/language.ts'
import { readPlainText } from '../../../../../electron/core/ingest/text/read-plain-text.ts'
import { STATEMENTS_AR } from '../../../../fixtures/ingest/statements-ar.ts'
import { STATEMENTS_EN } from '../../../../fixtures/ingest/statements-en.ts'
import { STATEMENTS_FR } from '../../../../fixtures/ingest/statements-fr.ts'

const detect = await loadLanguageDetector()

const fold = (value: string | null | undefined): string | null =>
  value?.replaceAll('’', "'").toLowerCase() ?? null

group.each([...STATEMENTS_FR, ...STATEMENTS_EN, ...STATEMENTS_AR])(
  'a statement with $manner',
  ({ source, eventOn, place, issuer, persons }) => {
    const described = describe({ ...readPlainText(source, detect), fileName: 'texte.txt' })

    test('has the day of its event', () => {
      expect(described.dates.find(({ role }) => role === 'event')?.value ?? null).toBe(eventOn)
    })

    test('has its place', () => {
      expect(fold(described.places[0]?.value)).toBe(fold(place))
    })

    test('has its issuer', () => {
      expect(fold(described.issuer?.value)).toBe(fold(issuer))
    })

    test('names its persons with their roles, and nobody else', () => {
      const named = described.persons.map(({ name, role }) => [fold(name), fold(role)])
      expect(named).toEqual(persons.map(([name, role]) => [fold(name), fold(role)]))
    })
  },
)
