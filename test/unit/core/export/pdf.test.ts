import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { pageFromRecord } from '../../../../electron/core/export/page-model.ts'
import { aNote, aRecord } from '../../../fixtures/export/records.ts'
import { arabicSample, englishSample, frenchSample } from '../../../fixtures/export/samples.ts'
import { auditPdf } from '../../../support/pdf-audit.ts'
import {
  EXPORTED_AT,
  openedEngine,
  renderedFile,
  samplePage,
  textOfPdf,
  uncompressedPdf,
  writtenFile,
} from '../../../support/pdf-tools.ts'
import { commonLength } from '../../../support/extraction.ts'
import { hasProgram, runProgram } from '../../../support/program.ts'

const engine = await openedEngine('native')
const samples = { fr: frenchSample(), ar: arabicSample(), en: englishSample() }
const placements = ['none', 'end', 'margin'] as const
const variants = Object.entries(samples).flatMap(([language, sample]) =>
  placements.map((notes) => ({ language, notes, page: samplePage(sample) })),
)
const original = new TextEncoder().encode('Texte d’origine, inventé.\n')
const attachments = [
  {
    name: 'Communiqué (copie) n° 1.txt',
    mediaType: 'text/plain',
    relationship: 'source',
    description: 'Fichier d’origine',
    bytes: original,
  },
  {
    name: 'annotations.jsonld',
    mediaType: 'application/ld+json',
    relationship: 'supplement',
    description: 'Annotations',
    bytes: new TextEncoder().encode('{"@context":"http://www.w3.org/ns/anno.jsonld"}'),
  },
] as const

const choices = { exportedAt: EXPORTED_AT, labelLanguage: 'fr' } as const
const lettersOf = (text: string): string => text.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]/gu, '')
const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

describe('the same page', () => {
  test('gives the same bytes from both compilers, in every language and layout', async () => {
    const reference = await openedEngine('wasm')
    expect(reference.compiler).toBe('wasm')
    if (engine.compiler === 'wasm') {
      process.stdout.write('no native compiler on this machine: compared with itself\n')
    }
    for (const { page, notes } of variants) {
      const [one, two] = [engine, reference].map((e) => e.render(page, { notes, attachments }))
      expect(digest(one?.bytes ?? original)).toBe(digest(two?.bytes ?? original))
    }
  })

  test('gives the same bytes again after other pages', () => {
    const page = samplePage(samples.fr)
    const first = digest(engine.render(page, { notes: 'end', attachments }).bytes)
    engine.render(samplePage(samples.ar), { notes: 'margin' })
    expect(digest(engine.render(page, { notes: 'end', attachments }).bytes)).toBe(first)
    expect(digest(engine.render({ ...page, title: 'Autre' }, { notes: 'end' }).bytes)).not.toBe(
      first,
    )
  })
})

describe.skipIf(!hasProgram('qpdf'))('conformance', () => {
  test.each(variants)('$language with notes $notes breaks no rule', ({ page, notes }) => {
    const file = renderedFile(engine, page, { notes, attachments })
    expect(auditPdf(file)).toEqual([])
    expect(runProgram('qpdf', ['--check', file])).toContain('No syntax or stream')
  })

  test('the audit finds what the compiler alone leaves out', () => {
    const { bytes } = engine.render(samplePage(samples.fr), { notes: 'none', attachments })
    const text = Buffer.from(bytes).toString('latin1')
    const compiled = text.slice(0, text.lastIndexOf('%%EOF', text.length - 8) + 6)
    const file = writtenFile(Buffer.from(compiled, 'latin1'))
    const rules = new Set(auditPdf(file).map((finding) => finding.rule))
    expect([...rules]).toEqual(
      expect.arrayContaining(['A 6.6.4', 'UA 5', 'UA 7.1', 'A 6.2.3', 'A 6.8']),
    )
  })
})

describe.skipIf(!hasProgram('pdftotext'))('extraction', () => {
  test.each(['fr', 'en'] as const)('%s text comes back exactly', (language) => {
    const sample = samples[language]
    const file = renderedFile(engine, samplePage(sample), { notes: 'none' })
    const extracted = textOfPdf(file)
      .replaceAll(/\u{ad}\n/gu, '')
      .replaceAll(/\s+/gu, ' ')
    for (const words of sample.record.version.text.split('\n\n')) {
      if (/\p{Script=Arabic}/u.test(words)) continue
      expect(extracted).toContain(words.replaceAll(/\s+/gu, ' '))
    }
  })

  test('nine Arabic letters in ten come back in order', () => {
    const { record } = samples.ar
    const file = renderedFile(engine, samplePage(samples.ar), { notes: 'none' })
    const expected = lettersOf(record.version.text)
    const shared = commonLength(expected, lettersOf(textOfPdf(file)))
    expect(shared / expected.length).toBeGreaterThanOrEqual(0.9)
  })

  test('notes are printed whole, with author, day, tags and passage', () => {
    for (const notes of ['end', 'margin'] as const) {
      const text = textOfPdf(renderedFile(engine, samplePage(samples.en), { notes }))
      const flat = text.replaceAll(/\s+/gu, ' ')
      expect(flat).toContain('Firm deadline: remind the service on 15 June.')
      expect(flat).toContain('Coast Directorate')
      expect(flat).toContain('#deadline')
    }
  })

  test('an unconfirmed date of the event says so', () => {
    const text = textOfPdf(renderedFile(engine, samplePage(samples.fr), { notes: 'none' }))
    expect(text).toContain('Valmer, le 30 avril 2031')
    expect(text).toMatch(/28 avril 2031 \(à confirmer\)/u)
  })
})

