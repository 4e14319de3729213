import type { PageSettings } from '../../../shared/channels/export.ts'
import { fail, succeed, type Outcome } from '../../../shared/model/failure.ts'
import type { Policy } from '../../../shared/model/policy.ts'
import { listAnnotations } from '../annotations/annotations.ts'
import { getCommunique } from '../archive/communique-record.ts'
import { readSourceFile } from '../archive/source-files.ts'
import type { ReadableArchive } from '../db/archive-handle.ts'
import { fileNameOfPage, filterAnnotations, type ExportedText } from './exported-text.ts'
import { furnitureFromSettings } from './furniture.ts'
import { readAmongOthers } from './left-out.ts'
import { collectionFromText } from './open-data.ts'
import { pageFromRecord, type LabelLanguage } from './page-model.ts'
import { WORDS } from './page-words.ts'
import type { NotePlacement } from './pdf-data.ts'
import type { Substitution } from './pdf-text.ts'
import type { PdfAttachment, PdfEngine, PdfOptions } from './pdf.ts'

/** What the officer chose for one PDF. */
export interface PdfChoice {
  readonly communiqueId: string
  readonly versionId: string | null
  readonly notes: NotePlacement
  readonly includePrivate: boolean
  readonly labels: LabelLanguage
  readonly page: PageSettings
}

/** A PDF ready to be saved under a name that says what it is. */
export interface PdfFile {
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly pageCount: number
  readonly noteCount: number
  readonly substitutions: Substitution[]
}

/** What an export needs beside the archive: the instant it is dated by, the policy, the PDF engine. */
export interface ExportTools {
  readonly now: () => string
  readonly policy: Policy
  readonly openEngine: () => Promise<Outcome<PdfEngine>>
}

/**
 * Typesets one communiqué, with the notes chosen and its original file inside. Yields before
 * each step. Fails with `not-found`, `archive-corrupt` or `export-font-missing`.
 */
export async function* exportPdf(
  db: ReadableArchive,
  tools: ExportTools,
  choice: PdfChoice,
): AsyncGenerator<{ step: 'read' | 'typeset' | 'finish' }, Outcome<PdfFile>, void> {
  yield { step: 'read' }
  const record = readAmongOthers(() => getCommunique(db, choice.communiqueId, choice.versionId))
  if (!record.ok) return record
  const engine = await tools.openEngine()
  if (!engine.ok) return engine
  const { includePrivate } = choice
  const everything = { kinds: null, tags: null, authors: null, includePrivate }
  const annotations =
    choice.notes === 'none'
      ? []
      : filterAnnotations(listAnnotations(db, record.value.communique.id), everything)
  const page = pageFromRecord(record.value, annotations, {
    exportedAt: tools.now(),
    labelLanguage: choice.labels,
    includePrivate,
  })
  yield { step: 'typeset' }
  const text = { record: record.value, annotations, page }
  const furniture = furnitureFromSettings(choice.page, tools.policy)
  const rendered = renderText(db, engine.value, text, { notes: choice.notes, furniture })
  yield { step: 'finish' }
  if (!rendered.ok) return rendered
  return succeed({
    ...rendered.value,
    fileName: fileNameOfPage(page, 'pdf'),
    noteCount: page.notes.length,
    substitutions: [...rendered.value.substitutions],
  })
}

/**
 * The PDF of one text with its original file and, where there are any, its annotations in the
 * W3C's form attached.
 */
export function renderText(
  db: ReadableArchive,
  engine: PdfEngine,
  text: ExportedText,
  options: Omit<PdfOptions, 'attachments'>,
): Outcome<Pick<ReturnType<PdfEngine['render']>, 'bytes' | 'pageCount' | 'substitutions'>> {
  const original = attachOriginal(db, text)
  if (!original.ok) return original
  const attachments = [original.value, ...attachAnnotations(db, text)]
  const { bytes, pageCount, substitutions } = engine.render(text.page, { ...options, attachments })
  return succeed({ bytes, pageCount, substitutions })
}

function attachOriginal(
  db: ReadableArchive,
  { record, page }: ExportedText,
): Outcome<PdfAttachment> {
  const source = readSourceFile(db, record.version.source.digest)
  if (!source.ok) return fail(source.failure)
  const { name, mediaType, bytes } = source.value
  return succeed({
    name: name.split('/').at(-1) ?? name,
    mediaType,
    bytes,
    relationship: 'source',
    description: WORDS[page.labelLanguage].originalFile,
  })
}

function attachAnnotations(db: ReadableArchive, text: ExportedText): readonly PdfAttachment[] {
  if (text.annotations.length === 0) return []
  return [
    {
      name: 'annotations.jsonld',
      mediaType: 'application/ld+json',
      bytes: Buffer.from(collectionFromText(db, text)),
      relationship: 'supplement',
      description: WORDS[text.page.labelLanguage].annotationFile,
    },
  ]
}
