import { fail, succeed, type Outcome } from '../../../shared/model/failure.ts'
import { getCommunique } from '../archive/communique-record.ts'
import { readSourceFile } from '../archive/source-files.ts'
import { listAnnotations } from '../annotations/annotations.ts'
import type { ReadableArchive } from '../db/archive-handle.ts'
import { fileNameFromParts } from './file-name.ts'
import { pageFromRecord, type LabelLanguage } from './page-model.ts'
import type { NotePlacement } from './pdf-data.ts'
import type { Substitution } from './pdf-text.ts'
import type { PdfAttachment, PdfEngine } from './pdf.ts'

/** What the officer chose for one PDF. */
export interface PdfChoice {
  readonly communiqueId: string
  readonly versionId: string | null
  readonly notes: NotePlacement
  readonly includePrivate: boolean
  readonly labels: LabelLanguage
}

/** A PDF ready to be saved under a name that says what it is. */
export interface PdfFile {
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly pageCount: number
  readonly noteCount: number
  readonly substitutions: Substitution[]
}

interface ExportTools {
  readonly now: () => string
  readonly openEngine: () => Promise<Outcome<PdfEngine>>
}

/**
 * Typesets one communiqué, with the notes chosen and its original file inside. Yields before
 * each step. Fails with `not-found` or `export-font-missing`.
 */
export async function* exportPdf(
  db: ReadableArchive,
  tools: ExportTools,
  choice: PdfChoice,
): AsyncGenerator<{ step: 'read' | 'typeset' | 'finish' }, Outcome<PdfFile>, void> {
  yield { step: 'read' }
  const record = getCommunique(db, choice.communiqueId, choice.versionId)
  if (!record.ok) return record
  const engine = await tools.openEngine()
  if (!engine.ok) return engine
  const annotations = choice.notes === 'none' ? [] : listAnnotations(db, choice.communiqueId)
  const page = pageFromRecord(record.value, annotations, {
    exportedAt: tools.now(),
    labelLanguage: choice.labels,
    includePrivate: choice.includePrivate,
  })
  yield { step: 'typeset' }
  const original = attachOriginal(db, record.value.version.source.digest, choice.labels)
  if (!original.ok) return original
  const rendering = engine.value.render(page, {
    notes: choice.notes,
    attachments: [original.value],
  })
  yield { step: 'finish' }
  const { communique, version } = record.value
  const date = page.dates.find(({ role }) => role === 'event') ?? page.dates.at(-1)
  return succeed({
    fileName: fileNameFromParts(
      { date: date?.value ?? null, issuer: communique.issuer?.name ?? null, title: version.title },
      'pdf',
    ),
    bytes: rendering.bytes,
    pageCount: rendering.pageCount,
    noteCount: page.notes.length,
    substitutions: [...rendering.substitutions],
  })
}

const DESCRIPTION: Readonly<Record<LabelLanguage, string>> = {
  fr: 'Fichier d’origine',
  ar: 'الملف الأصلي',
  en: 'Original file',
}

function attachOriginal(
  db: ReadableArchive,
  digest: string,
  labels: LabelLanguage,
): Outcome<PdfAttachment> {
  const source = readSourceFile(db, digest)
  if (!source.ok) return fail(source.failure)
  const { name, mediaType, bytes } = source.value
  return succeed({
    name: name.split('/').at(-1) ?? name,
    mediaType,
    bytes,
    relationship: 'source',
    description: DESCRIPTION[labels],
  })
}
