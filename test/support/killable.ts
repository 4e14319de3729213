import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'

/** A program of ours that prints as it begins, and is killed at a moment of one's choosing. */
export interface Killable {
  readonly begun: Promise<unknown>
  /** Its exit code; null where it was killed. */
  readonly ended: Promise<unknown>
  readonly isRunning: () => boolean
  readonly kill: () => boolean
}

/** Starts a program of the tests' own support. */
export function startKillable(script: string, ...args: readonly string[]): Killable {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const begun = once(child.stdout, 'data')
  const ended = once(child, 'exit').then(([code]): unknown => code)
  const isRunning = (): boolean => child.exitCode === null && child.signalCode === null
  return { begun, ended, isRunning, kill: () => child.kill('SIGKILL') }
}

/** Lets a program run to its end; how long it worked, in milliseconds. */
export async function timeOf(program: Killable): Promise<number> {
  await program.begun
  const started = performance.now()
  const code = await program.ended
  if (code !== 0) throw new Error(`the program ended with ${String(code)}`)
  return performance.now() - started
}

/** When to kill a program: that something has come to be, or so many milliseconds of its work. */
export type Moment = (() => boolean) | number

/** Kills a program once a moment has come after its beginning, or lets it end before. */
export async function killAt(program: Killable, moment: Moment): Promise<void> {
  await program.begun
  const started = performance.now()
  const hasCome = typeof moment === 'number' ? () => performance.now() - started >= moment : moment
  while (program.isRunning() && !hasCome()) await wait(1)
  program.kill()
  await program.ended
}
