import { describe as group, expect, test } from 'vitest'
import { describe } from '../../../../../electron/core/ingest/describe/describe.ts'
import { loadLanguageDetector } from '../../../../../electron/core/ingest/text/language.ts'
import { readPlainText } from '../../../../../electron/core/ingest/text/read-plain-text.ts'
import { DISPATCHES_AR } from '../../../../fixtures/ingest/dispatches-ar.ts'
import { DISPATCHES_EN } from '../../../../fixtures/ingest/dispatches-en.ts'
import { DISPATCHES_FR } from '../../../../fixtures/ingest/dispatches-fr.ts'

const detect = await loadLanguageDetector()

const fold = (value: string | null): string | null =>
  value?.replaceAll('’', "'").toLowerCase() ?? null

group.each([...DISPATCHES_FR, ...DISPATCHES_EN, ...DISPATCHES_AR])(
  'a text in the manner of: $manner ($language)',
  (dispatch) => {
    const wording = readPlainText(dispatch.source, detect)
    const described = describe({ ...wording, fileName: 'texte.txt' })
    const dayOf = (role: string): string | null =>
      described.dates.find((date) => date.role === role)?.value ?? null

    test('has its language, its title and its days', () => {
      expect(wording.language).toBe(dispatch.language)
      expect(wording.title).toBe(dispatch.title ?? wording.title)
      expect(dayOf('published')).toBe(dispatch.publishedOn)
      expect(dayOf('event')).toBe(dispatch.eventOn)
    })

    test('says where it comes from and who speaks', () => {
      expect(fold(described.places[0]?.value ?? null)).toBe(fold(dispatch.place))
      expect(fold(described.issuer?.value ?? null)).toBe(fold(dispatch.issuer))
    })

    test('names its persons with their roles, and nobody else', () => {
      expect(described.persons.map(({ name, role }) => [fold(name), fold(role)])).toEqual(
        dispatch.persons.map(([name, role]) => [fold(name), fold(role)]),
      )
    })

    test('offers what rules deduce as suggestions, not as facts', () => {
      const deduced = described.dates.filter(({ origin }) => origin === 'deduced')
      for (const { settlement } of [...deduced, ...described.places, ...described.issuers]) {
        expect(settlement).toBe('unconfirmed')
      }
    })
  },
)
