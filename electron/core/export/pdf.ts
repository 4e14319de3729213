import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { succeed, type Outcome } from '../../../shared/model/failure.ts'
import { BARE, type Furniture } from './furniture.ts'
import type { PageModel } from './page-model.ts'
import { openTypst, type TypstCompiler } from './pdf-compiler.ts'
import { dataFromPage, type NotePlacement } from './pdf-data.ts'
import { fileKey, finishPdf, type FileRelationship } from './pdf-finish.ts'
import type { PdfHighlight } from './pdf-highlights.ts'
import { codePage, highlightsFromDraft, type CodedPage } from './pdf-native-notes.ts'
import { paintedBoxes } from './pdf-painted.ts'
import { readPdfFonts } from './pdf-fonts.ts'
import { createTextCleaner, type Substitution } from './pdf-text.ts'

/** A file carried inside the PDF; its bytes are embedded as they are. */
export interface PdfAttachment {
  /** Plain file name, unique within one export. */
  readonly name: string
  readonly mediaType: string
  readonly relationship: FileRelationship
  readonly description: string
  readonly bytes: Uint8Array
}

/** What one PDF shows and carries. */
export interface PdfOptions extends PdfExtras {
  readonly notes: NotePlacement
}

/** What a PDF carries and has around its pages, beside what its template prints. */
export interface PdfExtras {
  readonly attachments?: readonly PdfAttachment[]
  readonly furniture?: Furniture
}

/** A finished PDF. `notes` tells where they went: at the end when the margin was too small. */
interface PdfRendering {
  readonly bytes: Uint8Array
  readonly pageCount: number
  readonly notes: NotePlacement
  readonly substitutions: readonly Substitution[]
}

/** Renders pages one after the other; the same page and options always give the same bytes. */
export interface PdfEngine {
  readonly compiler: TypstCompiler['name']
  readonly render: (page: PageModel, options: PdfOptions) => PdfRendering
  /** Any other page, from what its template prints; every word of it has to pass `clean`. */
  readonly renderTemplate: (
    template: VolumeTemplate,
    extras: PdfExtras,
    wordsFor: (clean: (text: string) => string) => object,
  ) => Omit<PdfRendering, 'notes'>
}

/** The templates that hold more than one text. */
export type VolumeTemplate = 'dossier' | 'briefing' | 'list' | 'comparison'

/**
 * Opens the PDF engine: PDF/A-3a and PDF/UA-1 through Typst, with the shipped fonts and nothing
 * from the machine or the network. Opening costs a fraction of a second: open once, when first
 * needed. The WebAssembly compiler keeps about 1.5 MB for each page until its thread ends, so a
 * long batch should start a new thread every few hundred pages when `compiler` is `wasm`.
 * Fails with `export-font-missing` when a shipped font is absent or altered.
 */
export async function openPdfEngine(places: {
  readonly fontsFolder: string
  readonly templatesFolder: string
  readonly prefer?: TypstCompiler['name']
}): Promise<Outcome<PdfEngine>> {
  const fonts = await readPdfFonts(places.fontsFolder)
  if (!fonts.ok) return fonts
  const readTemplate = (name: string): Promise<Buffer> =>
    readFile(path.join(places.templatesFolder, name))
  const [colourProfile, typst, ...templates] = await Promise.all([
    readTemplate('srgb-v4.icc'),
    openTypst(fonts.value.files, places.prefer ?? 'native'),
    ...TEMPLATES.map((name) => readTemplate(name)),
  ])
  for (const [i, name] of TEMPLATES.entries())
    typst.put(`/${name}`, templates[i] ?? new Uint8Array())
  let renderedCount = 0
  const workshop = { typst, colourProfile, covers: fonts.value.covers }
  const counted = <T>(rendering: T): T => {
    renderedCount += 1
    if (renderedCount % FORGET_EVERY === 0) typst.forget()
    return rendering
  }
  return succeed({
    compiler: typst.name,
    render: (page, options) => counted(renderPage(workshop, page, options)),
    renderTemplate: (template, extras, wordsFor) => {
      const rendering = renderTemplate(workshop, template, extras, wordsFor)
      typst.forget()
      return rendering
    },
  })
}

const TEMPLATES = [
  'fonds.typ',
  'text.typ',
  'communique.typ',
  'volume.typ',
  'dossier.typ',
  'briefing.typ',
  'list.typ',
  'comparison.typ',
] as const

