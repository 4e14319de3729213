import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe as group, expect, test } from 'vitest'
import { z } from 'zod'
import { describe } from '../../../../../electron/core/ingest/describe/describe.ts'
import type { Description } from '../../../../../electron/core/ingest/describe/description.ts'
import { loadLanguageDetector } from '../../../../../electron/core/ingest/text/language.ts'
import { readPlainText } from '../../../../../electron/core/ingest/text/read-plain-text.ts'
import type { PlainText } from '../../../../../electron/core/ingest/text/read-plain-text.ts'

const samples = path.resolve(import.meta.dirname, '../../../../../resources/sample')
const detect = await loadLanguageDetector()

const stated = z.string().nullable()
const cardSchema = z.object({
  title: z.string(),
  language: z.string(),
  kind: z.string(),
  issuers: z.array(z.string()),
  publisher: stated,
  referenceCode: stated,
  headerOn: stated,
  publishedOn: stated,
  signedOn: stated,
  eventOn: stated,
  eventWords: stated,
  place: stated,
  preambleLines: z.int(),
  paragraphCount: z.int(),
})
type Card = z.infer<typeof cardSchema>

const cards = z
  .object({ files: z.record(z.string(), cardSchema) })
  .parse(JSON.parse(readFileSync(path.join(samples, 'expected.json'), 'utf8'))).files

/** The file name says nothing here: everything is read in the text. */
function readSample(file: string): readonly [PlainText, Description] {
  const wording = readPlainText(readFileSync(path.join(samples, file), 'utf8'), detect)
  return [wording, describe({ ...wording, fileName: 'texte.txt' })]
}

const dateOf = ({ dates }: Description, role: string): string | null =>
  dates.find((date) => date.role === role)?.value ?? null

/** A wire that quotes no body is its agency's own. */
const speakersOf = ({ issuers, publisher }: Card): readonly string[] =>
  issuers.length === 0 && publisher !== null ? [publisher] : issuers

const fold = (name: string | null): string | undefined => name?.toLowerCase()

group.each(Object.entries(cards))('%s', (file, card) => {
  const [wording, described] = readSample(file)

  test('is parted into its title, the lines above the text and its paragraphs', () => {
    expect(wording.title).toBe(card.title)
    expect(wording.titleEvidence?.part).toBe('preamble')
    expect(wording.language).toBe(card.language)
    expect(wording.paragraphs).toHaveLength(card.paragraphCount)
    expect(wording.preamble.split('\n').filter((line) => line.trim() !== '')).toHaveLength(
      card.preambleLines,
    )
  })

  test('has every date of its card and no other', () => {
    expect({
      header: dateOf(described, 'header'),
      published: dateOf(described, 'published'),
      signed: dateOf(described, 'signed'),
      event: dateOf(described, 'event'),
    }).toEqual({
      header: card.headerOn,
      published: card.publishedOn,
      signed: card.signedOn,
      event: card.eventOn,
    })
    expect(described.dates).toHaveLength(
      [card.headerOn, card.publishedOn, card.signedOn, card.eventOn].filter(Boolean).length,
    )
  })

  test('proves its event by words of the text, never settled', () => {
    const events = described.dates.filter(({ role }) => role === 'event')
    expect(events.every(({ settlement }) => settlement === 'unconfirmed')).toBe(true)
    const words = events.map(({ evidence }) => evidence?.quote ?? '')
    expect(
      words.filter((quote) => quote === '' || card.eventWords?.includes(quote) !== true),
    ).toEqual([])
  })

  test('says what it is, who speaks, who relays and under which number', () => {
    expect(described.kind).toBe(card.kind)
    expect(described.issuers.map(({ value }) => value)).toEqual(speakersOf(card))
    expect(described.issuer?.value ?? null).toBe(speakersOf(card)[0] ?? null)
    expect(described.publisher?.value ?? null).toBe(card.publisher)
    expect(described.referenceCode?.value ?? null).toBe(card.referenceCode)
  })

  test('names the place of its event, and beside it only that of its dateline', () => {
    const named = described.places.map(({ value }) => fold(value))
    expect(named).toEqual(expect.arrayContaining(card.place === null ? [] : [fold(card.place)]))
    const others = described.places.filter(({ value }) => fold(value) !== fold(card.place))
    expect(others.filter(({ rule }) => rule !== 'dateline-place')).toEqual([])
  })

  test('raises no warning', () => {
    expect(described.warnings).toEqual([])
  })
})
