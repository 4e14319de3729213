import type { Paragraph } from '../../../shared/model/communique.ts'
import type { Direction, Language } from '../../../shared/model/language.ts'
import type { Span } from '../../../shared/model/search.ts'
import type { WordingRun } from '../../../shared/text/align-compare.ts'
import { compareInOrder } from './ordered-runs.ts'

/** How words of one text stand to the other; `respelt` words are the same, written otherwise. */
type Change = 'equal' | 'inserted' | 'deleted' | 'moved' | 'respelt'

/** A stretch of one paragraph. */
interface Piece {
  readonly t: string
  readonly change: Change
}

/** One paragraph in stretches. */
export interface ComparedParagraph {
  readonly lang: Language
  readonly dir: Direction
  readonly pieces: readonly Piece[]
}

/** A text as it is compared: its words and where its paragraphs lie. */
export interface ComparedText {
  readonly text: string
  readonly paragraphs: readonly Paragraph[]
}

/** Two texts side by side, a row for each pair of paragraphs; null where one side has none. */
export type ComparedRow = readonly [ComparedParagraph | null, ComparedParagraph | null]

/** How many stretches of each kind lie between two texts. */
export type ChangeCounts = Readonly<Record<Exclude<Change, 'equal'>, number>>

/** Counts what differs between two texts. */
export function countChanges(old: ComparedText, fresh: ComparedText): ChangeCounts {
  const counts = { inserted: 0, deleted: 0, moved: 0, respelt: 0 }
  for (const run of tidyRuns(old, fresh)) {
    const change = changeOf(run)
    if (change !== 'equal') counts[change] += 1
  }
  return counts
}

/** One text with what was removed in its place and what was added marked, in its paragraphs. */
export function mergedParagraphs(
  old: ComparedText,
  fresh: ComparedText,
): readonly ComparedParagraph[] {
  const paragraphs: { lang: Language; dir: Direction; pieces: Piece[] }[] = []
  const at = { old: 0, fresh: 0 }
  let last: WordingRun | null = null
  for (const run of tidyRuns(old, fresh)) {
    const side = run.fresh === null ? 'old' : 'fresh'
    const [source, span] = run.fresh === null ? [old, run.old] : [fresh, run.fresh]
    if (span === null) continue
    const gap = gapBetween(source.text.slice(at[side], Math.max(at[side], span.start)), last, run)
    last = run
    const isNew = paragraphs.length === 0 || gap.includes('\n\n')
    const pieces = cutAtParagraphs(source, span)
    for (const [i, { t, paragraph }] of pieces.entries()) {
      if (isNew || i > 0) paragraphs.push({ ...sideOf(paragraph), pieces: [] })
      else if (gap !== '') append(paragraphs, { t: gap, change: 'equal' })
      append(paragraphs, { t, change: changeOf(run) })
    }
    at[side] = span.end
    if (run.old !== null && run.kind === 'equal') at.old = run.old.end
  }
  return paragraphs
}

/** What stands between two runs: the blanks of the text, one where removed meets added. */
function gapBetween(between: string, last: WordingRun | null, run: WordingRun): string {
  // Words that were moved away are shown where they are now.
  const blank = between.trim() === '' ? between : ' '
  const isMeeting = last !== null && last.kind !== run.kind && isChanged(last) && isChanged(run)
  return blank === '' && isMeeting ? ' ' : blank
}

/** Both texts whole, each with its own changes, paragraphs that share most words in one row. */
export function rowsSideBySide(old: ComparedText, fresh: ComparedText): readonly ComparedRow[] {
  const runs = tidyRuns(old, fresh)
  const [left, right] = [paragraphsOfSide(old, runs, 'old'), paragraphsOfSide(fresh, runs, 'fresh')]
  const rows: ComparedRow[] = []
  let [i, j] = [0, 0]
  const fill = (toLeft: number, toRight: number): void => {
    while (i < toLeft || j < toRight) {
      rows.push([
        i < toLeft ? (left[i++] ?? null) : null,
        j < toRight ? (right[j++] ?? null) : null,
      ])
    }
  }
  for (const [one, two] of anchors(old, fresh, runs)) {
    fill(one, two)
    fill(one + 1, two + 1)
  }
  fill(left.length, right.length)
  return rows
}

/**
 * The runs without chance agreements: an apostrophe or a short word that two changed stretches have
 * in common would cut both to pieces, so it counts as changed with them.
 */
function tidyRuns(old: ComparedText, fresh: ComparedText): readonly WordingRun[] {
  const runs = compareInOrder(old.text, fresh.text)
  const isChance = runs.map((run, i) => {
    if (run.kind !== 'equal' || run.fresh === null) return false
    const letters = fresh.text.slice(run.fresh.start, run.fresh.end).match(/\p{L}/gu)?.length ?? 0
    return letters <= LONGEST_CHANCE && isChanged(runs[i - 1]) && isChanged(runs[i + 1])
  })
  const tidied: WordingRun[] = []
  for (let from = 0; from < runs.length;) {
    let to = from
    while (to < runs.length && (isChanged(runs[to]) || isChance[to])) to += 1
    const group = runs.slice(from, to)
    if (isChance.slice(from, to).includes(true)) tidied.push(...joined(group, { old, fresh }))
    else tidied.push(...group)
    const next = runs[to]
    if (next) tidied.push(next)
    from = to + 1
  }
  return tidied
}