/** The compiler keeps what it laid out for ever unless told: measured on batches of thousands. */
const FORGET_EVERY = 20

interface Workshop {
  readonly typst: TypstCompiler
  readonly colourProfile: Uint8Array
  readonly covers: (codePoint: number) => boolean
}

function renderPage(workshop: Workshop, page: PageModel, options: PdfOptions): PdfRendering {
  return withFiles(workshop, options, () => {
    if (options.notes === 'native') return renderNative(workshop, page, options)
    const compile = (placement: NotePlacement): Draft & { readonly notes: NotePlacement } => ({
      ...compileDraft(workshop, 'communique', options, (clean) =>
        dataFromPage(page, placement, clean),
      ),
      notes: placement,
    })
    const first = compile(startingPlacement(page, options.notes))
    const draft = first.hasRoom ? first : compile('end')
    return { ...finished(workshop, draft, options), notes: draft.notes }
  })
}

/** Two drafts: one that shows where the passages stand, and one that leaves them unpainted. */
function renderNative(workshop: Workshop, page: PageModel, options: PdfOptions): PdfRendering {
  let idsByColour: CodedPage['idsByColour'] = []
  const coded = (isCoded: boolean): Draft =>
    compileDraft(workshop, 'communique', options, (clean) => {
      const { data, idsByColour: ids } = codePage(dataFromPage(page, 'native', clean))
      idsByColour = ids
      return { ...data, isCoded }
    })
  const painted = paintedBoxes(coded(true).bytes)
  const draft = coded(false)
  const highlights = highlightsFromDraft(page, idsByColour, painted)
  return { ...finished(workshop, draft, options, highlights), notes: 'native' }
}

function renderTemplate(
  workshop: Workshop,
  template: VolumeTemplate,
  extras: PdfExtras,
  wordsFor: (clean: (text: string) => string) => object,
): Omit<PdfRendering, 'notes'> {
  return withFiles(workshop, extras, () =>
    finished(workshop, compileDraft(workshop, template, extras, wordsFor), extras),
  )
}

function finished(
  { colourProfile }: Workshop,
  { bytes, substitutions }: Draft,
  { attachments = [] }: PdfExtras,
  highlights: readonly PdfHighlight[] = [],
): Omit<PdfRendering, 'notes'> {
  return { ...finishPdf(bytes, { colourProfile, files: attachments, highlights }), substitutions }
}

function withFiles<T>(
  { typst }: Workshop,
  { attachments = [], furniture }: PdfExtras,
  work: () => T,
): T {
  const files = attachments.map(({ bytes }, index) => ({ at: pathOf(index), bytes }))
  if (furniture?.logo) files.push({ at: LOGO, bytes: furniture.logo })
  for (const { at, bytes } of files) typst.put(at, bytes)
  try {
    return work()
  } finally {
    for (const { at } of files) typst.remove(at)
  }
}

function compileDraft(
  { typst, covers }: Workshop,
  template: string,
  { attachments = [], furniture = BARE }: PdfExtras,
  wordsFor: (clean: (text: string) => string) => object,
): Draft {
  const cleaner = createTextCleaner(covers)
  const { clean } = cleaner
  const data = {
    ...wordsFor(clean),
    furniture: {
      header: clean(furniture.header),
      footer: clean(furniture.footer),
      marking: clean(furniture.marking),
      logo: furniture.logo === null ? null : LOGO,
    },
    attachments: attachments.map(({ mediaType, relationship, description }, index) => ({
      key: fileKey(index),
      path: pathOf(index),
      mediaType,
      relationship,
      description,
    })),
  }
  typst.put('/data.json', Buffer.from(JSON.stringify(data)))
  const { bytes, reports } = typst.compile(`/${template}.typ`)
  return { bytes, hasRoom: reports.length === 0, substitutions: cleaner.substitutions() }
}

const pathOf = (index: number): string => `/attached/${fileKey(index)}`
const LOGO = '/logo'

interface Draft {
  readonly bytes: Uint8Array
  readonly hasRoom: boolean
  readonly substitutions: readonly Substitution[]
}

/** A note without a passage has no line to stand beside, so such pages have end notes. */
function startingPlacement(page: PageModel, wanted: NotePlacement): NotePlacement {
  return wanted === 'margin' && page.notes.some((note) => !note.isPlaced) ? 'end' : wanted
}
