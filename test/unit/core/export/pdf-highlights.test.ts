import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { pageFromRecord } from '../../../../electron/core/export/page-model.ts'
import { COLOURS } from '../../../../electron/core/export/pdf-native-notes.ts'
import type { Annotation } from '../../../../shared/model/annotation.ts'
import type { CommuniqueRecord } from '../../../../shared/model/communique.ts'
import { aNote, aRecord } from '../../../fixtures/export/records.ts'
import {
  arabicSample,
  englishSample,
  frenchSample,
  type Sample,
} from '../../../fixtures/export/samples.ts'
import { commonLength } from '../../../support/extraction.ts'
import { auditPdf } from '../../../support/pdf-audit.ts'
import {
  EXPORTED_AT,
  openedEngine,
  pdfPlaces,
  samplePage,
  textOfPdf,
  writtenFile,
} from '../../../support/pdf-tools.ts'
import { readHighlights } from '../../../support/pdf-under-quads.ts'
import { hasProgram, runProgram } from '../../../support/program.ts'
import { randomFromSeed } from '../../../support/random.ts'

const engine = await openedEngine('native')
const lettersOf = (text: string): string => text.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]/gu, '')

/**
 * Twice what both have in common over what both have: 1 where nothing is missing and nothing more.
 * In order from left to right; from right to left, PDFium puts the figures of a line elsewhere in
 * it, and the letters are counted.
 */
function overlap(one: string, other: string, isOrdered: boolean): number {
  const [a, b] = [one, other].map((text) =>
    isOrdered ? lettersOf(text) : Array.from(lettersOf(text)).toSorted().join(''),
  )
  return (2 * commonLength(a ?? '', b ?? '')) / ((a ?? '').length + (b ?? '').length)
}

/** The texts of a sample, one after the other until they fill several pages. */
function longRecord({ record }: Sample): CommuniqueRecord {
  const { version, communique } = record
  const paragraphs = version.text.split('\n\n')
  return aRecord({
    id: `long-${communique.id}`,
    language: version.language,
    title: version.title,
    paragraphs: [...paragraphs, ...paragraphs, ...paragraphs],
  })
}

/** Passages from one word to another, up to sixty words long, anywhere in a text. */
function randomNotes(record: CommuniqueRecord, count: number, seed: number): readonly Annotation[] {
  const random = randomFromSeed(seed)
  const { text } = record.version
  const words = [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)]
  return Array.from({ length: count }, (_, i) => {
    const first = random.below(words.length - 1)
    const last = Math.min(words.length - 1, first + random.below(60))
    const start = words[first]?.index ?? 0
    const end = (words[last]?.index ?? 0) + (words[last]?.[0].length ?? 0)
    const exact = text.slice(start, end)
    const note = aNote(record, { on: exact, body: `Note ${i}`, by: `Officier ${i}` })
    return { ...note, id: `note-${seed}-${i}`, target: { ...note.target, start, end, exact } }
  })
}

