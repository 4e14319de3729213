import { expect, test } from 'vitest'
import { toggleValue } from '../../../../renderer/browse/filter-values.ts'

const none = { years: [], issuers: [], languages: [] }

test('a value is added, then taken off', () => {
  const one = toggleValue(none, 'years', '2025')
  expect(one).toEqual({ ...none, years: ['2025'] })
  expect(toggleValue(one, 'years', '2025')).toEqual(none)
})

test('a language that the archive does not know changes nothing', () => {
  expect(toggleValue(none, 'languages', 'xx')).toEqual(none)
  expect(toggleValue(none, 'languages', 'ar').languages).toEqual(['ar'])
})
