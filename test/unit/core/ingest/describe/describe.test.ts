import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe as group, expect, test } from 'vitest'
import { decodeText } from '../../../../../electron/core/ingest/decode.ts'
import { describe } from '../../../../../electron/core/ingest/describe/describe.ts'
import type { Description } from '../../../../../electron/core/ingest/describe/description.ts'
import { loadLanguageDetector } from '../../../../../electron/core/ingest/text/language.ts'
import { readPlainText } from '../../../../../electron/core/ingest/text/read-plain-text.ts'
import type { PlainText } from '../../../../../electron/core/ingest/text/read-plain-text.ts'

const detect = await loadLanguageDetector()

const read = (source: string, fileName = 'texte.txt'): Description =>
  describe({ ...readPlainText(source, detect), fileName })

const dateOf = (described: Description, role: string): string | null =>
  described.dates.find((date) => date.role === role)?.value ?? null

const corpus = path.resolve(import.meta.dirname, '../../../../../../shared/corpus')
const hasCorpus = existsSync(corpus)
if (!hasCorpus) process.stdout.write('describe: the corpus is absent, its files are not read\n')

const PORT = ` date 2024-03 Pêche : réunion à Agadir sur la rénovation des ports

08/03/2024

La ministre de la Pêche, Salma Exemple, a reçu, mercredi à Agadir, son homologue espagnol, Pedro Ejemplo, indique un communiqué du ministère de la Pêche maritime.

Mme Exemple a rappelé l’Accord de pêche durable signé en novembre 2023.
`

test('separates the month of the header, the day of publication and the day of the event', () => {
  const { dates } = read(PORT)
  expect(dates).toMatchObject([
    { role: 'header', value: '2024-03', origin: 'stated', settlement: 'confirmed' },
    { role: 'published', value: '2024-03-08', origin: 'stated', settlement: 'confirmed' },
    {
      role: 'event',
      value: '2024-03-06',
      origin: 'deduced',
      settlement: 'unconfirmed',
      rule: 'fr-weekday',
      relativeTo: '2024-03-08',
      evidence: { part: 'text', quote: 'mercredi' },
    },
  ])
})

test('names who speaks, where, who was there and what is cited', () => {
  const described = read(PORT)
  expect(described.kind).toBe('communique')
  expect(described.issuer?.value).toBe('ministère de la Pêche maritime')
  expect(described.places[0]?.value).toBe('Agadir')
  expect(described.persons.map(({ name, role }) => [name, role])).toEqual([
    ['Salma Exemple', 'ministre de la Pêche'],
    ['Pedro Ejemplo', 'homologue espagnol'],
  ])
  expect(described.countries.map(({ code }) => code)).toContain('ES')
  expect(described.instruments.map(({ value }) => value)).toContain('Accord de pêche durable')
})

test('resolves no weekday when only the month is known', () => {
  const described = read(
    ' date 2021-10 La ministre de la Pêche a reçu, ce jeudi à Rabat, le président de la chambre, qui lui a remis le rapport annuel de la profession et ses propositions.\n\nIls ont parlé.',
  )
  expect([dateOf(described, 'published'), dateOf(described, 'event')]).toEqual([null, null])
  expect(dateOf(described, 'header')).toBe('2021-10')
})

test('reports an impossible date line and invents no day', () => {
  const described = read('Titre du texte\n\n31/02/2025\n\nLe ministre a parlé lundi.')
  expect(described.dates).toEqual([])
  expect(described.warnings).toMatchObject([
    { kind: 'date-impossible', evidence: { part: 'preamble', quote: '31/02/2025' } },
  ])
})

test('leaves 04/05/2025 open in an English text', () => {
  const described = read(
    'Title of the text\n\n04/05/2025\n\nThe Minister met his counterpart today.',
  )
  expect(dateOf(described, 'published')).toBeNull()
  expect(described.warnings).toMatchObject([{ kind: 'date-ambiguous' }])
})

test('prefers the date line to the file name and says that they disagree', () => {
  const described = read('Titre du texte\n\n08/03/2024\n\nLe corps.', '2024-03-09-texte.txt')
  expect(dateOf(described, 'published')).toBe('2024-03-08')
  expect(described.warnings).toMatchObject([{ kind: 'publication-dates-disagree' }])
})

test('keeps a day known by the file name alone a suggestion', () => {
  const [published] = read('Titre du texte\n\nLe corps du texte est ici.', '20240309.txt').dates
  expect(published).toMatchObject({
    value: '2024-03-09',
    origin: 'deduced',
    settlement: 'unconfirmed',
  })
})

