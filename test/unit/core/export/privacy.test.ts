import { describe, expect, test } from 'vitest'
import { exportFormatSchema, type ExportFormat } from '../../../../shared/channels/export.ts'
import { arabicSample, frenchSample } from '../../../fixtures/export/samples.ts'
import { anOffice } from '../../../support/annotated.ts'
import { addSample, exported, unpacked } from '../../../support/exported.ts'
import { textOfPdf, writtenFile } from '../../../support/pdf-tools.ts'
import { hasProgram } from '../../../support/program.ts'
import { holds, OPEN_WORDS, SECRETS, withSecrets } from '../../../support/secrets.ts'

const hasPdfText = hasProgram('pdftotext')

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