describe.skipIf(!hasProgram('pdfdetach'))('attachments', () => {
  test('come out with their names and their bytes', () => {
    const file = renderedFile(engine, samplePage(samples.fr), { notes: 'none', attachments })
    const folder = mkdtempSync(path.join(tmpdir(), 'fonds-attached-'))
    runProgram('pdfdetach', ['-enc', 'UTF-8', '-saveall', '-o', folder, file])
    for (const { name, bytes } of attachments) {
      expect(digest(readFileSync(path.join(folder, name)))).toBe(digest(bytes))
    }
  })
})

describe('notes in the margin', () => {
  test('move to the end when a page has no room for them', () => {
    const { record } = samples.en
    const words = record.version.text.split(/\s+/u).filter((word) => word.length > 3)
    const many = words.slice(0, 40).map((on, i) =>
      aNote(record, {
        on,
        body: 'Une remarque assez longue pour tenir sur deux lignes.',
        by: `${i}`,
      }),
    )
    const page = pageFromRecord(record, many, choices)
    const rendering = engine.render(page, { notes: 'margin' })
    expect(rendering.notes).toBe('end')
    expect(
      engine.render(pageFromRecord(record, many.slice(0, 3), choices), { notes: 'margin' }).notes,
    ).toBe('margin')
  })

  test('move to the end when a note has no passage to stand beside', () => {
    const { record } = samples.en
    const lost = aNote(record, { on: 'words that are not there', body: 'A note.' })
    const page = pageFromRecord(record, [lost], choices)
    expect(engine.render(page, { notes: 'margin' }).notes).toBe('end')
  })
})

describe.skipIf(!hasProgram('qpdf'))('a private note', () => {
  const secret = 'Zxqvjk'
  const { record } = samples.fr
  const notes = [
    aNote(record, {
      on: 'un plan commun',
      body: secret,
      tags: [`t${secret}`],
      by: `a${secret}`,
      visibility: 'private',
    }),
    aNote(record, { on: 'relevé', body: 'Visible.' }),
  ]
  const searched = (includePrivate: boolean): string => {
    const page = pageFromRecord(record, notes, { ...choices, includePrivate })
    const file = renderedFile(engine, page, { notes: 'end' })
    return `${uncompressedPdf(file)}${hasProgram('pdftotext') ? textOfPdf(file) : ''}`
  }

  test('is nowhere in the uncompressed file', () => {
    expect(searched(false)).not.toContain(secret)
  })

  test('is there, and marked as private, when it is asked for', () => {
    const text = searched(true)
    expect(text).toContain(secret)
    expect(text).toContain('note privée')
  })
})

describe('hostile text', () => {
  const paragraphs = [
    'Contrôle \u0000\u0007\u001b et \ud800 seul, \ufeff marque, \u{1f600} et 中.',
    '#import "x" *gras* _it_ $x^2$ #{panic()} `brut` = Titre @ref <label> // fin -- "a"',
    'x'.repeat(5000),
    '',
    ' ',
    'م'.repeat(1000),
  ]
  const record = aRecord({
    id: 'hostile',
    language: 'fr',
    title: 'Un <titre> & \u0001 #panic()',
    issuer: '“Émetteur” \u{1f600}',
    paragraphs,
  })
  const page = pageFromRecord(record, [], choices)

  test('is printed, and what could not be is listed', () => {
    const { substitutions } = engine.render(page, { notes: 'end' })
    expect(substitutions.map((s) => s.codePoint)).toEqual([
      'U+0000',
      'U+0001',
      'U+0007',
      'U+001B',
      'U+4E2D',
      'U+D800',
      'U+FEFF',
      'U+1F600',
    ])
    expect(engine.render(samplePage(samples.ar), { notes: 'end' }).substitutions).toEqual([])
  })

  test.skipIf(!hasProgram('pdftotext'))('is never taken for markup', () => {
    const text = textOfPdf(renderedFile(engine, page, { notes: 'none' }))
    expect(text.replaceAll(/\u{ad}?\s+/gu, ' ')).toContain(paragraphs[1])
    const long = text.match(/x{20,}/gu)?.join('') ?? ''
    expect(long).toHaveLength(5000)
  })

  test.skipIf(!hasProgram('pdffonts'))('uses the shipped fonts only', () => {
    const listed = runProgram('pdffonts', [renderedFile(engine, page, { notes: 'none' })])
    const names = listed
      .split('\n')
      .slice(2)
      .flatMap((line) => /\+(\w+)/u.exec(line)?.[1] ?? [])
    expect(names.length).toBeGreaterThan(3)
    const shipped = /^(?:SourceSerif4|SourceSans3|SourceCodePro|Amiri|NotoSansTifinagh)$/u
    expect(names.filter((name) => !shipped.test(name))).toEqual([])
  })

  test.skipIf(!hasProgram('qpdf'))('breaks no rule', () => {
    expect(auditPdf(renderedFile(engine, page, { notes: 'none' }))).toEqual([])
  })
})
