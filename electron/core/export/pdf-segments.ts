import type { AnnotationKind } from '../../../shared/model/annotation.ts'
import type { Language } from '../../../shared/model/language.ts'
import type { PageMark, PageParagraph } from './page-model.ts'

/** A stretch of a paragraph that is drawn in one way. Short keys: thousands go to the template. */
export interface Segment {
  /** Its text. */
  readonly t: string
  readonly lang: Language
  /** Kind of the mark that colours it, the innermost where several overlap; null for none. */
  readonly c: AnnotationKind | null
  /** Numbers of the notes whose passage ends with it. */
  readonly e: readonly number[]
  /** The annotations it belongs to. */
  readonly ids: readonly string[]
  /** The colour it is painted in to find where it stands; 0 for none. */
  readonly m: number
}

/**
 * Cuts a paragraph where its runs and marks begin and end. The edge of a mark that falls inside a
 * joined Arabic word, or between a letter and its combining marks, is drawn at the word's or
 * letter's edge: a cut there would break the joining. Without marks the runs are given as they are.
 */
export function segmentsFromParagraph(
  paragraph: PageParagraph,
  isMarked: boolean,
): readonly Segment[] {
  const text = paragraph.runs.map((run) => run.text).join('')
  const marks = isMarked ? paragraph.marks.map((mark) => snapped(mark, text)) : []
  const runs = runsWithOffsets(paragraph)
  const cuts = new Set([0, text.length])
  for (const { start } of runs) cuts.add(start)
  for (const { start, end } of marks) cuts.add(start).add(end)
  const edges = [...cuts].toSorted((a, b) => a - b)
  return edges.slice(1).map((end, i) => {
    const start = edges[i] ?? 0
    return {
      t: text.slice(start, end),
      lang: runs.findLast((run) => run.start <= start)?.language ?? paragraph.language,
      c: innermost(marks, start, end)?.kind ?? null,
      e: marks.flatMap((m) => (m.isLast && m.end === end && m.number !== null ? [m.number] : [])),
      ids: marks.flatMap((m) => (m.start <= start && m.end >= end ? [m.annotationId] : [])),
      m: 0,
    }
  })
}

/** Line breaking takes more than linear time: beyond this a paragraph is set in several pieces. */
const LONGEST_PIECE = 6000

/** Divides the segments of a very long paragraph at spaces; most paragraphs stay in one piece. */
export function piecesFromSegments(segments: readonly Segment[]): readonly (readonly Segment[])[] {
  const pieces: Segment[][] = [[]]
  let room = LONGEST_PIECE
  const add = (segment: Segment): void => {
    pieces.at(-1)?.push(segment)
    room -= segment.t.length
  }
  for (const segment of segments) {
    let rest = segment.t
    while (rest.length > room) {
      const cut = rest.lastIndexOf(' ', Math.max(room, 0)) + 1 || rest.indexOf(' ') + 1
      if (cut === 0) break
      add({ ...segment, t: rest.slice(0, cut), e: [] })
      rest = rest.slice(cut)
      pieces.push([])
      room = LONGEST_PIECE
    }
    add({ ...segment, t: rest })
  }
  return pieces.filter((piece) => piece.some(({ t, e }) => t !== '' || e.length > 0))
}

function runsWithOffsets(
  paragraph: PageParagraph,
): readonly { readonly start: number; readonly language: Language }[] {
  let start = 0
  return paragraph.runs.map((run) => {
    const at = start
    start += run.text.length
    return { start: at, language: run.language }
  })
}

function innermost(marks: readonly PageMark[], start: number, end: number): PageMark | null {
  return marks
    .filter((mark) => mark.start <= start && mark.end >= end)
    .reduce<PageMark | null>((a, b) => (a === null || isInner(b, a) ? b : a), null)
}

const isInner = (a: PageMark, b: PageMark): boolean =>
  a.start === b.start ? a.end <= b.end : a.start > b.start

function snapped(mark: PageMark, text: string): PageMark {
  let { start, end } = mark
  while (start > 0 && isBound(text, start)) start -= 1
  while (end < text.length && isBound(text, end)) end += 1
  return { ...mark, start, end }
}

const ARABIC_LETTER = /[\p{Script=Arabic}\p{M}\p{Join_Control}\u{640}]/u
const BOUND_TO_THE_LEFT = /[\p{M}\p{Join_Control}\u{dc00}-\u{dfff}]/u

function isBound(text: string, at: number): boolean {
  const [before, after] = [text.charAt(at - 1), text.charAt(at)]
  if (BOUND_TO_THE_LEFT.test(after)) return true
  return isArabicLetter(before) && isArabicLetter(after)
}

const isArabicLetter = (character: string): boolean =>
  ARABIC_LETTER.test(character) && !/\p{P}/u.test(character)
