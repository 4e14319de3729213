import { Fragment } from 'react'

interface Place {
  readonly start: number
  readonly end: number
}

/**
 * Text with some passages marked. Spans are half-open UTF-16 offsets into the whole that `text`
 * was cut from at `offset`; what lies outside is left out.
 */
export function MarkedText({
  text,
  spans,
  offset = 0,
}: {
  readonly text: string
  readonly spans: readonly Place[]
  readonly offset?: number
}) {
  return piecesOf(text, spans, offset).map(({ words, isMarked }, index) =>
    // oxlint-disable-next-line react/no-array-index-key -- other words are drawn in the same place
    isMarked ? <mark key={index}>{words}</mark> : <Fragment key={index}>{words}</Fragment>,
  )
}

interface Piece {
  readonly words: string
  readonly isMarked: boolean
}

function piecesOf(text: string, spans: readonly Place[], offset: number): readonly Piece[] {
  const pieces: Piece[] = []
  let at = 0
  const add = (end: number, isMarked: boolean): void => {
    if (end > at) pieces.push({ words: text.slice(at, end), isMarked })
    at = Math.max(at, end)
  }
  for (const span of joined(text, spans, offset)) {
    add(Math.min(text.length, span.start - offset), false)
    add(Math.min(text.length, span.end - offset), true)
  }
  add(text.length, false)
  return pieces
}

/** Marks that only white space keeps apart are read as one. */
function joined(text: string, spans: readonly Place[], offset: number): readonly Place[] {
  const whole: Place[] = []
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = whole.at(-1)
    const gap = last && text.slice(last.end - offset, Math.max(0, span.start - offset))
    if (last && last.end >= offset && gap?.trim() === '') {
      whole.splice(-1, 1, { start: last.start, end: Math.max(last.end, span.end) })
    } else whole.push(span)
  }
  return whole
}
