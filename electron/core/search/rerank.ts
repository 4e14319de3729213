import type { ReadableArchive } from '../db/archive-handle.ts'
import type { Columns } from './columns.ts'
import type { Found, Highlighter } from './highlight.ts'
import { countHolding } from './match-expression.ts'
import type { Families } from './match-expression.ts'
import type { TextNode } from './query.ts'
import type { Ranked, Weight } from './rank.ts'

/** How many of the best are looked at closely. */
export const RERANKED = 60

const TITLE_WEIGHT = 5
/** BM25's saturation and length normalisation, at their usual values. */
const K1 = 1.2
const B = 0.75
/** Another form of a word says a little less than the word as it was typed. */
const OTHER_FORM = 0.85
/** How much it is worth, at most, that the words of a query stand together. */
const TOGETHER = 0.5
/** Characters between the words that halve that worth. */
const TOGETHER_SPREAD = 40

interface Reading {
  readonly ranked: Ranked
  readonly title: Counted
  readonly text: Counted
  readonly closeness: number
}

interface Counted {
  /** How often each part of the query was found. */
  readonly frequencies: readonly number[]
  readonly length: number
}

/**
 * Puts the best ranked in a better order by reading them. FTS5 weighs each form of a word by its
 * own rarity, so that a rare inflection outranks the word asked for; here a word and its forms
 * count together (BM25F), as typed a little more, and words that stand together more than words
 * that stand apart. Only the first 60 change places.
 */
export function rerank(
  db: ReadableArchive,
  columns: Columns,
  ranked: readonly Ranked[],
  query: {
    readonly wanted: readonly TextNode[]
    readonly families: Families
    readonly highlight: Highlighter
    readonly weigh: Weight
  },
): readonly Ranked[] {
  const { wanted, families, highlight, weigh } = query
  if (ranked.length < 2 || !isWorthReading(wanted, families)) return ranked
  // The rarity of a single part weighs every text alike, and counting it is a whole search.
  const rarities =
    wanted.length === 1 ? [1] : wanted.map((node) => rarityOf(db, columns, node, families))
  const wording = db.prepare<{ title: string; text: string }>(
    'SELECT title, text FROM version WHERE seq = ?',
  )
  const readings = ranked.slice(0, RERANKED).map((one) => {
    const { title = '', text = '' } = wording.get(columns.version[one.row] ?? 0) ?? {}
    return readingFrom(one, { title, text }, highlight, wanted.length)
  })
  const lengths = {
    title: meanOf(readings.map(({ title }) => title.length)),
    text: meanOf(readings.map(({ text }) => text.length)),
  }
  const rest = ranked.slice(RERANKED)
  const floor = rest[0]?.score ?? 0
  const better = readings
    .map((reading) => ({
      row: reading.ranked.row,
      score: floor + scoreOf(reading, lengths, rarities) * weigh(reading.ranked.row),
    }))
    .toSorted(
      (one, other) =>
        other.score - one.score || (columns.date[other.row] ?? 0) - (columns.date[one.row] ?? 0),
    )
  return [...better, ...rest]
}

/** One word in one form is already weighed as it should be. */
function isWorthReading(wanted: readonly TextNode[], families: Families): boolean {
  const [only, ...others] = wanted
  if (only === undefined) return false
  return (
    others.length > 0 ||
    only.kind === 'near' ||
    (families.get(only.forms[0] ?? '') ?? []).length > 1
  )
}

/** Inverse document frequency of a part with all of its forms, always above zero. */
function rarityOf(
  db: ReadableArchive,
  columns: Columns,
  node: TextNode,
  families: Families,
): number {
  const count = countHolding(db, node, families)
  return Math.log(1 + Math.max(0, columns.count - count + 0.5) / (count + 0.5))
}

function readingFrom(
  ranked: Ranked,
  { title, text }: { readonly title: string; readonly text: string },
  highlight: Highlighter,
  parts: number,
): Reading {
  const inTitle = highlight('title', title)
  const inText = highlight('text', text)
  return {
    ranked,
    title: countedFrom(title, inTitle, parts),
    text: countedFrom(text, inText, parts),
    closeness: Math.max(closenessOf(inTitle, parts), closenessOf(inText, parts)),
  }
}

function countedFrom(text: string, found: readonly Found[], parts: number): Counted {
  const frequencies = Array.from({ length: parts }, () => 0)
  for (const { part, isOwnForm } of found) {
    frequencies[part] = (frequencies[part] ?? 0) + (isOwnForm ? 1 : OTHER_FORM)
  }
  return { frequencies, length: text.length }
}

/** 1 when all parts of the query stand side by side somewhere, falling towards 0 as they part. */
function closenessOf(found: readonly Found[], parts: number): number {
  if (parts < 2) return 0
  const last = new Map<number, Found>()
  let best = 0
  for (const one of found) {
    last.set(one.part, one)
    if (last.size < parts) continue
    const starts = [...last.values()].map(({ start }) => start)
    const covered = [...last.values()].reduce((sum, { start, end }) => sum + end - start, 0)
    const gap = Math.max(0, one.end - Math.min(...starts) - covered)
    best = Math.max(best, TOGETHER_SPREAD / (TOGETHER_SPREAD + gap))
  }
  return best
}

function scoreOf(
  { title, text, closeness }: Reading,
  lengths: { readonly title: number; readonly text: number },
  rarities: readonly number[],
): number {
  const titleNorm = 1 - B + (B * title.length) / lengths.title
  const textNorm = 1 - B + (B * text.length) / lengths.text
  const sum = rarities.reduce((total, rarity, part) => {
    const frequency =
      (TITLE_WEIGHT * (title.frequencies[part] ?? 0)) / titleNorm +
      (text.frequencies[part] ?? 0) / textNorm
    return total + (rarity * frequency) / (K1 + frequency)
  }, 0)
  return sum * (1 + TOGETHER * closeness)
}

function meanOf(values: readonly number[]): number {
  return Math.max(1, values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length))
}
