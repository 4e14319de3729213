import type { Span } from '../../shared/text/anchor.ts'
import { draftFromText, writeDraft } from './edits.ts'
import type { Edit, WrittenDraft } from './edits.ts'
import type { Random } from './random.ts'

/** A passage marked in the old text, and what is known of it in the fresh one. */
export interface Passage {
  readonly span: Span
  readonly truth: Truth
}

/**
 * `alive`: stands in one piece with at least half its words. `dead`: no word of it is left. `torn`:
 * anything between, where no single answer is right. Pieces are largest first.
 */
export interface Truth {
  readonly state: 'alive' | 'torn' | 'dead'
  readonly pieces: readonly Span[]
}

/** Two issues of a text and the passages marked in the first. */
export interface AnchoringCase {
  readonly old: string
  readonly fresh: string
  readonly passages: readonly Passage[]
}

/** What a method answered: a place or none, and whether it asks the officer to look. */
export interface Answer {
  readonly span: Span | null
  readonly asks: boolean
}

export const VERDICTS = ['right', 'imprecise', 'silent-wrong', 'missed'] as const
export type Verdict = (typeof VERDICTS)[number]

/** Edits a text and marks `count` passages of 3 to 60 words in it, lengths spread by their logarithm. */
export function anchoringCase(
  text: string,
  edit: Edit,
  random: Random,
  count: number,
): AnchoringCase {
  const draft = draftFromText(text)
  const old = writeDraft(draft)
  const fresh = writeDraft(edit.apply(draft, random))
  const placeBySource = new Map<number, number>()
  for (const [place, word] of fresh.words.entries()) {
    if (word.source >= 0) placeBySource.set(word.source, place)
  }
  const passages = Array.from({ length: count }, () => {
    const length = Math.round(Math.exp(Math.log(3) + random.below(1000) * (Math.log(20) / 1000)))
    const first = random.below(Math.max(1, old.words.length - length))
    const last = Math.min(old.words.length, first + length) - 1
    const span = { start: old.spans[first]?.start ?? 0, end: old.spans[last]?.end ?? 0 }
    return { span, truth: truthOf(fresh, placeBySource, first, last) }
  })
  return { old: old.text, fresh: fresh.text, passages }
}

/** Holds an answer against the truth; only an answer that asks may be elsewhere without blame. */
export function verdictOn({ state, pieces }: Truth, { span, asks }: Answer): Verdict {
  if (span === null) return state === 'alive' ? 'missed' : 'right'
  const overlap = Math.max(0, ...pieces.map((piece) => overlapOf(piece, span)))
  if (overlap >= 0.8) return 'right'
  if (state === 'torn' && (asks || overlap > 0))
    return asks || overlap >= 0.5 ? 'right' : 'imprecise'
  return asks || overlap >= 0.5 ? 'imprecise' : 'silent-wrong'
}

function truthOf(
  fresh: WrittenDraft,
  placeBySource: ReadonlyMap<number, number>,
  first: number,
  last: number,
): Truth {
  const pieces: { first: number; last: number }[] = []
  let survivors = 0
  for (let source = first; source <= last; source++) {
    const place = placeBySource.get(source)
    if (place === undefined) continue
    if (fresh.words[place]?.isReplaced === false) survivors++
    const piece = pieces.at(-1)
    const skipped = piece === undefined ? [] : fresh.words.slice(piece.last + 1, place)
    const isNext = piece !== undefined && piece.last < place
    if (isNext && skipped.every((word) => word.source === -1)) piece.last = place
    else pieces.push({ first: place, last: place })
  }
  const isWhole = pieces.length === 1 && survivors * 2 >= last - first + 1
  return {
    state: pieces.length === 0 ? 'dead' : isWhole ? 'alive' : 'torn',
    pieces: pieces
      .toSorted((a, b) => b.last - b.first - a.last + a.first)
      .map((piece) => ({
        start: fresh.spans[piece.first]?.start ?? 0,
        end: fresh.spans[piece.last]?.end ?? 0,
      })),
  }
}

/** Intersection over union of two spans, in code units. */
function overlapOf(a: Span, b: Span): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return shared <= 0 ? 0 : shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start))
}
