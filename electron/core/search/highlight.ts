import type { Span } from '../../../shared/model/search.ts'
import { wordSpans } from '../../../shared/text/analyse.ts'
import { foldWord } from '../../../shared/text/fold.ts'
import { findExact } from './exact.ts'
import { wordings } from './match-expression.ts'
import type { Families } from './match-expression.ts'
import type { NearNode, Scope, TextNode, WordsNode } from './query.ts'

/** A span found by one part of a query. */
export interface Found extends Span {
  /** Index of the part among those wanted. */
  readonly part: number
  /** False for another form of the word that was typed. */
  readonly isOwnForm: boolean
}

/** Finds in a field every span that answers a query, in reading order. */
export type Highlighter = (field: Exclude<Scope, 'any'>, text: string) => readonly Found[]

/** The words of one text; a form is only worked out when it is asked for. */
interface Words {
  readonly text: string
  readonly spans: readonly number[]
  readonly forms: (string | undefined)[]
}

type Finder = (words: Words) => readonly Found[]

/** Prepares to mark what the given parts of a query want, in the words of the original. */
export function createHighlighter(nodes: readonly TextNode[], families: Families): Highlighter {
  const finders = nodes.map((node, part) => ({ node, find: finderFrom(node, families, part) }))
  return (field, text) => {
    const concerned = finders.filter(({ node }) => node.scope === 'any' || node.scope === field)
    if (concerned.length === 0) return []
    const words: Words = { text, spans: wordSpans(text), forms: [] }
    return concerned
      .flatMap(({ find }) => find(words))
      .toSorted((one, other) => one.start - other.start || other.end - one.end)
  }
}

/** The spans without their parts, joined where they cover the same characters. */
export function mergedSpans(found: readonly Found[]): Span[] {
  const merged: Span[] = []
  for (const { start, end } of found) {
    const last = merged.at(-1)
    if (last === undefined || start >= last.end) merged.push({ start, end })
    else if (end > last.end) merged[merged.length - 1] = { start: last.start, end }
  }
  return merged
}

function finderFrom(node: TextNode, families: Families, part: number): Finder {
  switch (node.kind) {
    case 'exact':
      return ({ text }) => findWordings(text, node.text, part)
    case 'words':
      return sequenceFinder(node, families, part)
    case 'near':
      return nearFinder(node, families, part)
  }
}

function findWordings(text: string, wording: string, part: number): readonly Found[] {
  const found: Found[] = []
  for (let at = findExact(text, wording, 0); at >= 0; at = findExact(text, wording, at + 1)) {
    found.push({ start: at, end: at + wording.length, part, isOwnForm: true })
  }
  return found
}

function sequenceFinder(node: WordsNode, families: Families, part: number): Finder {
  const accepted = wordings(node, families)
  const mayBegin = initialFilter(accepted.map(([first = '']) => first))
  const length = node.forms.length
  return (words) => {
    const found: Found[] = []
    for (let index = 0; index < words.spans.length / 2 - length + 1; index++) {
      const start = words.spans[index * 2] ?? 0
      if (!mayBegin(words.text, start)) continue
      const which = accepted.findIndex((forms) => isSequenceAt(words, index, forms, node.prefix))
      if (which < 0) continue
      const end = words.spans[(index + length) * 2 - 1] ?? start
      found.push({ start, end, part, isOwnForm: which === 0 })
    }
    return found
  }
}

function isSequenceAt(
  words: Words,
  index: number,
  forms: readonly string[],
  prefix: boolean,
): boolean {
  return forms.every((form, offset) => {
    const other = formAt(words, index + offset)
    return prefix && offset === forms.length - 1 ? other.startsWith(form) : other === form
  })
}

/** As FTS5 counts: at most `distance` words between the first and the last of a group. */
function nearFinder(node: NearNode, families: Families, part: number): Finder {
  const wanted = node.forms.map((form) => families.get(form) ?? [form])
  const mayBegin = initialFilter(wanted.flat())
  return (words) => {
    const places: { readonly index: number; readonly which: number }[] = []
    for (let index = 0; index < words.spans.length / 2; index++) {
      if (!mayBegin(words.text, words.spans[index * 2] ?? 0)) continue
      const form = formAt(words, index)
      wanted.forEach((forms, which) => {
        if (forms.includes(form)) places.push({ index, which })
      })
    }
    const near = new Set<number>()
    for (const [from, first] of places.entries()) {
      let until = from
      const present = new Set<number>()
      for (; until < places.length; until++) {
        const { index = 0, which = 0 } = places[until] ?? {}
        if (index - first.index - 1 > node.distance) break
        present.add(which)
      }
      if (present.size < wanted.length) continue
      for (const { index } of places.slice(from, until)) near.add(index)
    }
    return [...near].map((index) => ({
      start: words.spans[index * 2] ?? 0,
      end: words.spans[index * 2 + 1] ?? 0,
      part,
      isOwnForm: true,
    }))
  }
}

/** Rules out most words by their first letter, before any of them is folded. */
function initialFilter(forms: readonly string[]): (text: string, start: number) => boolean {
  const initials = new Set(forms.map((form) => form.charAt(0)))
  const seen = new Map<number, boolean>()
  return (text, start) => {
    const unit = text.charCodeAt(start)
    const known = seen.get(unit)
    if (known !== undefined) return known
    const letter = String.fromCodePoint(text.codePointAt(start) ?? 0)
    const may = initials.has(foldWord(letter).charAt(0))
    // A surrogate half does not tell which letter it begins.
    if (letter.length === 1) seen.set(unit, may)
    return may
  }
}

function formAt(words: Words, index: number): string {
  const known = words.forms[index]
  if (known !== undefined) return known
  const form = foldWord(words.text.slice(words.spans[index * 2], words.spans[index * 2 + 1]))
  words.forms[index] = form
  return form
}
