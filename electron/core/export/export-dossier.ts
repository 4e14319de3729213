import type { ItemOf, OutputOf, ParsedInputOf } from '../../../shared/channels/channel.ts'
import type { exportChannels } from '../../../shared/channels/export.ts'
import { succeed, type Outcome } from '../../../shared/model/failure.ts'
import type { ReadableArchive } from '../db/archive-handle.ts'
import { draftBriefing } from './briefing-draft.ts'
import { docxFromVolume } from './docx-volume.ts'
import type { Volume } from './dossier-data.ts'
import type { ExportTools } from './export-pdf.ts'
import { createTally } from './export-tally.ts'
import { fileNameOfList, mediaTypeOf } from './exported-text.ts'
import { furnitureFromSettings } from './furniture.ts'
import { createMarkupCleaner } from './markup-text.ts'
import { renderVolumes } from './volume-files.ts'
import { readDossierParts, readParts, type ReadParts } from './volume-parts.ts'

type Stored = (typeof exportChannels)['export.render-dossier']
type Briefing = (typeof exportChannels)['export.render-briefing']
type Item = ItemOf<Stored>
type Steps = AsyncGenerator<Item, Outcome<OutputOf<Stored>>, void>

/** A longer description would not fit on the cover: it opens the dossier instead. */
const LONGEST_SUBTITLE = 300

/**
 * Writes a stored dossier as PDF, in volumes where it is large, or as a Word document. Yields after
 * each item read and each file made. Fails with `not-found` or `export-font-missing`.
 */
export async function* exportDossier(
  db: ReadableArchive,
  tools: ExportTools,
  input: ParsedInputOf<Stored>,
): Steps {
  const exportedAt = tools.now()
  const read = yield* stepsOf(readDossierParts(db, input.dossierId, { ...input, exportedAt }))
  if (!read.ok) return read
  const { title, description, marking } = read.value.dossier
  const isShort = description.length <= LONGEST_SUBTITLE && !description.includes('\n')
  const opening = isShort ? [] : [{ kind: 'note' as const, words: description }]
  return yield* writeParts(tools, input.format, read.value, {
    layout: input.layout,
    cover: { title, subtitle: isShort ? description : '' },
    furniture: furnitureFromSettings(input.page, tools.policy, marking),
    parts: [...opening, ...read.value.parts],
    labels: input.labels,
    exportedAt,
  })
}

/**
 * Drafts a briefing note and writes it at once, with the communiqués as annexes where they are wanted.
 * Yields and fails as `exportDossier` does.
 */
export async function* exportBriefing(
  db: ReadableArchive,
  tools: ExportTools,
  input: ParsedInputOf<Briefing>,
): Steps {
  const exportedAt = tools.now()
  const draft = draftBriefing(db, input)
  if (!draft.ok) return draft
  const annexes = input.hasAnnexes
    ? input.communiqueIds.map((communiqueId) => ({ kind: 'communique' as const, communiqueId }))
    : []
  const items = [...draft.value.items, ...annexes]
  const read = yield* stepsOf(readParts(db, items, { ...input, exportedAt }))
  if (!read.ok) return read
  const leftOut = [...draft.value.leftOut, ...read.value.leftOut]
  const { title, subtitle, marking } = input.cover
  return yield* writeParts(
    tools,
    input.format,
    { ...read.value, leftOut },
    {
      layout: 'briefing',
      cover: { title, subtitle },
      furniture: furnitureFromSettings(input.page, tools.policy, marking),
      parts: read.value.parts,
      labels: input.labels,
      exportedAt,
    },
  )
}

function* stepsOf<T>(
  reading: Generator<Omit<Item, 'file'>, Outcome<T>, void>,
): Generator<Item, Outcome<T>, void> {
  let step = reading.next()
  for (; step.done !== true; step = reading.next()) yield { ...step.value, file: null }
  return step.value
}

async function* writeParts(
  tools: ExportTools,
  format: 'pdf' | 'docx',
  { texts, leftOut }: ReadParts,
  sketch: Omit<Volume, 'number' | 'volumeCount'>,
): Steps {
  const tally = createTally()
  for (const text of texts) tally.addText(text)
  for (const text of leftOut) tally.addLeftOut(text)
  if (format === 'pdf') {
    const rendered = yield* renderVolumes(tools, tally, { ...sketch, isList: false })
    return rendered.ok ? succeed(tally.report()) : rendered
  }
  const cleaner = createMarkupCleaner()
  const bytes = docxFromVolume({ ...sketch, number: 1, volumeCount: 1 }, cleaner.clean)
  tally.addSubstitutions(cleaner.substitutions())
  tally.addFile()
  const total = Math.max(sketch.parts.length, 1)
  const fileName = fileNameOfList(sketch.cover.title, sketch.exportedAt, 'docx')
  yield { done: total, total, file: { fileName, mediaType: mediaTypeOf('docx'), bytes } }
  return succeed(tally.report())
}
