import type { AnnotationKind } from '../../../shared/model/annotation.ts'
import type { PageModel, PageNote } from './page-model.ts'
import { WORDS } from './page-words.ts'
import type { PageData } from './pdf-data.ts'
import type { PdfHighlight } from './pdf-highlights.ts'
import type { PaintedBox, PdfBox } from './pdf-painted.ts'

/** A page whose marked stretches each have a colour of their own, and whose those are. */
export interface CodedPage {
  readonly data: PageData
  /** The annotations of each colour, from 1. */
  readonly idsByColour: readonly (readonly string[])[]
}

/**
 * Gives each marked stretch of a page a number that serves as its colour in a first draft. What is
 * painted in it there shows where the lines of a passage stand, whatever its script and its lines.
 */
export function codePage(data: PageData): CodedPage {
  const idsByColour: (readonly string[])[] = [[]]
  const paragraphs = data.paragraphs.map((paragraph) => ({
    ...paragraph,
    pieces: paragraph.pieces.map((piece) =>
      piece.map((segment) => {
        if (segment.ids.length === 0) return segment
        idsByColour.push(segment.ids)
        return { ...segment, m: idsByColour.length - 1 }
      }),
    ),
  }))
  return { data: { ...data, paragraphs }, idsByColour }
}

/** The highlights of a page, from where the draft painted its colours: one a page for each passage. */
export function highlightsFromDraft(
  page: PageModel,
  idsByColour: CodedPage['idsByColour'],
  painted: readonly PaintedBox[],
): readonly PdfHighlight[] {
  const notes = [...page.notes.filter(({ isPlaced }) => isPlaced), ...page.bare]
  return notes.flatMap((note) => {
    const own = painted.filter(({ colour }) => idsByColour[colour]?.includes(note.annotationId))
    const pages = [...new Set(own.map((one) => one.page))].toSorted((a, b) => a - b)
    return pages.map((at) => ({
      ...wordsOfNote(note, page),
      id: note.annotationId,
      page: at,
      boxes: joined(own.filter((one) => one.page === at).map(({ box }) => box)),
      colour: COLOURS[note.kind],
    }))
  })
}

/** The tints of `resources/pdf/fonds.typ`. */
export const COLOURS: Readonly<Record<AnnotationKind, number>> = {
  highlight: 0xff_f0_b3,
  commitment: 0xd5_ef_d9,
  comment: 0xd3_e6_fa,
  question: 0xfb_db_e5,
  quotation: 0xe6_de_f7,
  link: 0xd8_f0_f0,
  mention: 0xec_e6_da,
}

function wordsOfNote(
  { kind, author, createdAt, text, language, tags, quote, isPrivate }: Omit<PageNote, 'number'>,
  { labelLanguage }: PageModel,
): Pick<PdfHighlight, 'author' | 'createdAt' | 'contents' | 'subject' | 'language'> {
  const words = WORDS[labelLanguage]
  const kindText = words.kinds[kind]
  const isBare = text.trim() === ''
  const facts = [
    kindText,
    ...(isPrivate ? [words.privateNote] : []),
    ...tags.map((tag) => `#${tag}`),
  ]
  return {
    author,
    createdAt,
    // A highlight without words is described by its passage: none may be silent.
    contents: isBare ? `${kindText}${words.colon} ${quote}` : text.trim(),
    subject: facts.join(' · '),
    language: isBare || language === 'und' ? labelLanguage : language,
  }
}

/** Stretches that follow each other on a line make one box. */
function joined(boxes: readonly PdfBox[]): readonly PdfBox[] {
  const lines: PdfBox[] = []
  for (const box of boxes.toSorted((a, b) => b[3] - a[3] || a[0] - b[0])) {
    const last = lines.at(-1)
    if (last !== undefined && follows(last, box)) {
      const [left, bottom, right, top] = last
      lines[lines.length - 1] = [
        left,
        Math.min(bottom, box[1]),
        Math.max(right, box[2]),
        Math.max(top, box[3]),
      ]
    } else lines.push(box)
  }
  return lines
}

const NEAR = 0.6

const follows = (last: PdfBox, box: PdfBox): boolean =>
  Math.abs(last[1] - box[1]) < NEAR && Math.abs(last[3] - box[3]) < NEAR && box[0] - last[2] < NEAR
