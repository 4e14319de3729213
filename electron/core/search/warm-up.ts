import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import type { ReadableArchive } from '../db/archive-handle.ts'
import type { Columns } from './columns.ts'
import { commonForms } from './common-forms.ts'
import { formExpression, titleExpression } from './match-expression.ts'
import { isRoomLeft, rowsMatching, stateOfIndex } from './rows-matching.ts'
import { findHitsWhileWanted } from './search.ts'

/** Searches until the code they go through is compiled. */
const SEARCHES = 16
/** As many are made however long they take. */
const FEWEST_SEARCHES = 8
/** Milliseconds between two steps, in which whatever was asked meanwhile is answered. */
const PAUSE_MS = 20
/** The same where something was asked: an officer is at work. */
const LONG_PAUSE_MS = 300
/** The part of a pause, 0 to 1, that a thread nobody asks anything is at work. */
const IDLE = 0.2
/** In an archive so large that a word takes this long, whoever asks meanwhile would wait for it. */
const LONGEST_STEP_MS = 250
/** An import changes the index again and again. */
const LOOK_EVERY_MS = 30_000

/**
 * Searches for the commonest words of the archive, one at a time, and reads the rows of more of
 * them, so that an officer who types meets code that is compiled and rows that were read: a word
 * that most texts have would take three times as long. Gives way to whatever is asked.
 */
export async function warmUp(
  db: ReadableArchive,
  columns: Columns,
  signal: AbortSignal,
): Promise<void> {
  const steps = commonForms(db)
  let step = steps.next()
  for (; step.done !== true; step = steps.next()) {
    await pause(signal)
    if (signal.aborted) return
  }
  const filter = { years: [], issuers: [], languages: [] }
  for (const [at, form] of step.value.entries()) {
    const begun = performance.now()
    if (at < SEARCHES) {
      await findHitsWhileWanted(db, columns, { query: form, filter, offset: 0, limit: 25 }, signal)
    } else {
      if (!isRoomLeft(db)) return
      rowsMatching(db, formExpression(form))
      rowsMatching(db, titleExpression(formExpression(form)))
    }
    const isLong = performance.now() - begun > LONGEST_STEP_MS
    if (isLong && at >= FEWEST_SEARCHES) return
    await pause(signal)
    if (signal.aborted) return
  }
}

/** Waits, and goes on waiting for as long as the thread is at work for somebody. */
async function pause(signal: AbortSignal): Promise<void> {
  for (let ms = PAUSE_MS; !signal.aborted; ms = LONG_PAUSE_MS) {
    const before = performance.eventLoopUtilization()
    await wait(ms)
    if (performance.eventLoopUtilization(before).utilization < IDLE) return
  }
}

/**
 * Comes back once the index is no longer the one that was warm (`stateOfIndex`) and was then left
 * alone between two looks, or when aborted.
 */
export async function untilCold(
  db: ReadableArchive,
  warm: string,
  signal: AbortSignal,
  lookEveryMs = LOOK_EVERY_MS,
): Promise<void> {
  for (let before = warm; !signal.aborted;) {
    await wait(lookEveryMs, undefined, { ref: false })
    const now = signal.aborted ? warm : stateOfIndex(db)
    if (now !== warm && now === before) return
    before = now
  }
}
