import { setImmediate as nextTurn } from 'node:timers/promises'
import { fail, succeed } from '../../../shared/model/failure.ts'
import type { Outcome } from '../../../shared/model/failure.ts'

/**
 * Work done in steps: between two of them another call may be heard, and this one given up. A
 * statement that runs cannot be interrupted, so long sets are read in windows of rows.
 */
export type Steps<Result> = Generator<undefined, Result, undefined>

/** Takes every step at once. */
export function finish<Result>(steps: Steps<Result>): Result {
  let step = steps.next()
  while (step.done !== true) step = steps.next()
  return step.value
}

/** Lets other calls be heard between the steps; fails with `cancelled` once it is not wanted. */
export async function finishWhileWanted<Result>(
  steps: Steps<Result>,
  signal: AbortSignal,
): Promise<Outcome<Result>> {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return succeed(step.value)
    await nextTurn()
    if (signal.aborted) return fail({ kind: 'cancelled' })
  }
}

/** The same for work that may fail by itself: one outcome tells either. */
export async function settleWhileWanted<Value>(
  steps: Steps<Outcome<Value>>,
  signal: AbortSignal,
): Promise<Outcome<Value>> {
  const finished = await finishWhileWanted(steps, signal)
  return finished.ok ? finished.value : finished
}
