import type { ItemOf, OutputOf, ParsedInputOf } from '../../../shared/channels/channel.ts'
import {
  isOneForEach,
  type exportChannels,
  type ListFormat,
  type TextFormat,
} from '../../../shared/channels/export.ts'
import { succeed, type Outcome } from '../../../shared/model/failure.ts'
import type { ReadableArchive } from '../db/archive-handle.ts'
import { bibtexFromReferences, cslFromReferences, risFromReferences } from './bibliography.ts'
import { csvFromTexts } from './csv.ts'
import { docxFromPage } from './docx.ts'
import { DOSSIER_WORDS } from './dossier-words.ts'
import { renderText, type ExportTools } from './export-pdf.ts'
import {
  fileNameOfList,
  fileNameOfPack,
  fileNameOfPage,
  mediaTypeOf,
  readExportedText,
  type ExportedText,
} from './exported-text.ts'
import { createNameGiver } from './file-name.ts'
import { furnitureFromSettings, type Furniture } from './furniture.ts'
import { htmlFromPage } from './html.ts'
import { markdownFromPage } from './markdown.ts'
import { createMarkupCleaner } from './markup-text.ts'
import { collectionFromText, openJsonFromTexts } from './open-data.ts'
import { createTally, type Tally } from './export-tally.ts'
import { leftOutFrom, readAmongOthers } from './left-out.ts'
import { packFiles } from './pack-files.ts'
import type { PdfEngine } from './pdf.ts'
import { referenceFromPage } from './reference.ts'
import { teiFromText } from './tei.ts'
import { renderVolumes } from './volume-files.ts'
import { partFromText } from './volume-parts.ts'

type Channel = (typeof exportChannels)['export.render']
type Choice = ParsedInputOf<Channel> & { readonly exportedAt: string }
type Item = ItemOf<Channel>
type Report = OutputOf<Channel>
type Steps = AsyncGenerator<Item, Outcome<Report>, void>

interface Work {
  readonly db: ReadableArchive
  readonly tools: ExportTools
  readonly choice: Choice
  readonly tally: Tally
}

/**
 * Writes communiqués in one format. Yields each file as soon as it is made, and after every text
 * that was read, so that a caller can stop between any two. A text that cannot be read is left out
 * and reported. Fails with `not-found` or `archive-corrupt` where none can, or with
 * `export-font-missing`.
 */
export async function* exportFiles(
  db: ReadableArchive,
  tools: ExportTools,
  input: ParsedInputOf<Channel>,
): Steps {
  const choice = { ...input, exportedAt: tools.now() }
  const work = { db, tools, choice, tally: createTally() }
  const { format, exportedAt, labels } = choice
  const steps = isOneForEach(format) ? exportEach(work, format) : exportTogether(work, format)
  const title = choice.dossier?.title ?? DOSSIER_WORDS[labels].list
  return yield* choice.isPacked ? packFiles(steps, fileNameOfPack(title, exportedAt)) : steps
}

async function* exportEach({ db, tools, choice, tally }: Work, format: TextFormat): Steps {
  const engine = format === 'pdf' ? await tools.openEngine() : null
  if (engine?.ok === false) return engine
  const nameOf = createNameGiver()
  const furniture = furnitureFromSettings(choice.page, tools.policy)
  const total = choice.communiqueIds.length
  for (const [at, id] of choice.communiqueIds.entries()) {
    const writing = { db, engine: engine?.value ?? null, choice, tally, furniture }
    const written = readAmongOthers(() => {
      const text = readExportedText(db, id, choice)
      if (!text.ok) return text
      const bytes = writeText(writing, text.value, format)
      return bytes.ok ? succeed({ text: text.value, bytes: bytes.value }) : bytes
    })
    if (!written.ok) {
      tally.addLeftOut(leftOutFrom(db, id, written.failure))
      yield { done: at + 1, total, file: null }
      continue
    }
    const { text, bytes } = written.value
    tally.addText(text)
    tally.addFile()
    const fileName = nameOf(fileNameOfPage(text.page, format))
    yield { done: at + 1, total, file: { fileName, mediaType: mediaTypeOf(format), bytes } }
  }
  return tally.conclude()
}

