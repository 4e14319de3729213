import type { Selector } from '../model/annotation.ts'

/** A half-open span of UTF-16 code units in one text. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** The part of a selector that a text alone decides: its span and the words in and around it. */
export type TextSelector = Omit<Selector, 'versionId'>

/**
 * The selector of a passage of `text`: its words, and up to 32 code units before and after it cut
 * between words. White space at the edges is left out and a grapheme cluster that is cut is taken
 * whole (Web Annotation Data Model 4.2.4), so that `start` and `end` may differ from those given.
 * Null when the span lies outside the text or holds only white space.
 */
export function selectorFromSpan(text: string, start: number, end: number): TextSelector | null {
  if (!Number.isInteger(start) || !Number.isInteger(end)) return null
  if (start < 0 || end > text.length || start >= end) return null
  const asked = text.slice(start, end)
  if (asked.trim() === '') return null
  const words = {
    start: clusterStart(text, end - asked.trimStart().length),
    end: clusterEnd(text, start + asked.trimEnd().length),
  }
  return {
    start: words.start,
    end: words.end,
    exact: text.slice(words.start, words.end),
    prefix: text.slice(contextStart(text, words.start), words.start),
    suffix: text.slice(words.end, contextEnd(text, words.end)),
  }
}

/** The span of a selector when `text` still reads its exact words there; null otherwise. */
export function spanFromSelector(
  text: string,
  selector: Pick<Selector, 'start' | 'end' | 'exact'>,
): Span | null {
  const { start, end, exact } = selector
  return exact !== '' && text.slice(start, end) === exact ? { start, end } : null
}

const CONTEXT_UNITS = 32

const CLUSTER_WINDOW = 64

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** The grapheme cluster around an offset, looked for 64 code units about: segmenting costs a copy. */
function clusterAround(text: string, offset: number): Span {
  const from = Math.max(0, offset - CLUSTER_WINDOW)
  const nearby = text.slice(from, offset + CLUSTER_WINDOW)
  const cluster = graphemes.segment(nearby).containing(offset - from)
  if (cluster === undefined) return { start: offset, end: offset }
  const start = from + cluster.index
  return { start, end: start + cluster.segment.length }
}

const clusterStart = (text: string, offset: number): number => clusterAround(text, offset).start

function clusterEnd(text: string, offset: number): number {
  const cluster = clusterAround(text, offset)
  return cluster.start === offset ? offset : cluster.end
}

function contextStart(text: string, offset: number): number {
  if (offset <= CONTEXT_UNITS) return 0
  const earliest = clusterEnd(text, offset - CONTEXT_UNITS)
  const context = text.slice(earliest - 1, offset)
  const space = context.search(/\s\S/u)
  return space === -1 ? earliest : clusterEnd(text, earliest + space)
}

function contextEnd(text: string, offset: number): number {
  if (offset + CONTEXT_UNITS >= text.length) return text.length
  const latest = clusterStart(text, offset + CONTEXT_UNITS)
  const context = text.slice(offset, latest + 1)
  const kept = /^[\s\S]*\S(?=\s)/u.exec(context)?.[0].length
  return kept === undefined ? latest : clusterStart(text, offset + kept)
}
