import type { Span } from './anchor.ts'
import { alignTexts } from './align.ts'
import type { Alignment } from './align.ts'

/** Words that two wordings share or do not share; a span is null on the side that lacks them. */
export interface WordingRun {
  readonly kind: 'equal' | 'inserted' | 'deleted' | 'moved'
  readonly old: Span | null
  readonly fresh: Span | null
  /** False where equal or moved words are spelt differently: case, quotes, dashes, vowel signs. */
  readonly isVerbatim: boolean
}

/**
 * Compares two wordings word by word. Every word of either text lies in exactly one run on its side;
 * white space between runs belongs to none. Runs follow the fresh text, deleted words stand where
 * they were, moved ones at their new place.
 */
export function compareWordings(old: string, fresh: string): readonly WordingRun[] {
  const alignment = alignTexts(old, fresh)
  const { partner, origin, moved } = alignment
  const steps: Step[] = []
  const deleteFrom = (start: number): void => {
    for (let index = start; index < partner.length; index++) {
      if (partner[index] === -1) steps.push(stepFrom(alignment, index, -1))
      else if (moved[index] === 0) return
    }
  }
  deleteFrom(0)
  for (const [index, oldIndex] of origin.entries()) {
    steps.push(stepFrom(alignment, oldIndex, index))
    if (oldIndex >= 0 && moved[oldIndex] === 0) deleteFrom(oldIndex + 1)
  }
  return runsFromSteps(steps)
}

interface Step extends WordingRun {
  readonly oldIndex: number
  readonly freshIndex: number
}

function stepFrom(alignment: Alignment, oldIndex: number, freshIndex: number): Step {
  const old = alignment.old.tokens[oldIndex] ?? null
  const fresh = alignment.fresh.tokens[freshIndex] ?? null
  const place = {
    oldIndex,
    freshIndex,
    old: old && { start: old.start, end: old.end },
    fresh: fresh && { start: fresh.start, end: fresh.end },
  }
  if (old === null) return { ...place, kind: 'inserted', isVerbatim: true }
  if (fresh === null) return { ...place, kind: 'deleted', isVerbatim: true }
  return {
    ...place,
    kind: alignment.moved[oldIndex] === 1 ? 'moved' : 'equal',
    isVerbatim:
      alignment.old.text.slice(old.start, old.end) ===
      alignment.fresh.text.slice(fresh.start, fresh.end),
  }
}

function runsFromSteps(steps: readonly Step[]): readonly WordingRun[] {
  const runs: WordingRun[] = []
  let previous: Step | null = null
  for (const step of steps) {
    const { kind, old, fresh, isVerbatim } = step
    const last = runs.at(-1)
    if (last !== undefined && previous !== null && continues(previous, step)) {
      runs[runs.length - 1] = {
        kind,
        isVerbatim,
        old: join(last.old, old),
        fresh: join(last.fresh, fresh),
      }
    } else {
      runs.push({ kind, old, fresh, isVerbatim })
    }
    previous = step
  }
  return runs
}

function continues(previous: Step, step: Step): boolean {
  if (previous.kind !== step.kind || previous.isVerbatim !== step.isVerbatim) return false
  const isNextOld = step.old === null || step.oldIndex === previous.oldIndex + 1
  const isNextFresh = step.fresh === null || step.freshIndex === previous.freshIndex + 1
  return isNextOld && isNextFresh
}

const join = (first: Span | null, second: Span | null): Span | null =>
  first && second && { start: first.start, end: second.end }
