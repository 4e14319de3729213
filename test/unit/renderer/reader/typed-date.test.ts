import { expect, test } from 'vitest'
import { SPEECH } from '../../../support/speech.ts'
import { dateFromTyped, typedFromDate } from '../../../../renderer/reader/typed-date.ts'

test.each([
  ['14/04/2025', '2025-04-14'],
  ['4.4.2025', '2025-04-04'],
  ['04/2025', '2025-04'],
  ['2025', '2025'],
  ['2025-04-14', '2025-04-14'],
  ['29/02/2024', '2024-02-29'],
])('%s is read as %s', (typed, expected) => {
  expect(dateFromTyped(typed)).toBe(expected)
})

test.each(['', '31/02/2025', '29/02/2025', '14/13/2025', '14/04/25', 'lundi', '1/2/3/2025'])(
  '“%s” is refused',
  (typed) => {
    expect(dateFromTyped(typed)).toBeNull()
  },
)

test.each(Object.values(SPEECH))(
  '$language: what a field shows is read again as it was',
  (speech) => {
    for (const date of ['2025-04-14', '2025-04', '2025']) {
      const typed = typedFromDate(date, speech.formats)
      expect(typed).toMatch(/^[\d/]+$/u)
      expect(dateFromTyped(typed)).toBe(date)
    }
  },
)
