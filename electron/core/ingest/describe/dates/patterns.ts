import {
  HIJRI_MONTHS,
  HIJRI_MONTHS_LATIN,
  MONTHS,
  RELATIVE_DAYS,
  WEEKDAYS,
  WEEKDAYS_SHORT,
  WEEKDAY_QUALIFIERS,
} from '../../rules/calendar-words.ts'
import { indexByWord, patternFromWords } from '../../rules/word-pattern.ts'

/** One way a date is written. Named groups: w weekday, d day, m month, y year, q qualifier, r relative word. */
export type DatePattern = {
  readonly rule: string
  readonly shape: 'numeric' | 'words' | 'month' | 'hijri' | 'relative'
  readonly expression: RegExp
  readonly months?: ReadonlyMap<string, number>
  readonly weekdays?: ReadonlyMap<string, number>
}

const months = {
  fr: indexByWord(MONTHS.fr),
  en: indexByWord(MONTHS.en),
  ar: indexByWord(MONTHS.ar),
  hijri: indexByWord(HIJRI_MONTHS),
  latinHijri: indexByWord(HIJRI_MONTHS_LATIN),
}
const weekdays = {
  fr: new Map([...indexByWord(WEEKDAYS.fr), ...indexByWord(WEEKDAYS_SHORT.fr)]),
  en: new Map([...indexByWord(WEEKDAYS.en), ...indexByWord(WEEKDAYS_SHORT.en)]),
  ar: indexByWord(WEEKDAYS.ar),
}
const frMonth = patternFromWords(months.fr.keys())
const enMonth = patternFromWords(months.en.keys())
const arMonth = patternFromWords(months.ar.keys())
const frWeekday = patternFromWords(WEEKDAYS.fr.flat())
const enWeekday = patternFromWords(WEEKDAYS.en.flat())
/** Beside a date a weekday may be cut short; alone "Sun" and "mer" are other words. */
const frDatedWeekday = String.raw`(?:(?<w>${frWeekday})\.?|(?<w>${patternFromWords(WEEKDAYS_SHORT.fr.flat())})\.)`
const enDatedWeekday = String.raw`(?<w>${patternFromWords(weekdays.en.keys())})\.?`
const arWeekday = patternFromWords(weekdays.ar.keys())
const latinHijri = patternFromWords(months.latinHijri.keys())
const ahead = patternFromWords(WEEKDAY_QUALIFIERS.ahead)
const before = patternFromWords(WEEKDAY_QUALIFIERS.before)

const OPEN = String.raw`(?<![\p{L}\d])`
const CLOSE = String.raw`(?![\p{L}\d])`
/** Where an Arabic word may begin: after a one-letter particle too. */
const AR_OPEN = String.raw`(?<![\p{L}\d])(?:[وفبل])?`
const frDay = String.raw`\d{1,2}|1 ?(?:er|ᵉʳ|[°º])|1e|premier`
/** "The first half of May" is no day. */
const arFirst = String.raw`(?<!(?:النصف|الربع|الثلث|الاسبوع|العشر|الشطر|الجزء|كانون|تشرين) )الاول(?= من)`
const arDay = String.raw`\d{1,2}|(?:ال)?فاتح|غرة|${arFirst}`
const YEAR = String.raw`(?<y>(?:1[89]|20)\d{2})`

const words = (source: string): RegExp => new RegExp(source, 'giu')

