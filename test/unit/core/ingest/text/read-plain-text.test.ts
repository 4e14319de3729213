import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { decodeText } from '../../../../../electron/core/ingest/decode.ts'
import { loadLanguageDetector } from '../../../../../electron/core/ingest/text/language.ts'
import { readPlainText } from '../../../../../electron/core/ingest/text/read-plain-text.ts'

const detect = await loadLanguageDetector()
const read = (source: string): ReturnType<typeof readPlainText> => readPlainText(source, detect)
const paragraphsOf = ({ text, paragraphs }: ReturnType<typeof read>): readonly string[] =>
  paragraphs.map(({ start, end }) => text.slice(start, end))

const corpus = path.resolve(import.meta.dirname, '../../../../../../shared/corpus')
const hasCorpus = existsSync(corpus)
if (!hasCorpus)
  process.stdout.write('read-plain-text: the corpus is absent, its files are not read\n')

describe('readPlainText', () => {
  test('parts a crawl header, a title and a date line from the body', () => {
    const wording = read(
      ' date 2024-03 Les ministres de la pêche se réunissent\r\n\r\n08/03/2024\r\n\r\nLa réunion a eu lieu.\r\n\r\n\r\nElle a duré une heure.',
    )
    expect(wording.preamble).toBe(
      ' date 2024-03 Les ministres de la pêche se réunissent\n\n08/03/2024',
    )
    expect(wording.title).toBe('Les ministres de la pêche se réunissent')
    expect(wording.text).toBe('La réunion a eu lieu.\n\nElle a duré une heure.')
  })

  test('proves the title by its place in the preamble', () => {
    const { preamble, titleEvidence } = read('Titre du texte\n\n08/03/2024\n\nLe corps du texte.')
    expect(titleEvidence).toEqual({ part: 'preamble', start: 0, end: 14, quote: 'Titre du texte' })
    expect(preamble.slice(0, 14)).toBe('Titre du texte')
  })

  test('proposes the first sentence where a crawl header runs into the body', () => {
    const body =
      'Le ministre a présidé, ce mercredi 22 mai 2024, la réunion hebdomadaire du comité de suivi des programmes de développement au siège.'
    const wording = read(` date 2024-05 ${body}\n\n\n\nLa séance a duré une heure.`)
    expect(wording.preamble).toBe(' date 2024-05')
    expect(wording.title).toBe(body)
    expect(wording.titleEvidence?.part).toBe('text')
  })

  test('never takes an agency dateline for a title', () => {
    const wording = read(
      'بيروت 25 شوال 1436 هـ الموافق 10 اغسطس 2015 م واس\n\nعقد المجلس اجتماعه الأسبوعي اليوم.',
    )
    expect(wording.titleEvidence?.part).toBe('text')
    expect(wording.text).toBe('عقد المجلس اجتماعه الأسبوعي اليوم.')
  })

  test('does not take a title that ends with its date for a date line', () => {
    expect(
      read('Conseil des ministres du 29 mai 2024\n\n29/05/2024\n\nLe Conseil siège.').title,
    ).toBe('Conseil des ministres du 29 mai 2024')
  })

  test('leaves a byline, an hour and a repeated title above the body', () => {
    const wording = read(
      'Visite du port\nÉdité par : Rédaction\nMardi 14 mai 2024 – 17h 18\n\nVisite du port\n\nLe port a été visité.',
    )
    expect(wording.text).toBe('Le port a été visité.')
    expect(wording.title).toBe('Visite du port')
  })

  test('leaves the foot of a page out', () => {
    const wording = read(
      'Visite du port\n\n14/05/2024\n\nLe port a été visité.\n\nVoir aussi\n\nLaisser un commentaire\n\nVotre adresse e-mail ne sera pas publiée.',
    )
    expect(wording.text).toBe('Le port a été visité.')
  })

  test('puts lines broken at a fixed width together again', () => {
    const wording = read(
      [
        'Visite du port de pêche',
        '',
        'Le ministre de la pêche a visité ce matin le port en présence des',
        'représentants des marins, des mareyeurs et des autorités locales qui',
        'lui ont remis un mémoire sur les besoins du secteur et les projets de',
        'rénovation des quais.',
        '',
        'Il a annoncé une prochaine réunion consacrée à la formation ainsi que',
        'la création d’un fonds.',
      ].join('\n'),
    )
    expect(paragraphsOf(wording)).toHaveLength(2)
    expect(paragraphsOf(wording)[1]).toBe(
      'Il a annoncé une prochaine réunion consacrée à la formation ainsi que la création d’un fonds.',
    )
  })

  test('keeps single line ends between paragraphs that are not broken lines', () => {
    const wording = read(
      `Titre du texte\n\n08/03/2024\n\n${'Le premier paragraphe est long. '.repeat(8)}\nLe deuxième est court.\nLe troisième aussi.`,
    )
    expect(paragraphsOf(wording)).toHaveLength(3)
  })

  test('names language and direction by paragraph', () => {
    const wording = read(
      'Déclaration commune\n\n08/03/2024\n\nLes deux ministres ont salué la coopération entre leurs services.\n\nأشاد الوزيران بالتعاون القائم بين مصالح البلدين في مجال الأمن.\n\nBoth ministers welcomed the cooperation between their services and agreed to meet again.',
    )
    expect(wording.paragraphs.map(({ language, direction }) => `${language} ${direction}`)).toEqual(
      ['fr ltr', 'ar rtl', 'en ltr'],
    )
  })

  test('reads the front matter and the tags of a record', () => {
    const front = read(
      '---\ntitle: "Le port visité"\ndate: 2024-05-14\n---\n\n# Le port visité\n\nIl l’a été.',
    )
    expect([front.title, front.text]).toEqual(['Le port visité', 'Il l’a été.'])
    const record = read(
      '<DOC>\n<TITLE>زيارة الميناء</TITLE>\n<TIME>14/05/2024</TIME>\n<TEXT>\nزار الوزير الميناء.\n</TEXT>\n</DOC>',
    )
    expect([record.title, record.text]).toEqual(['زيارة الميناء', 'زار الوزير الميناء.'])
  })

  test('composes decomposed letters in the text and drops reordering marks from the title', () => {
    const wording = read(
      'De\u0301cret \u202Edu roi\u202C\n\n08/03/2024\n\nLe de\u0301cret est publie\u0301.',
    )
    expect(wording.text).toBe('Le décret est publié.')
    expect(wording.title).toBe('Décret du roi')
  })
})

describe.skipIf(!hasCorpus)('readPlainText on the corpus', () => {
  const files = hasCorpus
    ? globSync('{seed,seedlike,synthetic,ocr}/*.txt', { cwd: corpus }).toSorted()
    : []

  test.each(files)('%s is its paragraphs with one blank line between them', (file) => {
    const decoded = decodeText(readFileSync(path.join(corpus, file)))
    if (!decoded.ok) throw new Error(decoded.reason)
    const wording = read(decoded.value.text)
    expect(paragraphsOf(wording).join('\n\n')).toBe(wording.text)
    expect(wording.text).toBe(wording.text.normalize('NFC'))
    expect(
      paragraphsOf(wording).every((text) => text === text.trim() && !text.includes('\n')),
    ).toBe(true)
  })
})