describe.skipIf(!hasProgram('qpdf'))('highlights of the PDF format', () => {
  test('stand on their passages: a hundred drawn at random, across lines, pages and each other', async () => {
    let [several, crossing, checked, worst] = [0, 0, 0, 1]
    for (const [sample, count] of [
      [frenchSample(), 60],
      [arabicSample(), 40],
    ] as const) {
      const record = longRecord(sample)
      const notes = randomNotes(record, count, count)
      const labelLanguage = record.version.language === 'ar' ? 'ar' : 'fr'
      const page = pageFromRecord(record, notes, { exportedAt: EXPORTED_AT, labelLanguage })
      const { bytes, notes: placement } = engine.render(page, { notes: 'native' })
      expect(placement).toBe('native')
      const file = writtenFile(bytes)
      expect(auditPdf(file)).toEqual([])
      const found = await readHighlights(file, bytes)
      for (const note of notes) {
        const own = found.filter(({ id }) => id === note.id)
        expect(own.length).toBeGreaterThan(0)
        expect(own[0]).toMatchObject({ author: note.createdBy, contents: note.body })
        if (own.length > 1) crossing += 1
        if (own.some(({ quadCount }) => quadCount > 1)) several += 1
        const under = own.map((one) => one.under).join('')
        const isOrdered = record.version.direction === 'ltr'
        worst = Math.min(worst, overlap(under, note.target.exact, isOrdered))
        checked += 1
      }
    }
    expect(checked).toBe(100)
    expect(worst).toBeGreaterThanOrEqual(0.97)
    expect(several).toBeGreaterThan(30)
    expect(crossing).toBeGreaterThan(3)
  }, 180_000)

  test('the measure finds a passage that is one word off', async () => {
    const { record } = frenchSample()
    const note = aNote(record, { on: 'un plan commun de dragage', body: 'Ici.' })
    const page = pageFromRecord(record, [note], { exportedAt: EXPORTED_AT, labelLanguage: 'fr' })
    const { bytes } = engine.render(page, { notes: 'native' })
    const [found] = await readHighlights(writtenFile(bytes), bytes)
    expect(overlap(found?.under ?? '', 'un plan commun de dragage', true)).toBe(1)
    for (const isOrdered of [true, false]) {
      const other = overlap(found?.under ?? '', 'convenues d’un plan commun de', isOrdered)
      expect(other).toBeLessThan(0.97)
    }
  })

  test.each([frenchSample(), arabicSample(), englishSample()])(
    'break no rule, say what the notes say and in which language: $record.version.language',
    async (sample) => {
      const page = samplePage(sample)
      const { bytes } = engine.render(page, { notes: 'native' })
      const file = writtenFile(bytes)
      expect(auditPdf(file)).toEqual([])
      expect(runProgram('qpdf', ['--check', file])).toContain('No syntax or stream')
      const found = await readHighlights(file, bytes)
      expect(new Set(found.map(({ id }) => id)).size).toBe(sample.notes.length)
      for (const note of sample.notes) {
        const own = found.find(({ id }) => id === note.id)
        expect(own?.contents).toContain(note.body === '' ? note.target.exact : note.body)
        for (const tag of note.tags) expect(own?.subject).toContain(`#${tag}`)
        expect(own?.annotation['/CreationDate']).toBe('u:D:20310503100000Z')
      }
      const languages = new Set(
        Buffer.from(bytes)
          .toString('latin1')
          .match(/\/S \/Annot.*?\/Lang \(\w+\)/gu),
      )
      expect(languages.size).toBe(new Set(sample.notes.map((one) => one.bodyLanguage)).size)
    },
  )

  test('the audit finds one that is out of the structure or silent', () => {
    const { bytes } = engine.render(samplePage(frenchSample()), { notes: 'native' })
    const spoilt = (from: RegExp, to: (found: string) => string): readonly string[] => {
      const text = Buffer.from(bytes).toString('latin1')
      const changed = text.replace(from, (found) => to(found).padEnd(found.length))
      expect(changed).not.toBe(text)
      return auditPdf(writtenFile(Buffer.from(changed, 'latin1'))).map(({ rule }) => rule)
    }
    expect(spoilt(/\/F 4 \/P/u, () => '/F 0 /P')).toContain('A 6.3.2')
    expect(spoilt(/\/AP << \/N \d+ 0 R >>/u, () => '')).toContain('A 6.3.3')
    expect(spoilt(/\/Contents <[\dA-F]+>/u, () => '')).toContain('UA 7.18.5')
    expect(spoilt(/\/S \/Annot/u, () => '/S /P')).toContain('UA 7.18.1')
  })

  test('are of the colours that the printed page has', () => {
    const template = readFileSync(path.join(pdfPlaces.templatesFolder, 'fonds.typ'), 'utf8')
    for (const [kind, colour] of Object.entries(COLOURS)) {
      const hex = colour.toString(16).padStart(6, '0')
      expect(template).toContain(`${kind}: (fill: rgb("#${hex}")`)
    }
  })

  test('leave the page unpainted, and print after the text what has no passage', () => {
    const sample = englishSample()
    const lost = aNote(sample.record, { on: 'words that are not there', body: 'A lost note.' })
    const choices = { exportedAt: EXPORTED_AT, labelLanguage: 'en' as const }
    const page = pageFromRecord(sample.record, [...sample.notes, lost], choices)
    const { bytes } = engine.render(page, { notes: 'native' })
    const text = textOfPdf(writtenFile(bytes))
    expect(text).toContain('A lost note.')
    expect(text).not.toContain('Is this the agreed position?')
  })

  test('hold no word of a private note unless it is asked for', async () => {
    const { record } = frenchSample()
    const hidden = aNote(record, { on: 'un plan commun', body: 'Zxqvjk', visibility: 'private' })
    const choices = { exportedAt: EXPORTED_AT, labelLanguage: 'fr' as const }
    const found = async (includePrivate: boolean) => {
      const page = pageFromRecord(record, [hidden], { ...choices, includePrivate })
      const { bytes } = engine.render(page, { notes: 'native' })
      return readHighlights(writtenFile(bytes), bytes)
    }
    expect(await found(false)).toEqual([])
    expect(await found(true)).toMatchObject([{ contents: 'Zxqvjk' }])
  })
})
