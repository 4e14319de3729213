import { expect, test } from 'vitest'
import { readDates } from '../../../../../electron/core/ingest/describe/dates/read-dates.ts'
import { readingCopyFromText } from '../../../../../electron/core/ingest/text/reading-copy.ts'

const datesIn = (
  text: string,
  reference: string | null = null,
): readonly (readonly [string | null, string | null])[] =>
  readDates(readingCopyFromText(text), { reference, monthMayComeFirst: false }).map(
    ({ value, doubt }) => [value, doubt] as const,
  )

test.each([
  ['mercredi 1er mai 2024', '2024-05-01'],
  ['mercredi 1ᵉʳ mai 2024', '2024-05-01'],
  ['le 1° mai 2024', '2024-05-01'],
  ['le 1<sup>er</sup> mai 2024', '2024-05-01'],
  ['le premier mai 2024', '2024-05-01'],
  ['Lundi, 6 Mai 2024', '2024-05-06'],
  ['LE 06 MAI 2024', '2024-05-06'],
  ['4 févr. 2024', '2024-02-04'],
  ['4 juill. 2024', '2024-07-04'],
  ['12 / 03 / 2024', '2024-03-12'],
  ['les 30 et 31 mai 2024', '2024-05-30'],
  ['entre le 3 et le 5 juin 2024', '2024-06-03'],
  ['du lundi 3 au mercredi 5 juin 2024', '2024-06-03'],
  ['du 28 février au 3 mars 2024', '2024-02-28'],
  ['du 30 décembre 2023 au 2 janvier 2024', '2023-12-30'],
  ['du 30 décembre au 2 janvier 2024', '2023-12-30'],
  ['les 31 mai et 1er juin 2024', '2024-05-31'],
  ['du mardi 30 avril au jeudi 2 mai 2024', '2024-04-30'],
  ['May 1st, 2024', '2024-05-01'],
  ['the 3rd of June, 2024', '2024-06-03'],
  ['Sunday, 2nd June 2024', '2024-06-02'],
  ['Jan. 5, 2024', '2024-01-05'],
  ['Mon 6 May 2024', '2024-05-06'],
  ['Fri., 3 May 2024', '2024-05-03'],
  ['May 30-31, 2024', '2024-05-30'],
  ['28 February – 3 March 2024', '2024-02-28'],
  ['from February 28 to March 3, 2024', '2024-02-28'],
  ['from 30 December to 2 January 2025', '2024-12-30'],
  ['December 30, 2023 – January 2, 2024', '2023-12-30'],
  ['May 31 and June 1, 2024', '2024-05-31'],
  ['١ ماي ٢٠٢٤', '2024-05-01'],
  ['٢٣/٠٤/٢٠٢٤', '2024-04-23'],
  ['فاتح ماي 2024', '2024-05-01'],
  ['الفاتح من ماي 2024', '2024-05-01'],
  ['الأول من مايو 2024', '2024-05-01'],
  ['الإثنين 06 ماي 2024', '2024-05-06'],
  ['الخميس الموافق 9 مايو 2024', '2024-05-09'],
  ['6 من شهر مايو 2024', '2024-05-06'],
  ['1 يناير/كانون الثاني 2024', '2024-01-01'],
  ['23 نيسان (أبريل) 2024', '2024-04-23'],
  ['5 تشرين الثاني/ نوفمبر 2024', '2024-11-05'],
  ['15 يونية 2024', '2024-06-15'],
  ['15 يولية 2024', '2024-07-15'],
  ['15 جويليه 2024', '2024-07-15'],
  ['يومي 30 و31 ماي 2024', '2024-05-30'],
  ['من 28 فبراير إلى 3 مارس 2024', '2024-02-28'],
  ['من 30 دجنبر إلى 2 يناير 2025', '2024-12-30'],
  ['14 شوال 1445 هـ', '2024-04-23'],
  ['14/10/1445 هـ', '2024-04-23'],
  ['14 / 10 / 1445هـ', '2024-04-23'],
  ['غرة رمضان 1445 هـ', '2024-03-11'],
  ['فاتح محرم 1446', '2024-07-07'],
  ['14 Chaoual 1445', '2024-04-23'],
  ['1er Mouharram 1446', '2024-07-07'],
])('reads %s', (text, value) => {
  expect(datesIn(text)[0]).toEqual([value, null])
})

test.each([
  ['14 شوال 1445 هـ الموافق 23 أبريل 2024 م'],
  ['14 شوال 1445 هـ الموافق لـ 23 أبريل 2024'],
  ['14 شوال 1445هـ / 23 نيسان 2024'],
  ['le 14 Chaoual 1445 correspondant au 23 avril 2024'],
  ['Shawwal 14, 1445, April 23, 2024'],
])('reads one day by both its calendars: %s', (text) => {
  expect(datesIn(text)).toEqual([
    ['2024-04-23', null],
    ['2024-04-23', null],
  ])
})

// The 2nd of May 2024 was a Thursday.
test.each(['vendredi 2 mai 2024', 'Friday, May 2, 2024', 'Fri 2 May 2024', 'الجمعة 2 ماي 2024'])(
  'flags a weekday that contradicts its date: %s',
  (text) => {
    expect(datesIn(text)).toEqual([['2024-05-02', 'weekday-mismatch']])
  },
)

test.each([
  ['du 28 février au 3 mars', '2024-03-01', '2024-02-28'],
  ['du 30 décembre au 2 janvier', '2024-01-04', '2023-12-30'],
  ['from 30 December to 2 January', '2024-01-04', '2023-12-30'],
  ['من 30 دجنبر إلى 2 يناير', '2024-01-04', '2023-12-30'],
])('counts the first day of %s from %s', (text, reference, value) => {
  expect(datesIn(text, reference)[0]).toEqual([value, null])
})

test('joins no year to a day that another sentence or list holds', () => {
  expect(datesIn('le 28 février. Le 3 mars 2024', '2025-02-20')[0]).toEqual(['2025-02-28', null])
  expect(datesIn('le 28 février, puis le 3 mars 2024')[0]).toEqual([null, 'unresolved'])
})

test.each(['النصف الأول من مايو 2024', 'تشرين الأول من عام 2024', 'كانون الأول 2024'])(
  'takes no first part of a time for its first day: %s',
  (text) => {
    expect(datesIn(text).every(([value]) => value === null || value.length === 7)).toBe(true)
  },
)
