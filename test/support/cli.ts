import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import path from 'node:path'

/** What a command printed and how it ended. */
export interface CliRun {
  readonly code: number | null
  readonly out: string
  readonly json: () => unknown
}

const MAIN = 'electron/cli/main.ts'
const env = (): NodeJS.ProcessEnv => ({
  ...process.env,
  FONDS_LANG: 'fr',
  FONDS_ACTOR: 'Officier',
  // A command that ends leaves its modules compiled: the next ones start in half the time.
  NODE_COMPILE_CACHE: path.resolve('node_modules/.cache/fonds-cli'),
})

/** Runs `fonds` to its end. */
export function runCli(...args: readonly string[]): CliRun {
  const { status, stdout } = spawnSync(process.execPath, [MAIN, ...args], {
    env: env(),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  return { code: status, out: stdout, json: () => JSON.parse(stdout) }
}

/** Starts `fonds` and leaves it running. */
export function startCli(...args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [MAIN, ...args], { env: env(), stdio: 'ignore' })
}