test('takes what the structure states before what lines say', () => {
  const wording = readPlainText('Titre du texte\n\n08/03/2024\n\nLe corps.', detect)
  const published = {
    value: '2024-03-07',
    rule: 'article:published_time',
    quote: '2024-03-07T09:00Z',
  }
  const described = describe({ ...wording, fileName: 'a.html', structured: { published } })
  expect(described.dates[0]).toMatchObject({
    value: '2024-03-07',
    rule: 'article:published_time',
    evidence: { part: 'metadata', start: null, quote: '2024-03-07T09:00Z' },
  })
})

test('reads an agency dateline and the ministry a wire quotes', () => {
  const described = read(
    'الرباط 22 يوليوز 2025 (ومع) - في ما يلي بلاغ لوزارة الصيد البحري:\n\nترأست وزيرة الصيد البحري، السيدة سلمى المثال، يوم الاثنين بالرباط، اجتماعا.',
  )
  expect(described.kind).toBe('wire')
  expect(described.publisher?.value).toBe('ومع')
  expect(described.issuer?.value).toBe('وزارة الصيد البحري')
  expect([dateOf(described, 'published'), dateOf(described, 'event')]).toEqual([
    '2025-07-22',
    '2025-07-21',
  ])
  expect(described.persons.map(({ name, role }) => [name, role])).toEqual([
    ['سلمى المثال', 'وزيرة الصيد البحري'],
  ])
})

test('gives the first day of a range and passes over the date of a law', () => {
  const described = read(
    'Colloque sur les ports\n\n20/03/2024\n\nLe colloque prévu par la loi n° 12-03 du 12 mars 2024 s’est tenu du 18 au 19 mars 2024 à Agadir.',
  )
  expect(dateOf(described, 'event')).toBe('2024-03-18')
})

test('knows an agency of no list by its place in a dateline', () => {
  const described = read(
    'Le port de pêche rénové\n\nPORT-VALLON, 3 mai 2024 (Presse du Port) – Le ministre de la Pêche a visité jeudi le port.',
  )
  expect([described.kind, described.publisher?.value]).toEqual(['wire', 'Presse du Port'])
  expect(described.places.map(({ rule, value }) => [rule, value])).toEqual([
    ['dateline-place', 'PORT-VALLON'],
  ])
  expect([dateOf(described, 'published'), dateOf(described, 'event')]).toEqual([
    '2024-05-03',
    '2024-05-02',
  ])
})

test.each([
  ['Belcourt (Valdorie), le 4 juin 2024 (AVP) - Le ministre a ouvert la conférence.', 'Belcourt'],
  ['BELCOURT, mardi 4 juin 2024 (AVP) -- Le ministre a ouvert la conférence.', 'BELCOURT'],
  ['المرسى في 4 يونيو 2024 (وكالة المرسى) - افتتح الوزير المؤتمر.', 'المرسى'],
])('reads the dateline of %j', (text, place) => {
  const described = read(`Titre du texte entier\n\n${text}`)
  expect(described.places.map(({ value }) => value)).toEqual([place])
  expect(dateOf(described, 'published')).toBe('2024-06-04')
})

test('takes no place from another sentence than that of the event', () => {
  const described = read(
    'Statement on Trade\n\n4 June 2024\n\nThe Minister spoke on Monday. She met in Longreach with farmers last year.',
  )
  expect(described.places).toEqual([])
})

test('takes no remark after a date for an agency', () => {
  const described = read(
    'PORT-VALLON, 3 mai 2024 (suite)\n\nLe ministre de la Pêche a visité jeudi le port rénové.',
  )
  expect(described.publisher).toBeNull()
  expect(described.kind).not.toBe('wire')
})

test('dates a dateline without its year by the month of the header, as a deduction', () => {
  const wire =
    'EASTPORT, March 12 (EPNA) -- Foreign Minister John Example on Tuesday met his counterpart.'
  const dated = read(` date 2024-03 Ports Discussed by Two Ministers\n\n${wire}`)
  expect(dated.dates).toMatchObject([
    { role: 'header', value: '2024-03' },
    { role: 'published', value: '2024-03-12', origin: 'deduced', settlement: 'unconfirmed' },
    { role: 'event', value: '2024-03-12' },
  ])
  const undated = read(`Ports Discussed by Two Ministers\n\n${wire}`)
  expect([undated.dates, undated.publisher?.value]).toEqual([[], 'EPNA'])
})

test('keeps a line that states a month a month, and its weekdays unresolved', () => {
  const described = read(
    'Rénovation des ports de pêche\n\nmars 2024\n\nLe ministre a reçu lundi à Port-Vallon son homologue.',
  )
  expect(described.dates).toMatchObject([
    { role: 'published', value: '2024-03', rule: 'month-line', settlement: 'confirmed' },
  ])
  expect(described.places[0]?.value).toBe('Port-Vallon')
})