interface Writing extends Pick<Work, 'db' | 'choice' | 'tally'> {
  readonly engine: PdfEngine | null
  readonly furniture: Furniture
}

function writeText(
  { db, engine, choice, tally, furniture }: Writing,
  text: ExportedText,
  format: TextFormat,
): Outcome<Uint8Array> {
  if (format === 'pdf') {
    if (engine === null) throw new Error('a PDF was asked for without its engine')
    const rendered = renderText(db, engine, text, { notes: choice.notes, furniture })
    if (!rendered.ok) return rendered
    tally.addSubstitutions(rendered.value.substitutions)
    tally.addPages(rendered.value.pageCount)
    return succeed(rendered.value.bytes)
  }
  const cleaner = createMarkupCleaner()
  const { clean } = cleaner
  const writers: Readonly<Record<Exclude<TextFormat, 'pdf'>, () => string | Uint8Array>> = {
    html: () => htmlFromPage(text.page, clean),
    markdown: () => markdownFromPage(text.page, clean),
    docx: () => docxFromPage(text.page, furniture, clean),
    tei: () => teiFromText(text, clean),
    jsonld: () => collectionFromText(db, text),
  }
  const written = writers[format]()
  tally.addSubstitutions(cleaner.substitutions())
  return succeed(bytesOf(written))
}

async function* exportTogether(work: Work, format: ListFormat): Steps {
  const { db, choice, tally } = work
  const total = choice.communiqueIds.length
  const texts: ExportedText[] = []
  for (const [at, id] of choice.communiqueIds.entries()) {
    const text = readAmongOthers(() => readExportedText(db, id, choice))
    if (text.ok) {
      texts.push(text.value)
      tally.addText(text.value)
    } else tally.addLeftOut(leftOutFrom(db, id, text.failure))
    yield { done: at, total, file: null }
  }
  const concluded = tally.conclude()
  if (!concluded.ok) return concluded
  if (format === 'dossier-pdf' || format === 'list-pdf') {
    return yield* exportVolumes(work, texts, format)
  }
  const file = {
    fileName: fileNameOfList(coverOf(choice, format).title, choice.exportedAt, format),
    mediaType: mediaTypeOf(format),
    bytes: bytesOf(writeTexts(db, texts, choice, format)),
  }
  tally.addFile()
  yield { done: total, total, file }
  return succeed(tally.report())
}

type PlainListFormat = Exclude<ListFormat, 'dossier-pdf' | 'list-pdf'>

function writeTexts(
  db: ReadableArchive,
  texts: readonly ExportedText[],
  { labels, exportedAt }: Choice,
  format: PlainListFormat,
): string {
  if (format === 'json') return openJsonFromTexts(db, texts, exportedAt)
  if (format === 'csv') return csvFromTexts(texts, labels)
  const references = texts.map(({ page }) => referenceFromPage(page))
  const writers = {
    ris: risFromReferences,
    bibtex: bibtexFromReferences,
    'csl-json': cslFromReferences,
  }
  return writers[format](references)
}

async function* exportVolumes(
  { db, tools, choice, tally }: Work,
  texts: readonly ExportedText[],
  format: 'dossier-pdf' | 'list-pdf',
): Steps {
  const { title, subtitle, marking } = coverOf(choice, format)
  const rendered = yield* renderVolumes(tools, tally, {
    isList: format === 'list-pdf',
    layout: 'dossier',
    cover: { title, subtitle },
    furniture: furnitureFromSettings(choice.page, tools.policy, marking),
    parts: texts.map((text) => partFromText(db, text)),
    labels: choice.labels,
    exportedAt: choice.exportedAt,
  })
  return rendered.ok ? succeed(tally.report()) : rendered
}

function coverOf({ dossier, labels }: Choice, format: ListFormat): NonNullable<Choice['dossier']> {
  const words = DOSSIER_WORDS[labels]
  const title = format === 'dossier-pdf' ? words.dossier : words.list
  return dossier ?? { title, subtitle: '', marking: '' }
}

const bytesOf = (written: string | Uint8Array): Uint8Array =>
  typeof written === 'string' ? new TextEncoder().encode(written) : written
