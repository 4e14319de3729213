import { spawnSync } from 'node:child_process'
import { chownSync, lstatSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** An account that may not do everything, as an officer's, which files can be closed to. */
export interface Account {
  /** Gives it a file or a folder with all that is in it. */
  readonly give: (place: string) => void
  /** Runs a program of ours under it to its end; what it printed. */
  readonly run: (script: string, ...args: readonly string[]) => string
}

/** `nobody` of most systems. */
const NOBODY = 65_534

/**
 * The account of this process where it has limits, or `nobody`. Null, with a printed line, where a
 * machine lets us become nobody else, or that account cannot read the program.
 */
export function anAccount(): Account | null {
  const isRoot = process.getuid?.() === 0
  const before = isRoot
    ? ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', '--']
    : []
  const run: Account['run'] = (...args) => {
    const [command = '', ...rest] = [...before, process.execPath, ...args]
    const cache = path.join(tmpdir(), 'fonds-nobody-cache')
    const env = { ...process.env, FONDS_LANG: 'fr', NODE_COMPILE_CACHE: cache }
    return spawnSync(command, rest, { env, encoding: 'utf8' }).stdout ?? ''
  }
  if (run('electron/cli/main.ts', '--help') === '') {
    process.stdout.write('SKIPPED: nobody else can run the program here\n')
    return null
  }
  const give = (place: string): void => {
    chownSync(place, NOBODY, NOBODY)
    if (!lstatSync(place).isDirectory()) return
    for (const name of readdirSync(place)) give(path.join(place, name))
  }
  return { give: (place) => isRoot && give(place), run }
}
