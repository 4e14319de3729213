import type { InputOf, ItemOf, OutputOf } from '../../shared/channels/channel.ts'
import type { ArchiveContract } from '../../shared/channels/contract.ts'
import { TEXT_FORMATS } from '../../shared/model/export-format.ts'
import type { Outcome } from '../../shared/model/failure.ts'
import type { Backend } from '../client/backend.ts'
import type { Desk } from '../desk.tsx'
import type { ExportSubject } from '../hand-over.tsx'
import { placeOfNotes, type ExportChoice } from './export-choice.ts'
import type { OfferedFormat } from './export-formats.ts'

type Render = ArchiveContract['export.render']
export type ExportedFile = NonNullable<ItemOf<Render>['file']>
export type ExportReport = OutputOf<Render>
type Steps = AsyncGenerator<ItemOf<Render>, Outcome<ExportReport>, void>
type Shared = Pick<InputOf<Render>, 'annotations' | 'labels' | 'page'>

/** As many communiqués as one export takes. */
export const MOST_TEXTS = 10_000

/** What an export works on beside the choices. */
export interface ExportWork {
  readonly archive: Backend['archive']
  readonly subject: ExportSubject
  /** What is listed, for an export of the list. */
  readonly listed: Pick<Desk, 'filter' | 'sort'> & { readonly query: string }
  readonly choice: ExportChoice
  readonly signal: AbortSignal
}

/** Writes what was chosen, step by step, whatever channel knows how. */
export async function* openExport(work: ExportWork): Steps {
  const { subject, choice, archive, signal } = work
  if (subject.kind === 'dossier') {
    const { layout, format } = DOSSIER_FORMS[choice.format] ?? FIRST_FORM
    const notes = choice.notes === 'none' ? 'none' : 'end'
    const asked = { dossierId: subject.id, layout, format, notes, ...sharedOf(choice) } as const
    return yield* archive.stream('export.render-dossier', asked, { signal })
  }
  if (subject.kind === 'text' && subject.versionId !== null) return yield* writeVersion(work)
  const isSearch = subject.kind === 'listed' && work.listed.query.trim() !== ''
  if (isSearch && choice.format === 'list-pdf') return yield* writeResults(work)
  const ids = await idsOf(work)
  return ids.ok ? yield* writeTexts(work, ids.value) : ids
}

interface DossierForm {
  readonly layout: 'dossier' | 'briefing'
  readonly format: 'pdf' | 'docx'
}

const FIRST_FORM: DossierForm = { layout: 'dossier', format: 'pdf' }
const DOSSIER_FORMS: Partial<Readonly<Record<OfferedFormat, DossierForm>>> = {
  'dossier-docx': { layout: 'dossier', format: 'docx' },
  'briefing-pdf': { layout: 'briefing', format: 'pdf' },
  'briefing-docx': { layout: 'briefing', format: 'docx' },
}

function sharedOf({ labels, header, footer, marking, ...choice }: ExportChoice): Shared {
  return {
    labels,
    page: { header, footer, marking },
    annotations: {
      kinds: some(choice.kinds),
      tags: some(choice.tags),
      authors: some(choice.authors),
      includePrivate: choice.includePrivate,
    },
  }
}

const some = <V>(values: readonly V[]): V[] | null => (values.length === 0 ? null : [...values])

async function* writeTexts({ archive, choice, signal }: ExportWork, ids: string[]): Steps {
  const { format, notes } = choice
  if (format === 'dossier-docx' || format === 'briefing-pdf' || format === 'briefing-docx') {
    throw new Error(`${format} is a form of stored dossiers`)
  }
  const isOne = ids.length === 1
  const asked = {
    communiqueIds: ids,
    format,
    notes: placeOfNotes(notes, format === 'pdf'),
    isPacked: !isOne && TEXT_FORMATS.some((one) => one === format),
    ...sharedOf(choice),
  } as const
  return yield* archive.stream('export.render', asked, { signal })
}

async function* writeResults({ archive, choice, listed, signal }: ExportWork): Steps {
  const { query, filter } = listed
  const { labels, page } = sharedOf(choice)
  const { includePrivate } = choice
  const asked = { query: query.trim(), filter, includePrivate, labels, page }
  return yield* archive.stream('export.render-results', asked, { signal })
}

/** An older wording, which only the PDF of one text can be asked for. */
async function* writeVersion({ archive, subject, choice, signal }: ExportWork): Steps {
  if (subject.kind !== 'text') throw new Error('only one text has an older wording')
  const { communiqueId, versionId } = subject
  const { labels, page } = sharedOf(choice)
  const { notes, includePrivate } = choice
  const asked = { communiqueId, versionId, notes, includePrivate, labels, page }
  const steps = archive.stream('export.render-pdf', asked, { signal })
  for (;;) {
    const next = await steps.next()
    if (next.done !== true) {
      yield { done: 0, total: 1, file: null }
      continue
    }
    if (!next.value.ok) return next.value
    const { fileName, bytes, ...report } = next.value.value
    yield { done: 1, total: 1, file: { fileName, bytes, mediaType: 'application/pdf' } }
    return { ok: true, value: { ...report, fileCount: 1, communiqueCount: 1, leftOut: [] } }
  }
}

async function idsOf({ subject, archive, listed, signal }: ExportWork): Promise<Outcome<string[]>> {
  if (subject.kind === 'text') return { ok: true, value: [subject.communiqueId] }
  if (subject.kind === 'chosen') return { ok: true, value: subject.ids.slice(0, MOST_TEXTS) }
  return listIds(archive, listed, signal)
}

/** The ids of all that is listed, in its order, as far as one export takes them. */
async function listIds(
  archive: Backend['archive'],
  listed: ExportWork['listed'],
  signal: AbortSignal,
): Promise<Outcome<string[]>> {
  const ids: string[] = []
  for (;;) {
    const page = await readPage(archive, listed, ids.length, signal)
    if (!page.ok) return page
    ids.push(...page.value.ids)
    const isWhole = page.value.ids.length === 0 || ids.length >= page.value.total
    if (isWhole || ids.length >= MOST_TEXTS) return { ok: true, value: ids.slice(0, MOST_TEXTS) }
  }
}

async function readPage(
  archive: Backend['archive'],
  { query, filter, sort }: ExportWork['listed'],
  offset: number,
  signal: AbortSignal,
): Promise<Outcome<{ readonly total: number; readonly ids: readonly string[] }>> {
  if (query.trim() === '') {
    const asked = { filter, sort, offset, limit: 500 }
    const listed = await archive.call('communique.list', asked, { signal })
    if (!listed.ok) return listed
    return { ok: true, value: { total: listed.value.total, ids: idsFrom(listed.value.rows) } }
  }
  const asked = { query: query.trim(), filter, offset, limit: 200 }
  const found = await archive.call('search.run', asked, { signal })
  if (!found.ok) return found
  return { ok: true, value: { total: found.value.total, ids: idsFrom(found.value.hits) } }
}

const idsFrom = (rows: readonly { readonly id: string }[]): readonly string[] =>
  rows.map(({ id }) => id)
