import { compareWordings, type WordingRun } from '../../../shared/text/align-compare.ts'
import type { Span } from '../../../shared/model/search.ts'

type Shared = WordingRun & { readonly old: Span; readonly fresh: Span }

/**
 * Compares two texts as `compareWordings` does, with as few words moved as there can be: of the words
 * that both have, those that weigh most and come in the same order on both sides stay, and removed
 * words stand right after what they followed.
 */
export function compareInOrder(old: string, fresh: string): readonly WordingRun[] {
  const runs = compareWordings(old, fresh)
  const shared = runs.filter(isShared)
  const staying = heaviestInOrder(shared)
  const deleted = runs
    .filter((run) => run.kind === 'deleted')
    .toSorted((a, b) => startOf(a) - startOf(b))
  const ordered: WordingRun[] = []
  let next = 0
  const deleteUntil = (end: number): void => {
    for (let run = deleted[next]; run && startOf(run) < end; run = deleted[next]) {
      ordered.push(run)
      next += 1
    }
  }
  const borders = [...staying].map(({ old: { start } }) => start)
  deleteUntil(borders[0] ?? Infinity)
  let passed = 0
  for (const run of runs) {
    if (run.kind === 'deleted') continue
    const stays = isShared(run) && staying.has(run)
    ordered.push(isShared(run) ? { ...run, kind: stays ? 'equal' : 'moved' } : run)
    if (!stays) continue
    passed += 1
    deleteUntil(borders[passed] ?? Infinity)
  }
  return ordered
}

const isShared = (run: WordingRun): run is Shared => run.old !== null && run.fresh !== null

const startOf = (run: WordingRun): number => run.old?.start ?? 0

/** A place in a rising sequence: the characters held so far, and the place before it. */
interface Step {
  readonly weight: number
  readonly before: number
}

/** The rising sequence of places in the old text that holds most characters. */
function heaviestInOrder(shared: readonly Shared[]): ReadonlySet<Shared> {
  const steps: Step[] = []
  for (const run of shared) {
    const { weight, before } = heaviestBefore(shared, steps, run)
    steps.push({ weight: weight + run.fresh.end - run.fresh.start, before })
  }
  const most = Math.max(0, ...steps.map(({ weight }) => weight))
  const chosen = new Set<Shared>()
  let at = steps.findIndex(({ weight }) => weight === most)
  while (at >= 0) {
    const run = shared[at]
    if (run) chosen.add(run)
    at = steps[at]?.before ?? -1
  }
  return new Set([...chosen].toReversed())
}

function heaviestBefore(shared: readonly Shared[], steps: readonly Step[], run: Shared): Step {
  let best: Step = { weight: 0, before: -1 }
  for (const [i, { weight }] of steps.entries()) {
    const isBefore = (shared[i]?.old.end ?? Infinity) <= run.old.start
    if (isBefore && weight > best.weight) best = { weight, before: i }
  }
  return best
}
