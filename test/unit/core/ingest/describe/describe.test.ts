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
