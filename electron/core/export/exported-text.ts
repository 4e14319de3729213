import type { AnnotationFilter, ExportFormat } from '../../../shared/channels/export.ts'
import type { Annotation } from '../../../shared/model/annotation.ts'
import type { CommuniqueRecord } from '../../../shared/model/communique.ts'
import { succeed, type Outcome } from '../../../shared/model/failure.ts'
import { listAnnotations } from '../annotations/annotations.ts'
import { getCommunique } from '../archive/communique-record.ts'
import type { ReadableArchive } from '../db/archive-handle.ts'
import { fileNameFromParts } from './file-name.ts'
import { pageFromRecord, type LabelLanguage, type PageModel } from './page-model.ts'
import type { NotePlacement } from './pdf-data.ts'

/** What is chosen once for all the texts of an export. */
export interface TextChoice {
  readonly notes: NotePlacement
  readonly annotations: AnnotationFilter
  readonly labels: LabelLanguage
  readonly exportedAt: string
}

/** One communiqué with the annotations that may leave with it. */
export interface ChosenText {
  readonly record: CommuniqueRecord
  readonly annotations: readonly Annotation[]
}

/** One communiqué as it leaves: its record, the annotations let through, and its page. */
export interface ExportedText extends ChosenText {
  readonly page: PageModel
}

/** The newest wording of a communiqué with the annotations chosen; fails with `not-found`. */
export function readChosenText(
  db: ReadableArchive,
  communiqueId: string,
  choice: AnnotationFilter,
): Outcome<ChosenText> {
  const record = getCommunique(db, communiqueId, null)
  if (!record.ok) return record
  const held = listAnnotations(db, record.value.communique.id)
  return succeed({ record: record.value, annotations: filterAnnotations(held, choice) })
}

/** Reads the newest wording of a communiqué with the annotations chosen; fails with `not-found`. */
export function readExportedText(
  db: ReadableArchive,
  communiqueId: string,
  choice: TextChoice,
): Outcome<ExportedText> {
  const record = getCommunique(db, communiqueId, null)
  if (!record.ok) return record
  const held = choice.notes === 'none' ? [] : listAnnotations(db, record.value.communique.id)
  const annotations = filterAnnotations(held, choice.annotations)
  const page = pageFromRecord(record.value, annotations, {
    exportedAt: choice.exportedAt,
    labelLanguage: choice.labels,
    includePrivate: choice.annotations.includePrivate,
  })
  return succeed({ record: record.value, annotations, page })
}

/** The annotations that may leave: never withdrawn ones, private ones only where it says so. */
export function filterAnnotations(
  annotations: readonly Annotation[],
  { kinds, tags, authors, includePrivate }: AnnotationFilter,
): readonly Annotation[] {
  return annotations.filter(
    (annotation) =>
      !annotation.withdrawn &&
      (includePrivate || annotation.visibility === 'shareable') &&
      (kinds === null || kinds.includes(annotation.kind)) &&
      (authors === null || authors.includes(annotation.createdBy)) &&
      (tags === null || annotation.tags.some((tag) => tags.includes(tag))),
  )
}

const FILE_KINDS: Readonly<Record<ExportFormat, { extension: string; mediaType: string }>> = {
  pdf: { extension: 'pdf', mediaType: 'application/pdf' },
  'dossier-pdf': { extension: 'pdf', mediaType: 'application/pdf' },
  'list-pdf': { extension: 'pdf', mediaType: 'application/pdf' },
  html: { extension: 'html', mediaType: 'text/html;charset=utf-8' },
  markdown: { extension: 'md', mediaType: 'text/markdown;charset=utf-8' },
  docx: {
    extension: 'docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  tei: { extension: 'xml', mediaType: 'application/tei+xml' },
  jsonld: { extension: 'jsonld', mediaType: 'application/ld+json' },
  csv: { extension: 'csv', mediaType: 'text/csv;charset=utf-8' },
  ris: { extension: 'ris', mediaType: 'application/x-research-info-systems' },
  bibtex: { extension: 'bib', mediaType: 'application/x-bibtex' },
  'csl-json': { extension: 'json', mediaType: 'application/vnd.citationstyles.csl+json' },
  json: { extension: 'json', mediaType: 'application/json' },
}

/** IANA media type of a format, or the one in common use where IANA has none. */
export const mediaTypeOf = (format: ExportFormat): string => FILE_KINDS[format].mediaType

/** File name of one communiqué: the day of its event, else the date it is dated by, and so on. */
export function fileNameOfPage(page: PageModel, format: ExportFormat): string {
  const date = page.dates.find(({ role }) => role === 'event') ?? page.dates.at(-1)
  const parts = { date: date?.value ?? null, issuer: page.issuer?.name ?? null, title: page.title }
  return fileNameFromParts(parts, FILE_KINDS[format].extension)
}

/** File name of a dossier or list, from the day of the export and its title. */
export function fileNameOfList(title: string, exportedAt: string, format: ExportFormat): string {
  const parts = { date: exportedAt.slice(0, 10), issuer: null, title }
  return fileNameFromParts(parts, FILE_KINDS[format].extension)
}

/** The name of a ZIP container with many files. */
export function fileNameOfPack(title: string, exportedAt: string): string {
  return fileNameFromParts({ date: exportedAt.slice(0, 10), issuer: null, title }, 'zip')
}