test.each([
  ['Le texte.\n\nFait à Port-Vallon, le 6 mars 2024, en deux exemplaires.', '2024-03-06'],
  ['The text.\n\nDone at Eastport on this 10th day of March 2024, in duplicate.', '2024-03-10'],
  ['اجتمع الوزيران في المقر.\n\nحرر بالعيون في 7 مارس 2024.', '2024-03-07'],
  ['Le texte.\n\nSignée à Port-Vallon le 9 juin 2021, la convention est en vigueur.', null],
  ['Le texte.\n\nFait à Port-Vallon, le 6 mars 2021 marque un tournant.', null],
])('reads the day of signature of %j', (body, signedOn) => {
  const described = read(`Titre du texte\n\n08/03/2024\n\n${body}`)
  expect([dateOf(described, 'signed'), dateOf(described, 'event')]).toEqual([signedOn, null])
})

test.each([
  ['Réf. : DGI-45/2024', 'DGI-45/2024'],
  ['Communiqué de presse n° 45-2024 (rectificatif)', '45-2024'],
  ['رقم 12/2025', '12/2025'],
  ['Press release no. 2024/7', '2024/7'],
])('reads the reference of %j and takes the next line for the title', (line, code) => {
  const wording = readPlainText(
    `${line}\n\nVisite du ministre de la Pêche\n\n22 novembre 2024\n\nLe ministre a visité le port.`,
    detect,
  )
  const described = describe({ ...wording, fileName: 'texte.txt' })
  expect(described.referenceCode?.value).toBe(code)
  expect(wording.title).toBe('Visite du ministre de la Pêche')
  expect(wording.paragraphs).toHaveLength(1)
})

test.each([
  'Le ministre a remis mercredi à Salma Exemple la médaille. Mme Salma Exemple, directrice de la pêche, a remercié.',
  'Le ministre a transmis mercredi à Madame la directrice le rapport.',
  'Le ministre a demandé mercredi à ANP un rapport sur les ports.',
  'La convention signée à Port-Vallon le 9 juin 2021 fixe les quotas de pêche.',
])('takes no person, body or older date for the place of the event: %s', (body) => {
  expect(read(`Titre du texte\n\n08/03/2024\n\n${body}`).places).toEqual([])
})

test('names both bodies of a joint text, the first first', () => {
  const described = read(
    'Joint Statement on Ports\n\n8 March 2024\n\nThe two sides met on Monday in Eastport, according to a joint statement of the Ministry of Fisheries and Trade and the Department of Ports.',
  )
  expect(described.kind).toBe('joint-communique')
  expect(described.issuers.map(({ value }) => value)).toEqual([
    'Ministry of Fisheries and Trade',
    'Department of Ports',
  ])
  expect(described.places[0]?.value).toBe('Eastport')
})

test('dates an event by a day without its year', () => {
  const described = read(
    'Colloque sur les ports\n\n22 novembre 2024\n\nLe colloque s’est tenu le mercredi 20 novembre au siège.',
  )
  expect(dateOf(described, 'event')).toBe('2024-11-20')
})

group.skipIf(!hasCorpus)('the corpus', () => {
  const readFile = (file: string): readonly [PlainText, Description] => {
    const decoded = decodeText(readFileSync(path.join(corpus, file)))
    if (!decoded.ok) throw new Error(decoded.reason)
    const wording = readPlainText(decoded.value.text, detect)
    return [wording, describe({ ...wording, fileName: path.basename(file) })]
  }

  test('reads the first communiqué exactly', () => {
    const [file = ''] = globSync('seed/*.txt', { cwd: corpus })
    const [wording, described] = readFile(file)
    expect(wording.paragraphs).toHaveLength(12)
    expect(described.dates.map(({ role, value, rule }) => [role, value, rule])).toEqual([
      ['header', '2025-04', 'crawl-header'],
      ['published', '2025-04-16', 'date-line'],
      ['event', '2025-04-14', 'fr-weekday'],
    ])
    expect(described.persons).toHaveLength(4)
    expect(described.countries.map(({ code }) => code).toSorted()).toEqual(['FR', 'MA'])
    expect(described.instruments).toHaveLength(3)
  })

  const files = hasCorpus
    ? globSync('{seed,seedlike,synthetic}/*.txt', { cwd: corpus }).toSorted()
    : []

  test.each(files)('every value of %s quotes its own words', (file) => {
    const [wording, described] = readFile(file)
    const pieces = [
      wording.titleEvidence,
      ...described.dates.map(({ evidence }) => evidence),
      ...[described.issuer, described.publisher, described.referenceCode].map(
        (one) => one?.evidence,
      ),
      ...[described.places, described.persons, described.countries, described.instruments].flatMap(
        (found) => found.map(({ evidence }) => evidence),
      ),
    ].filter((evidence) => evidence != null)
    for (const { part, start, end, quote } of pieces) {
      if (start === null || end === null) continue
      expect((part === 'preamble' ? wording.preamble : wording.text).slice(start, end)).toBe(quote)
    }
    expect(pieces.length).toBeGreaterThan(0)
  })
})