const LONGEST_CHANCE = 2

const isChanged = (run: WordingRun | undefined): boolean =>
  run?.kind === 'inserted' || run?.kind === 'deleted'

/** What a group removes, as one run, and what it adds, as another. */
function joined(
  group: readonly WordingRun[],
  texts: Readonly<Record<'old' | 'fresh', ComparedText>>,
): readonly WordingRun[] {
  const whole = (side: 'old' | 'fresh'): Span | null => {
    const spans = group.flatMap((run) => run[side] ?? [])
    const [first, last] = [spans[0], spans.at(-1)]
    // Words that were moved away may lie between: they are not part of what was removed.
    const isWhole = spans.every((span, i) => {
      const before = spans[i - 1]
      return !before || texts[side].text.slice(before.end, span.start).trim() === ''
    })
    return first && last && isWhole ? { start: first.start, end: last.end } : null
  }
  const [old, fresh] = [whole('old'), whole('fresh')]
  if (old === null || fresh === null) return group
  return [
    { kind: 'deleted', old, fresh: null, isVerbatim: true },
    { kind: 'inserted', old: null, fresh, isVerbatim: true },
  ]
}

const changeOf = ({ kind, isVerbatim }: WordingRun): Change =>
  kind === 'equal' && !isVerbatim ? 'respelt' : kind

const sideOf = ({ language, direction }: Paragraph): Pick<ComparedParagraph, 'lang' | 'dir'> => ({
  lang: language,
  dir: direction,
})

function append(paragraphs: readonly { readonly pieces: Piece[] }[], piece: Piece): void {
  paragraphs.at(-1)?.pieces.push(piece)
}

interface Cut extends Span {
  readonly t: string
  readonly paragraph: Paragraph
}

/** The parts of a span that lie in each paragraph, without the blank lines between them. */
function cutAtParagraphs({ text, paragraphs }: ComparedText, span: Span): readonly Cut[] {
  return paragraphs
    .filter(({ start, end }) => start < span.end && end > span.start)
    .map((paragraph) => {
      const [start, end] = [
        Math.max(span.start, paragraph.start),
        Math.min(span.end, paragraph.end),
      ]
      return { t: text.slice(start, end), start, end, paragraph }
    })
}

/** Each paragraph of one side, its changes marked and every character of it kept. */
function paragraphsOfSide(
  source: ComparedText,
  runs: readonly WordingRun[],
  side: 'old' | 'fresh',
): readonly ComparedParagraph[] {
  const cuts = runs
    .flatMap((run) => {
      const span = run[side]
      return span === null
        ? []
        : cutAtParagraphs(source, span).map((cut) => ({ ...cut, change: changeOf(run) }))
    })
    .toSorted((a, b) => a.start - b.start)
  return source.paragraphs.map((paragraph) => {
    const pieces: Piece[] = []
    let from = paragraph.start
    const plain = (to: number): void => {
      if (to > from) pieces.push({ t: source.text.slice(from, to), change: 'equal' })
    }
    for (const { t, start, end, change } of cuts.filter((cut) => cut.paragraph === paragraph)) {
      plain(start)
      pieces.push({ t, change })
      from = end
    }
    plain(paragraph.end)
    return { ...sideOf(paragraph), pieces }
  })
}

/** Pairs of paragraphs that share most of their words, rising on both sides. */
function anchors(
  old: ComparedText,
  fresh: ComparedText,
  runs: readonly WordingRun[],
): readonly (readonly [number, number])[] {
  const shared = new Map<number, Map<number, number>>()
  for (const run of runs) {
    if (run.kind !== 'equal' || run.old === null || run.fresh === null) continue
    const [lefts, rights] = [cutAtParagraphs(old, run.old), cutAtParagraphs(fresh, run.fresh)]
    for (const right of rights) {
      const at = fresh.paragraphs.indexOf(right.paragraph)
      const counts = shared.get(at) ?? new Map<number, number>()
      // A run that goes on over several paragraphs does so on both sides.
      const left = lefts[Math.min(rights.indexOf(right), lefts.length - 1)]
      if (!left) continue
      const one = old.paragraphs.indexOf(left.paragraph)
      counts.set(one, (counts.get(one) ?? 0) + right.t.length)
      shared.set(at, counts)
    }
  }
  let last = -1
  return [...shared]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([at, counts]) => {
      const [best] = [...counts].toSorted(([, a], [, b]) => b - a)
      if (!best || best[0] <= last) return []
      last = best[0]
      return [[best[0], at] as const]
    })
}
