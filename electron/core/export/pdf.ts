import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { succeed, type Outcome } from '../../../shared/model/failure.ts'
import { dataFromDossier, dataFromList, type Volume } from './dossier-data.ts'
import type { PageModel } from './page-model.ts'
import { openTypst, type TypstCompiler } from './pdf-compiler.ts'
import { dataFromPage, type NotePlacement } from './pdf-data.ts'
import { fileKey, finishPdf, type FileRelationship } from './pdf-finish.ts'
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
export interface PdfOptions {
  readonly notes: NotePlacement
  readonly attachments?: readonly PdfAttachment[]
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
  /** Several texts in one file: a dossier with its notes after each text, or a list. */
  readonly renderVolume: (
    template: 'dossier' | 'list',
    volume: Volume,
    attachments: readonly PdfAttachment[],
  ) => Omit<PdfRendering, 'notes'>
}

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
    renderVolume: (template, volume, attachments) => {
      const rendering = renderVolume(workshop, template, volume, attachments)
      typst.forget()
      return rendering
    },
  })
}

const TEMPLATES = ['fonds.typ', 'text.typ', 'communique.typ', 'dossier.typ', 'list.typ'] as const

/** The compiler keeps what it laid out for ever unless told: measured on batches of thousands. */
const FORGET_EVERY = 20

interface Workshop {
  readonly typst: TypstCompiler
  readonly colourProfile: Uint8Array
  readonly covers: (codePoint: number) => boolean
}

function renderPage(workshop: Workshop, page: PageModel, options: PdfOptions): PdfRendering {
  const attachments = options.attachments ?? []
  return withAttached(workshop, attachments, () => {
    const compile = (placement: NotePlacement): Draft & { readonly notes: NotePlacement } => ({
      ...compileDraft(workshop, 'communique', attachments, (clean) =>
        dataFromPage(page, placement, clean),
      ),
      notes: placement,
    })
    const first = compile(startingPlacement(page, options.notes))
    const draft = first.hasRoom ? first : compile('end')
    const finished = finishPdf(draft.bytes, {
      colourProfile: workshop.colourProfile,
      files: attachments,
    })
    return { ...finished, notes: draft.notes, substitutions: draft.substitutions }
  })
}

function renderVolume(
  workshop: Workshop,
  template: 'dossier' | 'list',
  volume: Volume,
  attachments: readonly PdfAttachment[],
): Omit<PdfRendering, 'notes'> {
  return withAttached(workshop, attachments, () => {
    const wordsOf = template === 'dossier' ? dataFromDossier : dataFromList
    const draft = compileDraft(workshop, template, attachments, (clean) => wordsOf(volume, clean))
    const finished = finishPdf(draft.bytes, {
      colourProfile: workshop.colourProfile,
      files: attachments,
    })
    return { ...finished, substitutions: draft.substitutions }
  })
}

function withAttached<T>(
  { typst }: Workshop,
  attachments: readonly PdfAttachment[],
  work: () => T,
): T {
  for (const [index, file] of attachments.entries()) typst.put(pathOf(index), file.bytes)
  try {
    return work()
  } finally {
    for (const index of attachments.keys()) typst.remove(pathOf(index))
  }
}

function compileDraft(
  { typst, covers }: Workshop,
  template: string,
  attachments: readonly PdfAttachment[],
  wordsFor: (clean: (text: string) => string) => object,
): Draft {
  const cleaner = createTextCleaner(covers)
  const data = {
    ...wordsFor(cleaner.clean),
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

interface Draft {
  readonly bytes: Uint8Array
  readonly hasRoom: boolean
  readonly substitutions: readonly Substitution[]
}

/** A note without a passage has no line to stand beside, so such pages have end notes. */
function startingPlacement(page: PageModel, wanted: NotePlacement): NotePlacement {
  return wanted === 'margin' && page.notes.some((note) => !note.isPlaced) ? 'end' : wanted
}
