import { describe, expect, test } from 'vitest'
import { createFormats } from '../../../../renderer/i18n/formats.ts'

const french = createFormats('fr-FR')

describe('a date is told to its own precision', () => {
  test.each([
    ['2025-04-14', 'lundi 14 avril 2025'],
    ['2025-05-01', 'jeudi 1er mai 2025'],
    ['2025-04', 'avril 2025'],
    ['2025', '2025'],
  ])('%s', (value, expected) => {
    expect(french.fullDate(value)).toBe(expected)
  })

  test('in digits as it is printed', () => {
    expect(['2025-04-16', '2025-04', '2025'].map(french.digitDate)).toEqual([
      '16/04/2025',
      '04/2025',
      '2025',
    ])
  })
})

test('a day that no calendar holds is shown as it was written', () => {
  expect(french.fullDate('2025-02-31')).toBe('2025-02-31')
})

test('a day is that day in every time zone', () => {
  expect(french.day('2025-01-01')).toEqual({ day: '1', weekday: 'mer.' })
})

test('Arabic is written with the digits of the Maghreb', () => {
  expect(createFormats('ar-MA').digitDate('2025-04-16')).toMatch(/16/u)
})

test('sizes are told in the unit that fits', () => {
  const told = [1, 3376, 2_500_000].map((size) => french.size(size).replaceAll(/\s/gu, ' '))
  expect(told).toEqual(['1 octet', '3,38 ko', '2,5 Mo'])
})

test('what is no instant is shown as it was given', () => {
  expect(french.instant('hier')).toBe('hier')
})

test('a period is told from its first month to its last, and a single one once', () => {
  expect(french.period('2025-03/2025-04')).toBe('mars\u2009–\u2009avril 2025')
  expect(french.period('2025-04/2025-04')).toBe('avril 2025')
  expect(french.period('2024/2025')).toBe('2024–2025')
})
