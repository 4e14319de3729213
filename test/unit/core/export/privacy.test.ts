import { describe, expect, test } from 'vitest'
import { exportFormatSchema, type ExportFormat } from '../../../../shared/channels/export.ts'
import type { AnnotationKind } from '../../../../shared/model/annotation.ts'
import { aNote } from '../../../fixtures/export/records.ts'
import { arabicSample, frenchSample, type Sample } from '../../../fixtures/export/samples.ts'
import { anOffice } from '../../../support/annotated.ts'
import { addSample, exported, unpacked } from '../../../support/exported.ts'
import { textOfPdf, writtenFile } from '../../../support/pdf-tools.ts'
import { hasProgram } from '../../../support/program.ts'

/** Fifty strings that stand in private annotations only: as words, as tags and as authors. */
const SECRETS = Array.from({ length: 50 }, (_, i) => `qz${String(i).padStart(2, '0')}vkxw`)
const KINDS: readonly AnnotationKind[] = ['comment', 'commitment', 'quotation', 'question']
const OPEN_WORDS = 'jmhrtx'
const hasPdfText = hasProgram('pdftotext')

/** A sample with half of the private strings, some in notes that are all private, and one open note. */
function withSecrets({ record, notes }: Sample, secrets: readonly string[]): Sample {
  const words = record.version.text.match(/\p{L}{5,}/gu) ?? []
  const hidden = Array.from({ length: Math.ceil(secrets.length / 3) }, (_, i) => {
    const [body = '', tag = '', by = 'Officier'] = secrets.slice(3 * i, 3 * i + 3)
    return aNote(record, {
      on: words[i * 2] ?? '',
      body: `${body} À relire.`,
      tags: tag === '' ? [] : [tag],
      by,
      kind: KINDS[i % KINDS.length] ?? 'comment',
      visibility: 'private',
    })
  })
  const open = aNote(record, { on: words[1] ?? '', body: OPEN_WORDS, tags: ['suivi'] })
  return { record, notes: [...notes, ...hidden, open] }
}

/** As text may be written in a file: UTF-8, UTF-16 either way, and UTF-16 in hexadecimal digits. */
function holds(bytes: Buffer, words: string): boolean {
  const utf16 = Buffer.from(words, 'utf16le')
  const swapped = Buffer.from(utf16).swap16()
  const hex = swapped.toString('hex')
  return [Buffer.from(words), utf16, swapped, hex, hex.toUpperCase()].some((one) =>
    bytes.includes(one),
  )
}

async function everyByte(format: ExportFormat, includePrivate: boolean): Promise<Buffer> {
  const office = anOffice('Officier')
  const communiqueIds = [
    addSample(office, withSecrets(frenchSample(), SECRETS.slice(0, 25))),
    addSample(office, withSecrets(arabicSample(), SECRETS.slice(25))),
  ]
  const annotations = { includePrivate }
  const { files } = await exported(office, { communiqueIds, format, annotations, labels: 'fr' })
  office.close()
  const pieces = files.flatMap(({ fileName, bytes }) => {
    const isRead = fileName.endsWith('.pdf') && hasPdfText
    const text = isRead ? textOfPdf(writtenFile(bytes)).replaceAll(/\s+/gu, '') : ''
    return [Buffer.from(fileName), unpacked(bytes), Buffer.from(text)]
  })
  expect(pieces.length).toBeGreaterThan(0)
  return Buffer.concat(pieces)
}

/** Formats in which notes are printed; the others carry descriptions only. */
const WITH_NOTES: ReadonlySet<ExportFormat> = new Set([
  'pdf',
  'html',
  'markdown',
  'docx',
  'tei',
  'jsonld',
  'dossier-pdf',
  'json',
])

/** What a dossier prints stands in it as glyphs only. */
const isReadable = (format: ExportFormat): boolean => format !== 'dossier-pdf' || hasPdfText

describe.each(exportFormatSchema.options.filter(isReadable))(
  'a file in the format %s',
  (format) => {
    test('holds no word, tag or author of a private annotation', async () => {
      const bytes = await everyByte(format, false)
      expect(SECRETS.filter((secret) => holds(bytes, secret))).toEqual([])
      expect(holds(bytes, OPEN_WORDS)).toBe(WITH_NOTES.has(format))
    })

    test('holds them all once the officer asks for it, where notes are written at all', async () => {
      const bytes = await everyByte(format, true)
      const found = SECRETS.filter((secret) => holds(bytes, secret))
      expect(found).toEqual(WITH_NOTES.has(format) ? SECRETS : [])
    })
  },
)
