import { expect, test } from 'vitest'
import { describe } from '../../../../../electron/core/ingest/describe/describe.ts'
import { loadLanguageDetector } from '../../../../../electron/core/ingest/text/language.ts'
import { readPlainText } from '../../../../../electron/core/ingest/text/read-plain-text.ts'

const detect = await loadLanguageDetector()

const FR =
  'Le ministre de la Pêche a reçu les représentants des armateurs et leur a présenté le nouveau plan des ports.'
const EN =
  'The Minister of Fisheries received the ship owners and presented the new plan of the ports to them.'
const AR = 'استقبل وزير الصيد البحري ممثلي مجهزي السفن وقدم لهم الخطة الجديدة لتهيئة الموانئ.'

const headed = (title: string, ...lines: readonly string[]): string =>
  [title, ...lines].join('\n\n')

/** All came out on Sunday 12 May 2024. */
test.each([
  ['APS', headed('Pêche : rencontre', `ALGER, 12 mai 2024 (APS) - ${FR}`), 'ALGER'],
  ['MAP', headed('Pêche : rencontre', `Rabat, 12 mai 2024 (MAP)- ${FR}`), 'Rabat'],
  [
    'MAP, numeric',
    headed('Pêche : rencontre', `Casablanca, 12/05/2024 (MAP) – ${FR}`),
    'Casablanca',
  ],
  ['MAP, Arabic', headed('لقاء حول الصيد البحري', `الرباط 12 ماي 2024 (ومع) - ${AR}`), 'الرباط'],
  ['TAP', headed('Pêche : rencontre', `TUNIS, 12 mai 2024 (TAP) - ${FR}`), 'TUNIS'],
  ['TAP, Arabic', headed('لقاء حول الصيد البحري', `تونس 12 ماي 2024 (وات) - ${AR}`), 'تونس'],
  [
    'WAM',
    headed('Minister receives owners', `ABU DHABI, 12th May, 2024 (WAM) -- ${EN}`),
    'ABU DHABI',
  ],
  [
    'WAM, Arabic',
    headed('لقاء حول الصيد البحري', `أبوظبي في 12 مايو 2024 / وام / ${AR}`),
    'أبوظبي',
  ],
  ['SPA', headed('Minister receives owners', `Riyadh, May 12, 2024, SPA -- ${EN}`), 'Riyadh'],
  [
    'SPA, both calendars',
    headed(
      'عام / لقاء حول الصيد البحري',
      'الرياض 4 ذو القعدة 1445 هـ الموافق 12 مايو 2024 م واس',
      AR,
    ),
    'الرياض',
  ],
  ['QNA', headed('لقاء حول الصيد البحري', `الدوحة في 12 مايو 2024 /قنا/ ${AR}`), 'الدوحة'],
  ['MENA', headed('لقاء حول الصيد البحري', `القاهرة في 12 مايو 2024 /أ ش أ/ ${AR}`), 'القاهرة'],
  ['AFP', headed('Pêche : rencontre', `Paris, 12 mai 2024 (AFP) - ${FR}`), 'Paris'],
  ['Reuters', headed('Minister receives owners', `PARIS, May 12, 2024 (Reuters) - ${EN}`), 'PARIS'],
  [
    'presidency',
    headed('Rencontre avec les armateurs', 'Communiqué de presse', 'Publié le 12 mai 2024', FR),
    null,
  ],
  [
    'foreign ministry, closing day',
    headed('Pêche – Rencontre avec les armateurs (12 mai 2024)', FR),
    null,
  ],
  [
    'foreign ministry, town',
    headed('Rencontre avec les armateurs', 'Paris, le 12 mai 2024', FR),
    'Paris',
  ],
  [
    'United Nations',
    headed('Secretary-General meets ship owners', 'SG/SM/22222', '12 May 2024', EN),
    null,
  ],
  [
    'European press corner',
    headed(
      'Commission meets ship owners',
      'Press release | 12 May 2024 | Brussels | 3 min read',
      EN,
    ),
    'Brussels',
  ],
  [
    'European Commission',
    headed('Commission meets ship owners', 'Brussels, 12 May 2024', EN),
    'Brussels',
  ],
  [
    'European Commission, French',
    headed('La Commission reçoit les armateurs', 'Bruxelles, le 12 mai 2024', FR),
    'Bruxelles',
  ],
  ['senate', headed('Avenir des ports', 'Communiqué de presse publié le 12 mai 2024', FR), null],
  [
    'ministry, number and day',
    headed('Rencontre avec les armateurs', 'Communiqué de presse N° 123 - 12 mai 2024', FR),
    null,
  ],
  [
    'ministry, day and number',
    headed('Rencontre avec les armateurs', 'Paris, le 12 mai 2024', 'N° 123', FR),
    'Paris',
  ],
  [
    'White House',
    headed('Remarks to ship owners', 'MAY 12, 2024 • STATEMENTS AND RELEASES', EN),
    null,
  ],
  [
    'State Department',
    headed('Meeting with ship owners', 'Press Statement', 'May 12, 2024', EN),
    null,
  ],
  [
    'cabinet, weekday and hour',
    headed('لقاء حول الصيد البحري', 'الأحد، 12 مايو 2024 01:15 م', AR),
    null,
  ],
  [
    'newspaper, weekday and hour',
    headed('Rencontre avec les armateurs', 'Dimanche 12 mai 2024 à 13h15', FR),
    null,
  ],
  [
    'government portal',
    headed('Rencontre avec les armateurs', 'Dimanche 12 Mai 2024 | 13:15', FR),
    null,
  ],
  [
    'official letter',
    headed('Rencontre avec les armateurs', 'Rabat, le dimanche 12 mai 2024', FR),
    'Rabat',
  ],
  [
    'Algerian ministry',
    headed(
      'Rencontre avec les armateurs',
      'Alger, le 4 Dhou El Kaada 1445 correspondant au 12 mai 2024',
      FR,
    ),
    'Alger',
  ],
])('reads when and where a text came out in the manner of: %s', (_, source, place) => {
  const wording = readPlainText(source, detect)
  const { dates, places } = describe({ ...wording, fileName: 'texte.txt' })
  expect(dates.find(({ role }) => role === 'published')?.value).toBe('2024-05-12')
  expect(places[0]?.value ?? null).toBe(place)
  expect(wording.title).toBe(source.split('\n')[0])
  expect(wording.text.length).toBeGreaterThanOrEqual(AR.length)
})

test.each([
  ['Paris, le lundi 12 mai 2024', FR],
  ['Paris, vendredi 12 mai 2024', FR],
  ['الاثنين 12 ماي 2024', AR],
  ['Monday, 12 May 2024', EN],
])('warns of a weekday that contradicts its day: %s', (line, body) => {
  const wording = readPlainText(headed('Rencontre des ports', line, body), detect)
  const { dates, warnings } = describe({ ...wording, fileName: 'texte.txt' })
  const published = dates.find(({ role }) => role === 'published')
  expect(published).toMatchObject({ value: '2024-05-12', settlement: 'unconfirmed' })
  expect(warnings.map(({ kind }) => kind)).toContain('weekday-disagrees')
})
