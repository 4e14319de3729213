import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/** A program of the tests' own that says a line for each line it is told. */
export interface Dialogue {
  /** What it says next. */
  readonly hear: () => Promise<string>
  /** Tells it a line; what it says then. */
  readonly ask: (line: string) => Promise<string>
  readonly end: () => Promise<void>
  readonly kill: () => Promise<void>
}

/** Starts such a program. */
export function startDialogue(script: string, ...args: readonly string[]): Dialogue {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const ended = once(child, 'exit')
  const hear = async (): Promise<string> => {
    const said = await lines.next()
    if (said.done === true) throw new Error(`${script} ended before it was done`)
    return said.value
  }
  return {
    hear,
    ask: (line) => {
      child.stdin.write(`${line}\n`)
      return hear()
    },
    end: async () => {
      child.stdin.end()
      await ended
    },
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}