/** Every way of writing a date that is read, the most exact first: a span is read once. */
export const DATE_PATTERNS: readonly DatePattern[] = [
  {
    rule: 'ar-hijri',
    shape: 'hijri',
    expression: words(
      String.raw`(?<![\d/.-])(?<d>\d{1,2}) ?/ ?(?<n>\d{1,2}) ?/ ?(?<y>1[345]\d\d)(?![\d/-]) *(?:هجرية|هجري|ه)?(?!\p{L})`,
    ),
  },
  {
    rule: 'iso',
    shape: 'numeric',
    expression: /(?<![\d/.-])(?<y>\d{4})[-/](?<a>\d{1,2})[-/](?<b>\d{1,2})(?!\d)/gu,
  },
  {
    rule: 'numeric',
    shape: 'numeric',
    expression:
      /(?<![\d/.-])(?<a>\d{1,2})(?<s>[./-])(?<b>\d{1,2})\k<s>(?<y>\d{4}|\d{2})(?![\d/-])/gu,
  },
  {
    rule: 'numeric',
    shape: 'numeric',
    expression: /(?<![\d/.-] ?)(?<a>\d{1,2}) \/ (?<b>\d{1,2}) \/ (?<y>\d{4})(?! ?[\d/-])/gu,
  },
  {
    rule: 'ar-hijri',
    shape: 'hijri',
    expression: words(
      String.raw`(?<d>(?<!\d)\d{1,2}|(?<!\p{L})(?:(?:ال)?فاتح|غرة)) *(?:من +)?(?:شهر +)?(?<m>${patternFromWords(months.hijri.keys())}) *(?:سنة|عام)? *(?<y>1[345]\d\d) *(?:هجرية|هجري|ه)?(?!\p{L})`,
    ),
    months: months.hijri,
  },
  {
    rule: 'latin-hijri',
    shape: 'hijri',
    expression: words(
      String.raw`${OPEN}(?:(?<d>\d{1,2}|1er) +(?<m>${latinHijri}),?|(?<m>${latinHijri}) +(?<d>\d{1,2}),) +(?<y>1[345]\d\d)(?: ?(?:AH|H|h))?${CLOSE}`,
    ),
    months: months.latinHijri,
  },
  {
    rule: 'fr-day',
    shape: 'words',
    expression: words(
      String.raw`${OPEN}(?:${frDatedWeekday},? +)?(?<d>${frDay})(?: *(?:-|–|au|et|,) *(?:le )?(?:(?:${frWeekday}) )?(?:${frDay}))* +(?<m>${frMonth})\.?(?:,? +${YEAR})?${CLOSE}`,
    ),
    months: months.fr,
    weekdays: weekdays.fr,
  },
  {
    rule: 'en-month-day',
    shape: 'words',
    expression: words(
      String.raw`${OPEN}(?:${enDatedWeekday},? +)?(?<m>${enMonth})\.? +(?<d>\d{1,2})(?:st|nd|rd|th)?(?: *(?:-|–|to|and) *\d{1,2}(?:st|nd|rd|th)?)?(?:,? +${YEAR})?${CLOSE}`,
    ),
    months: months.en,
    weekdays: weekdays.en,
  },
  {
    rule: 'en-day-month',
    shape: 'words',
    expression: words(
      String.raw`${OPEN}(?:${enDatedWeekday},? +)?(?<d>\d{1,2})(?:st|nd|rd|th)?(?: *(?:-|–|to|and) *\d{1,2}(?:st|nd|rd|th)?)? +(?:day +)?(?:of +)?(?<m>${enMonth})\.?(?:,? +${YEAR})?${CLOSE}`,
    ),
    months: months.en,
    weekdays: weekdays.en,
  },
  {
    rule: 'ar-day',
    shape: 'words',
    expression: words(
      String.raw`(?<!\d)(?:(?<w>${arWeekday})[،,]? +(?:الموافق +(?:ل *)?)?)?(?:(?<glued>\d{2})(?=\d{2} ))?(?<d>${arDay})(?: *(?:-|–|و|إلى|الي) *\d{1,2})* *(?:من +)?(?:شهر +)?(?<m>${arMonth})(?: *[/(-] *(?:${arMonth}) *\)?)?(?:[،,]? +(?:من +)?(?:سنة +|عام +)?${YEAR}(?: ?م(?!\p{L}))?)?${CLOSE}`,
    ),
    months: months.ar,
    weekdays: weekdays.ar,
  },
  {
    rule: 'fr-month',
    shape: 'month',
    expression: words(String.raw`${OPEN}(?<m>${frMonth})\.? +${YEAR}${CLOSE}`),
    months: months.fr,
  },
  {
    rule: 'en-month',
    shape: 'month',
    expression: words(String.raw`${OPEN}(?<m>${enMonth})\.?,? +${YEAR}${CLOSE}`),
    months: months.en,
  },
  {
    rule: 'ar-month',
    shape: 'month',
    expression: words(
      String.raw`${AR_OPEN}(?<m>${arMonth})(?: *[/(-] *(?:${arMonth}) *\)?)? +(?:من +)?(?:سنة +|عام +)?${YEAR}${CLOSE}`,
    ),
    months: months.ar,
  },
  {
    rule: 'fr-weekday',
    shape: 'relative',
    expression: words(
      String.raw`(?<![\p{L}-])(?<w>${frWeekday})(?: +(?<n>\d{1,2})(?! *[h:]\d)(?! \p{L}+ \d{4}))?(?: +(?:(?<ahead>${ahead})|(?<before>${before})))?(?![\p{L}\d-])`,
    ),
    weekdays: weekdays.fr,
  },
  {
    rule: 'en-weekday',
    shape: 'relative',
    expression: words(
      String.raw`(?<!\p{L})(?:(?:(?<ahead>next|coming)|(?<before>last|past)) +)?(?<w>${enWeekday})(?!\p{L})`,
    ),
    weekdays: weekdays.en,
  },
  {
    rule: 'ar-weekday',
    shape: 'relative',
    expression: words(
      String.raw`(?<!\p{L})(?:[وب])?(?:(?:(?<today>اليوم)|(?<yesterday>امس)|يوم|يومه|مساء|صباح) +)*(?<w>${arWeekday})(?: +(?:(?<ahead>${ahead})|(?<before>${before})))?(?!\p{L})`,
    ),
    weekdays: weekdays.ar,
  },
  ...(['fr', 'en', 'ar'] as const).map((language): DatePattern => ({
    rule: `${language}-relative-day`,
    shape: 'relative',
    expression: words(
      String.raw`(?<![\p{L}-]|à )(?<r>${patternFromWords(Object.keys(RELATIVE_DAYS[language]))})(?:ً)?(?![\p{L}-])`,
    ),
  })),
]
