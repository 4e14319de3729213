import type { ExportFormat } from '../../shared/channels/export.ts'
import type { ExportSubject } from '../hand-over.tsx'

/** What may be written, as an officer chooses it: a stored dossier has forms of its own. */
export type OfferedFormat = ExportFormat | 'dossier-docx' | 'briefing-pdf' | 'briefing-docx'

export type FormatFamily = 'read' | 'work' | 'cite' | 'data'
type Offer = readonly (readonly [FormatFamily, readonly OfferedFormat[]])[]

const CITE: readonly OfferedFormat[] = ['ris', 'bibtex', 'csl-json']
const DATA: readonly OfferedFormat[] = ['csv', 'json', 'tei', 'jsonld']

const ONE: Offer = [
  ['read', ['pdf', 'html']],
  ['work', ['docx', 'markdown']],
  ['cite', CITE],
  ['data', DATA],
]

const MANY: Offer = [
  ['read', ['dossier-pdf', 'list-pdf', 'pdf', 'html']],
  ['work', ['docx', 'markdown']],
  ['cite', CITE],
  ['data', DATA],
]

const OF_DOSSIER: Offer = [
  ['read', ['dossier-pdf', 'briefing-pdf']],
  ['work', ['dossier-docx', 'briefing-docx']],
]

/** The formats that make sense for what is exported, by what they are for. */
export function offerFor(subject: ExportSubject): Offer {
  switch (subject.kind) {
    case 'text':
      // Only a PDF is written of an older wording.
      return subject.versionId === null ? ONE : [['read', ['pdf']]]
    case 'chosen':
    case 'listed':
      return MANY
    case 'dossier':
      return OF_DOSSIER
  }
}

/** The formats that a policy allows; undefined where none is settled. */
export type Permitted = readonly string[] | undefined

/** Whether a policy lets leave what it calls so. */
export const permits = (permitted: Permitted, named: string): boolean =>
  permitted === undefined || permitted.includes(named)

/** Whether a policy lets a format leave. */
export const isPermitted = (permitted: Permitted, format: OfferedFormat): boolean =>
  permits(permitted, formatInPolicy(format))

/** The format asked for where it is offered and permitted, else the first that is. */
export function formatFor(
  subject: ExportSubject,
  wanted: OfferedFormat,
  permitted?: Permitted,
): OfferedFormat {
  const offered = offerFor(subject).flatMap(([, formats]) => formats)
  const open = offered.filter((format) => isPermitted(permitted, format))
  const among = open.length > 0 ? open : offered
  return among.includes(wanted) ? wanted : (among[0] ?? 'pdf')
}

/** Whether a format has pages that can be shown and printed. */
export const hasPages = (format: OfferedFormat): boolean => format.endsWith('pdf')

/** Whether what an office prints around its pages means something to a format. */
export const hasFurniture = (format: OfferedFormat): boolean =>
  hasPages(format) || format.endsWith('docx')

/** Whether annotations may leave in a format. */
export const takesNotes = (format: OfferedFormat): boolean =>
  !['list-pdf', 'ris', 'bibtex', 'csl-json'].includes(format)

/** The name of a format in a policy, which knows each file by what it holds. */
export function formatInPolicy(format: OfferedFormat): ExportFormat {
  if (format === 'briefing-pdf') return 'dossier-pdf'
  if (format === 'dossier-docx' || format === 'briefing-docx') return 'docx'
  return format
}
