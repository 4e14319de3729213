import { describe as group, expect, test } from 'vitest'
import { describe } from '../../../../../electron/core/ingest/describe/describe.ts'
import type { Description } from '../../../../../electron/core/ingest/describe/description.ts'
import { loadLanguageDetector } from '../../../../../electron/core/ingest/text/language.ts'
import { readPlainText } from '../../../../../electron/core/ingest/text/read-plain-text.ts'

const detect = await loadLanguageDetector()

const read = (source: string): Description =>
  describe({ ...readPlainText(source, detect), fileName: 'texte.txt' })

const dateOf = (described: Description, role: string): string | null =>
  described.dates.find((date) => date.role === role)?.value ?? null

const eventOf = (body: string): string | null =>
  dateOf(read(`Titre du texte\n\n20/05/2024\n\n${body}`), 'event')

group('the day of the event', () => {
  test('may be in May, in small letters and without its year', () => {
    expect(eventOf('Du 13 au 17 mai, des experts ont donné un cours au port de Belcourt.')).toBe(
      '2024-05-13',
    )
  })

  test.each([
    'Aujourd’hui, aucun outil n’aide les ports dans ce travail difficile et long.',
    'Le port affiche aujourd’hui de belles réussites dans le domaine de la pêche.',
    'Le guichet du port est ouvert du lundi au vendredi et chaque samedi de marché.',
    'Karim Vannier sera nommé attaché à compter du 23 mai 2024, pour trois ans au plus.',
  ])('is not these times, nor when an act takes effect: %s', (body) => {
    expect(eventOf(body)).toBeNull()
  })

  test('is not that of a tour told of after it', () => {
    expect(
      eventOf(
        'Le ministre a visité le nouveau port de pêche de Belcourt. Du 15 au 19 mai, il est en visite dans la région.',
      ),
    ).toBeNull()
  })

  test.each([
    ['DATE 5 NOV 1963 SUBJECT HARBOUR PILOTS OF THE NORTHERN COAST AND THEIR BOATS', null],
    [
      'On 5 November 1963 the minister visited the harbour pilots of the northern coast.',
      '1963-11-05',
    ],
  ])('of a text without its day stands with what was done: %s', (body, day) => {
    expect(dateOf(read(`Harbour pilots of the coast\n\n${body}\n\nThe rest.`), 'event')).toBe(day)
  })

  test('is today where something was done today', () => {
    expect(eventOf('L’accord de pêche a été signé aujourd’hui au port de Belcourt.')).toBe(
      '2024-05-20',
    )
  })

  test('is looked for in the lead, past labels and links', () => {
    const links = `* [Partager sur X](https://exemple.test/${'a'.repeat(400)})\n* [Partager sur Y](https://exemple.test/${'b'.repeat(400)})`
    expect(eventOf(`${links}\n\nLa ministre a visité le port de Belcourt ce lundi 13 mai.`)).toBe(
      '2024-05-13',
    )
    expect(
      eventOf(
        `${'Les ports du littoral attendent depuis longtemps. '.repeat(16)}La ministre est venue le 13 mai 2024.`,
      ),
    ).toBeNull()
  })
})

test.each([
  [
    'La ministre a rencontré son homologue. Des négociations tenues à Genève en décembre 2023 ont abouti.',
    null,
  ],
  [
    'La visite à Genève, la semaine dernière, d’une équipe du port avait préparé la rencontre des ministres.',
    null,
  ],
  ['La ministre a rencontré lundi son homologue à Genève pour parler de la pêche.', 'Genève'],
])('takes the place of another time for none of the event: %s', (body, place) => {
  const described = read(`Titre du texte\n\n20/05/2024\n\n${body}`)
  expect(described.places[0]?.value ?? null).toBe(place)
})

test('takes the town a hall is named with', () => {
  const body =
    'La ministre a présidé ce lundi une réunion au Centre international de conférences Salma Exemple de Diamniadio.'
  expect(read(`Titre du texte\n\n20/05/2024\n\n${body}`).places[0]?.value).toBe('Diamniadio')
})

test('takes the place a title and its text name, unless an office sits there', () => {
  const body = 'La ministre a rendu hommage aux pêcheurs. Ils vivent à Genève depuis longtemps.'
  const placesOf = (title: string): readonly string[] =>
    read(`${title}\n\n20/05/2024\n\n${body}`).places.map(({ value }) => value)
  expect(placesOf('La ministre rend hommage à Genève aux pêcheurs')).toEqual(['Genève'])
  expect(placesOf('L’ambassadrice à Genève rend hommage aux pêcheurs')).toEqual([])
})

test('reads the place and the state before a dash as a dateline', () => {
  const described = read(
    'Grants for the harbours\n\nLAKEVIEW, OR – The minister today joined the mayors of the harbours.',
  )
  expect(described.places.map(({ value }) => value)).toEqual(['LAKEVIEW'])
})

// 20/05/2024 is a Monday.
test.each([
  [
    'Le ministère annonce la tenue, jeudi à Belcourt, d’une réunion sur la pêche côtière.',
    '2024-05-23',
  ],
  [
    'La ministre recevra jeudi son homologue à Belcourt pour parler de la pêche côtière.',
    '2024-05-23',
  ],
  [
    'Jeudi, la ministre recevra son homologue à Belcourt pour parler de la pêche côtière.',
    '2024-05-23',
  ],
  [
    'Le ministère a annoncé jeudi que les ports rouvriront au début de la saison prochaine.',
    '2024-05-16',
  ],
  [
    'Jeudi, la ministre a reçu son homologue à Belcourt pour parler de la pêche côtière.',
    '2024-05-16',
  ],
  [
    'La réunion qui se tiendra à Belcourt a été annoncée jeudi par le ministère de la Pêche.',
    '2024-05-16',
  ],
  ['تعلن الوزارة عن تنظيم ندوة صحفية يوم الخميس حول الصيد الساحلي في جميع الموانئ.', '2024-05-23'],
  ['سيستقبل الوزير الخميس نظيره لبحث شؤون الصيد الساحلي في جميع الموانئ المعنية.', '2024-05-23'],
  ['استقبل الوزير الخميس نظيره لبحث شؤون الصيد الساحلي في جميع الموانئ المعنية.', '2024-05-16'],
  [
    'The ministry announces the opening, on Thursday, of the new harbour of the northern coast.',
    '2024-05-23',
  ],
])('dates what is announced to the day to come: %s', (body, day) => {
  expect(eventOf(body)).toBe(day)
})
