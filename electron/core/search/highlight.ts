import type { Snippet, Span } from '../../../shared/model/search.ts'
import { analyse } from '../../../shared/text/analyse.ts'
import type { FoldMemory, Word } from '../../../shared/text/analyse.ts'
import { wordings } from './match-expression.ts'
import type { Families } from './match-expression.ts'
import { findExact } from './matching.ts'
import type { Scope, TextNode } from './query.ts'

/** A span found by one part of a query. */
interface Found extends Span {
  /** Index of the part among those wanted. */
  readonly part: number
}

/** Finds in a field every span that answers a query. */
export type Highlighter = (field: Field, text: string) => readonly Found[]
type Field = Exclude<Scope, 'any'>

/** About as much as three lines of the list. */
const SNIPPET_LENGTH = 260
/** What a snippet shows before its first match. */
const SNIPPET_LEAD = 70
const MAX_SNIPPETS = 3

/** Prepares to mark what the given parts of a query want, in the words of the original. */
export function createHighlighter(nodes: readonly TextNode[], families: Families): Highlighter {
  const memory: FoldMemory = new Map()
  const finders = nodes.map((node, part) => ({ node, find: finderOf(node, families, part) }))
  return (field, text) => {
    const words = finders.length === 0 ? [] : analyse(text, memory)
    return finders
      .filter(({ node }) => node.scope === 'any' || node.scope === field)
      .flatMap(({ find }) => find(text, words))
      .toSorted((one, other) => one.start - other.start || other.end - one.end)
  }
}

/** The spans without their parts, joined where they touch the same characters. */
export function mergedSpans(found: readonly Found[]): readonly Span[] {
  const merged: { start: number; end: number }[] = []
  for (const { start, end } of found) {
    const last = merged.at(-1)
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end)
    else merged.push({ start, end })
  }
  return merged
}

/**
 * The passages of a text that show best what was found: those with the most different parts of
 * the query first come first, at most three, in reading order; the beginning when nothing was.
 */
export function cutSnippets(
  text: string,
  found: readonly Found[],
  from: Pick<Snippet, 'field' | 'annotationId'>,
): Snippet[] {
  const spans = mergedSpans(found)
  return choosePassages(text, found).map(({ start, end }) => ({
    ...from,
    text: text.slice(start, end),
    start,
    matches: spans
      .filter((span) => span.start >= start && span.end <= end)
      .map((span) => ({ ...span })),
  }))
}

function choosePassages(text: string, found: readonly Found[]): readonly Span[] {
  if (found.length === 0) return text === '' ? [] : [passageAround(text, 0, 0)]
  const candidates = found.map((first, index) => {
    const passage = passageAround(text, first.start, first.end)
    const parts = new Set<number>()
    let count = 0
    for (const { start, end, part } of found.slice(index, index + 30)) {
      if (start < passage.start || end > passage.end) continue
      parts.add(part)
      count++
    }
    return { ...passage, worth: parts.size * 100 + Math.min(count, 20) }
  })
  const chosen: Span[] = []
  for (const { start, end } of candidates.toSorted((one, other) => other.worth - one.worth)) {
    if (chosen.length === MAX_SNIPPETS) break
    if (!chosen.some((passage) => start < passage.end && end > passage.start)) {
      chosen.push({ start, end })
    }
  }
  return chosen.toSorted((one, other) => one.start - other.start)
}

/** A passage that begins and ends between words, and with the paragraph where that is near. */
function passageAround(text: string, start: number, end: number): Span {
  const from = boundaryAfter(text, start - SNIPPET_LEAD, start)
  const until = boundaryBefore(text, Math.max(end, from + SNIPPET_LENGTH), end)
  return { start: from, end: until }
}

function boundaryAfter(text: string, from: number, limit: number): number {
  if (from <= 0) return 0
  const paragraph = text.lastIndexOf('\n', limit - 1) + 1
  if (paragraph > from) return paragraph
  const space = text.slice(from, limit).search(/\s/u)
  return space < 0 ? limit : from + space + 1
}

function boundaryBefore(text: string, until: number, limit: number): number {
  if (until >= text.length) return text.length
  const space = text.slice(limit, until + 1).search(/\s\S*$/u)
  return space < 0 ? limit : limit + space
}

type Finder = (text: string, words: readonly Word[]) => readonly Found[]

function finderOf(node: TextNode, families: Families, part: number): Finder {
  switch (node.kind) {
    case 'exact':
      return (text) => findWordings(text, node.text, part)
    case 'words': {
      const accepted = wordings(node, families)
      return (_, words) => findSequences(words, accepted, node.prefix, part)
    }
    case 'near':
      return (_, words) =>
        findSequences(
          words,
          node.forms.flatMap((form) => families.get(form) ?? [form]).map((form) => [form]),
          false,
          part,
        )
  }
}

function findWordings(text: string, wording: string, part: number): readonly Found[] {
  const found: Found[] = []
  for (let at = findExact(text, wording, 0); at >= 0; at = findExact(text, wording, at + 1)) {
    found.push({ start: at, end: at + wording.length, part })
  }
  return found
}

function findSequences(
  words: readonly Word[],
  accepted: readonly (readonly string[])[],
  prefix: boolean,
  part: number,
): readonly Found[] {
  const byFirst = Map.groupBy(accepted, ([first = '']) => first)
  const found: Found[] = []
  words.forEach((word, index) => {
    const sequences = prefix && accepted[0]?.length === 1 ? accepted : byFirst.get(word.form)
    const sequence = sequences?.find((forms) => isSequenceAt(words, index, forms, prefix))
    const last = words[index + (sequence?.length ?? 0) - 1]
    if (sequence !== undefined && last !== undefined)
      found.push({ start: word.start, end: last.end, part })
  })
  return found
}

function isSequenceAt(
  words: readonly Word[],
  index: number,
  forms: readonly string[],
  prefix: boolean,
): boolean {
  return forms.every((form, offset) => {
    const other = words[index + offset]?.form
    if (other === undefined) return false
    return prefix && offset === forms.length - 1 ? other.startsWith(form) : other === form
  })
}
