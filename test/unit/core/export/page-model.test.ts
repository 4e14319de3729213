import { describe, expect, test } from 'vitest'
import { pageFromRecord, type PageModel } from '../../../../electron/core/export/page-model.ts'
import type { Annotation } from '../../../../shared/model/annotation.ts'
import type { CommuniqueRecord } from '../../../../shared/model/communique.ts'
import { aDate, aNote, aRecord } from '../../../fixtures/export/records.ts'
import { frenchSample } from '../../../fixtures/export/samples.ts'

const choices = { exportedAt: '2031-05-04T08:07:06.000Z', labelLanguage: 'fr' } as const

const pageOf = (
  record: CommuniqueRecord,
  notes: readonly Annotation[] = [],
  more: { includePrivate?: boolean } = {},
): PageModel => pageFromRecord(record, notes, { ...choices, ...more })

const record = aRecord({
  id: 'short',
  language: 'fr',
  title: 'Essai',
  paragraphs: ['Un premier alinéa.', 'Un second alinéa, plus long.'],
})

describe('paragraphs', () => {
  test('the runs of the paragraphs are the text of the version, unaltered', () => {
    const sample = frenchSample()
    const paragraphs = pageOf(sample.record).paragraphs.map((paragraph) =>
      paragraph.runs.map((run) => run.text).join(''),
    )
    expect(paragraphs.join('\n\n')).toBe(sample.record.version.text)
  })

  test('Arabic words in a French paragraph are a run of their own', () => {
    const mixed = aRecord({
      id: 'mixed',
      language: 'fr',
      title: 'Essai',
      paragraphs: ['Le mot « ميناء الفجر » est un nom.'],
    })
    expect(pageOf(mixed).paragraphs[0]?.runs).toEqual([
      { text: 'Le mot « ', language: 'fr', direction: 'ltr' },
      { text: 'ميناء الفجر', language: 'ar', direction: 'rtl' },
      { text: ' » est un nom.', language: 'fr', direction: 'ltr' },
    ])
  })
})

describe('marks and notes', () => {
  test('notes are numbered in the order of their passages, whatever the order given', () => {
    const page = pageOf(record, [
      aNote(record, { on: 'second', body: 'b' }),
      aNote(record, { on: 'premier', body: 'a' }),
    ])
    expect(page.notes.map((note) => [note.number, note.quote])).toEqual([
      [1, 'premier'],
      [2, 'second'],
    ])
    expect(page.paragraphs[1]?.marks).toMatchObject([{ start: 3, end: 9, number: 2, isLast: true }])
  })

  test('a passage over two paragraphs is marked in both and numbered in the last', () => {
    const page = pageOf(record, [aNote(record, { on: 'alinéa.\n\nUn second', body: 'a' })])
    expect(page.paragraphs.map((paragraph) => paragraph.marks)).toMatchObject([
      [{ start: 11, end: 18, isLast: false }],
      [{ start: 0, end: 9, isLast: true }],
    ])
  })

  test('a passage of nothing but the gap between paragraphs is kept without a place', () => {
    const page = pageOf(record, [aNote(record, { on: '\n\n', body: 'a' })])
    expect(page.notes).toMatchObject([{ isPlaced: false }])
  })

  test('a passage that runs into the gap is numbered in the paragraph it ends in', () => {
    const page = pageOf(record, [aNote(record, { on: 'alinéa.\n\n', body: 'a' })])
    expect(page.paragraphs.map((paragraph) => paragraph.marks)).toMatchObject([
      [{ start: 11, end: 18, isLast: true }],
      [],
    ])
  })

  test('a bare highlight is coloured and has neither number nor note', () => {
    const page = pageOf(record, [aNote(record, { on: 'premier', kind: 'highlight' })])
    expect(page.notes).toEqual([])
    expect(page.paragraphs[0]?.marks).toMatchObject([{ kind: 'highlight', number: null }])
  })

  test('a highlight with a tag keeps its note, for the tag would be lost', () => {
    const page = pageOf(record, [
      aNote(record, { on: 'premier', kind: 'highlight', tags: ['position'] }),
    ])
    expect(page.notes.map((note) => note.tags)).toEqual([['position']])
  })

  test('a private note is absent unless it is asked for', () => {
    const notes = [aNote(record, { on: 'premier', body: 'a', visibility: 'private' })]
    expect(pageOf(record, notes).notes).toEqual([])
    expect(pageOf(record, notes).paragraphs[0]?.marks).toEqual([])
    expect(pageOf(record, notes, { includePrivate: true }).notes).toMatchObject([
      { text: 'a', isPrivate: true },
    ])
  })

  test('a withdrawn note is absent even when private notes are included', () => {
    const withdrawn = { ...aNote(record, { on: 'premier', body: 'a' }), withdrawn: true }
    expect(pageOf(record, [withdrawn], { includePrivate: true }).notes).toEqual([])
  })

  test('a note whose words are no longer there is kept without a place, after the others', () => {
    const lost = aNote(record, { on: 'absent du texte', body: 'a' })
    const page = pageOf(record, [lost, aNote(record, { on: 'second', body: 'b' })])
    expect(page.notes).toMatchObject([
      { quote: 'second', isPlaced: true },
      { quote: 'absent du texte', isPlaced: false },
    ])
    expect(page.paragraphs.flatMap((paragraph) => paragraph.marks)).toHaveLength(1)
  })
})

describe('description', () => {
  test('a rejected date is never printed and a confirmed one wins over a stated one', () => {
    const dated = aRecord({
      id: 'dated',
      language: 'fr',
      title: 'Essai',
      paragraphs: ['Texte.'],
      dates: [
        aDate('published', '2031-04-29', { settlement: 'rejected' }),
        aDate('published', '2031-04-30'),
        aDate('event', '2031-04-27'),
        aDate('event', '2031-04-28', { origin: 'deduced', settlement: 'confirmed' }),
        aDate('header', '2031-04'),
      ],
    })
    expect(pageOf(dated).dates).toEqual([
      {
        role: 'published',
        value: '2031-04-30',
        precision: 'day',
        isConfirmed: false,
        isStated: true,
      },
      { role: 'event', value: '2031-04-28', precision: 'day', isConfirmed: true, isStated: false },
      { role: 'header', value: '2031-04', precision: 'month', isConfirmed: false, isStated: true },
    ])
  })

  test('a folder the file came from is not an address to print', () => {
    const { version } = record
    const local = { ...version, source: { ...version.source, origin: 'C:\\Users\\agent\\cle' } }
    expect(pageOf({ ...record, version: local }).provenance.url).toBeNull()
    expect(pageOf(record).provenance.url).toBe('https://communiques.example/short')
  })
})
