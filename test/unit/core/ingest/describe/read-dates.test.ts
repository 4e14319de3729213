import { expect, test } from 'vitest'
import { readDates } from '../../../../../electron/core/ingest/describe/dates/read-dates.ts'
import { readingCopyFromText } from '../../../../../electron/core/ingest/text/reading-copy.ts'

const first = (
  text: string,
  reference: string | null = null,
  monthMayComeFirst = false,
): unknown => {
  const [date] = readDates(readingCopyFromText(text), { reference, monthMayComeFirst })
  return date === undefined ? null : [date.value, date.doubt]
}

test.each([
  ['16/04/2025', '2025-04-16'],
  ['2025-04-16T23:34:00Z', '2025-04-16'],
  ['jeudi 8 Mars 2018', '2018-03-08'],
  ['le 1er août 2024', '2024-08-01'],
  ['du 5 au 7 mars 2024', '2024-03-05'],
  ['en octobre 2024', '2024-10'],
  ['October 2024', '2024-10'],
  ['Tuesday, March 5, 2024', '2024-03-05'],
  ['5th of March 2024', '2024-03-05'],
  ['22 يوليوز 2025', '2025-07-22'],
  ['10 اغسطس 2015 م', '2015-08-10'],
  ['19 أوت 2015', '2015-08-19'],
  ['14 جويلية 2023', '2023-07-14'],
  ['١٢ كانون الثاني ٢٠٢٤', '2024-01-12'],
  ['غرة جانفي 2016', '2016-01-01'],
  ['5 نُونْبِر 2024', '2024-11-05'],
  ['25 شوال 1436 هـ', '2015-08-10'],
])('reads %s', (text, value) => {
  expect(first(text)).toEqual([value, null])
})

test.each([
  ['lundi', '2025-04-16', '2025-04-14'],
  ['lundi', '2025-06-16', '2025-06-16'],
  ['lundi dernier', '2025-06-16', '2025-06-09'],
  ['lundi prochain', '2025-06-16', '2025-06-23'],
  ['La réunion se tiendra lundi', '2025-06-18', '2025-06-23'],
  ['mardi', '2025-01-02', '2024-12-31'],
  ['mardi 14', '2025-01-15', '2025-01-14'],
  ['hier', '2025-03-01', '2025-02-28'],
  ['aujourd’hui', '2025-03-01', '2025-03-01'],
  ['Wednesday', '2024-03-08', '2024-03-06'],
  ['next Wednesday', '2024-03-08', '2024-03-13'],
  ['yesterday', '2024-03-01', '2024-02-29'],
  ['يوم الاثنين', '2025-07-22', '2025-07-21'],
  ['الأربعاء المقبل', '2025-07-22', '2025-07-23'],
  ['أول من أمس', '2024-01-12', '2024-01-10'],
  ['أمس', '2024-01-12', '2024-01-11'],
  ['29 décembre', '2025-01-02', '2024-12-29'],
  ['فاتح شتنبر', '2025-07-22', '2025-09-01'],
])('counts %s from %s', (text, reference, value) => {
  expect(first(text, reference)).toEqual([value, null])
})

test.each(['lundi', 'hier', 'yesterday', 'أمس', '29 décembre'])(
  'leaves %s unresolved when nobody says when it was written',
  (text) => {
    expect(first(text)).toEqual([null, 'unresolved'])
  },
)

test.each(['31/02/2025', '2025-13-40', '45 avril 2025', '31 شتنبر 2024'])(
  'moves the impossible %s to no other day',
  (text) => {
    expect(first(text)).toEqual([null, 'impossible'])
  },
)

test('does not choose between day and month where either may come first', () => {
  expect(first('04/05/2025', null, true)).toEqual([null, 'ambiguous'])
  expect(first('04/05/2025', null, false)).toEqual(['2025-05-04', null])
  expect(first('16/04/2025', null, true)).toEqual(['2025-04-16', null])
})

test('doubts two-digit years, wrong weekdays and glued digits', () => {
  expect(first('16/04/25')).toEqual(['2025-04-16', 'two-digit-year'])
  expect(first('lundi 8 mars 2018')).toEqual(['2018-03-08', 'weekday-mismatch'])
  expect(first('2429 غشت 2024')).toEqual(['2024-08-29', 'glued-digits'])
})

test('takes no number of a law, a price or a share for a date', () => {
  expect(first('loi n°10/2024, 12.5 % et 1.234.567 dirhams, article 5 (mai)')).toBeNull()
})
