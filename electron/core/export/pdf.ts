import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { succeed, type Outcome } from '../../../shared/model/failure.ts'
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
  const [colourProfile, design, main, typst] = await Promise.all([
    readTemplate('srgb-v4.icc'),
    readTemplate('fonds.typ'),
    readTemplate('communique.typ'),
    openTypst(fonts.value.files, places.prefer ?? 'native'),
  ])
  typst.put('/fonds.typ', design)
  typst.put('/communique.typ', main)
  let renderedCount = 0
  const render = (page: PageModel, options: PdfOptions): PdfRendering => {
    const rendering = renderPage(
      { typst, colourProfile, covers: fonts.value.covers },
      page,
      options,
    )
    renderedCount += 1
    if (renderedCount % FORGET_EVERY === 0) typst.forget()
    return rendering
  }
  return succeed({ compiler: typst.name, render })
}

/** The compiler keeps what it laid out for ever unless told: measured on batches of thousands. */
const FORGET_EVERY = 20

interface Workshop {
  readonly typst: TypstCompiler
  readonly colourProfile: Uint8Array
  readonly covers: (codePoint: number) => boolean
}

function renderPage(workshop: Workshop, page: PageModel, options: PdfOptions): PdfRendering {
  const { typst, colourProfile, covers } = workshop
  const attachments = options.attachments ?? []
  for (const [index, file] of attachments.entries()) typst.put(pathOf(index), file.bytes)
  try {
    const compile = (placement: NotePlacement): Draft => {
      const cleaner = createTextCleaner(covers)
      const data = {
        ...dataFromPage(page, placement, cleaner.clean),
        attachments: attachments.map(({ mediaType, relationship, description }, index) => ({
          key: fileKey(index),
          path: pathOf(index),
          mediaType,
          relationship,
          description,
        })),
      }
      typst.put('/data.json', Buffer.from(JSON.stringify(data)))
      const { bytes, reports } = typst.compile('/communique.typ')
      return {
        bytes,
        placement,
        hasRoom: reports.length === 0,
        substitutions: cleaner.substitutions(),
      }
    }
    const first = compile(startingPlacement(page, options.notes))
    const draft = first.hasRoom ? first : compile('end')
    const { bytes, pageCount } = finishPdf(draft.bytes, {
      colourProfile,
      files: attachments,
    })
    return { bytes, pageCount, notes: draft.placement, substitutions: draft.substitutions }
  } finally {
    for (const index of attachments.keys()) typst.remove(pathOf(index))
  }
}

const pathOf = (index: number): string => `/attached/${fileKey(index)}`

interface Draft {
  readonly bytes: Uint8Array
  readonly placement: NotePlacement
  readonly hasRoom: boolean
  readonly substitutions: readonly Substitution[]
}

/** A note without a passage has no line to stand beside, so such pages have end notes. */
function startingPlacement(page: PageModel, wanted: NotePlacement): NotePlacement {
  return wanted === 'margin' && page.notes.some((note) => !note.isPlaced) ? 'end' : wanted
}
