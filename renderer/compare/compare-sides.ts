import { compareWordings, type WordingRun } from '../../shared/text/align-compare.ts'

export type ChangeKind = 'inserted' | 'deleted' | 'moved' | 'typeset'

/** Words of one side as they are shown; `change` counts the changes from 0, null for shared words. */
export interface SidePiece {
  readonly start: number
  readonly end: number
  readonly kind: ChangeKind | 'plain'
  readonly change: number | null
}

export interface ComparedSides {
  readonly old: readonly SidePiece[]
  readonly fresh: readonly SidePiece[]
  /** In the order of the fresh text. */
  readonly changes: readonly { readonly kind: ChangeKind; readonly words: string }[]
}

/** Both texts cut where they differ. The pieces of a side are the whole of its text, in order. */
export function compareSides(old: string, fresh: string): ComparedSides {
  const changed = compareWordings(old, fresh).flatMap((run) => {
    const kind = kindOf(run)
    return kind === null ? [] : [{ run, kind }]
  })
  const marks = changed.map(({ run, kind }, change) => ({ run, kind, change }))
  return {
    old: piecesOf(
      old.length,
      marks.map(({ run, ...mark }) => ({ ...mark, span: run.old })),
    ),
    fresh: piecesOf(
      fresh.length,
      marks.map(({ run, ...mark }) => ({ ...mark, span: run.fresh })),
    ),
    changes: changed.map(({ run, kind }) => ({ kind, words: wordsOf(run, old, fresh) })),
  }
}

/** Two languages share names and numbers, which make up less of a text than this. */
const LEAST_SHARED = 0.2

/** Both texts without a mark: between two languages every word differs, and none is a change. */
export function sidesUnmarked(old: string, fresh: string): ComparedSides {
  return { old: piecesOf(old.length, []), fresh: piecesOf(fresh.length, []), changes: [] }
}

/** Whether two texts have so few words in common that they are not two wordings of one text. */
export function shareLittle({ old, fresh }: ComparedSides): boolean {
  return [old, fresh].every((pieces) => {
    const length = lengthOf(pieces)
    return length > 0 && lengthOf(pieces.filter(isShared)) < length * LEAST_SHARED
  })
}

const isShared = ({ kind }: SidePiece): boolean => kind === 'plain' || kind === 'typeset'

function lengthOf(pieces: readonly SidePiece[]): number {
  return pieces.reduce((sum, { start, end }) => sum + end - start, 0)
}

function kindOf({ kind, isVerbatim }: WordingRun): ChangeKind | null {
  if (kind !== 'equal') return kind
  return isVerbatim ? null : 'typeset'
}

function wordsOf(run: WordingRun, old: string, fresh: string): string {
  if (run.fresh !== null) return fresh.slice(run.fresh.start, run.fresh.end)
  return run.old === null ? '' : old.slice(run.old.start, run.old.end)
}

interface Mark {
  readonly kind: ChangeKind
  readonly change: number
  readonly span: { readonly start: number; readonly end: number } | null
}

function piecesOf(length: number, marks: readonly Mark[]): readonly SidePiece[] {
  const placed = marks
    .flatMap(({ span, kind, change }) => (span === null ? [] : [{ ...span, kind, change }]))
    .toSorted((a, b) => a.start - b.start)
  const pieces: SidePiece[] = []
  let at = 0
  for (const mark of placed) {
    if (mark.start > at) pieces.push({ start: at, end: mark.start, kind: 'plain', change: null })
    pieces.push(mark)
    at = mark.end
  }
  if (at < length) pieces.push({ start: at, end: length, kind: 'plain', change: null })
  return pieces
}
