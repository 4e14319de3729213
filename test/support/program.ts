import { execFileSync, spawnSync } from 'node:child_process'

/** True when a program of the machine is there; says so in one line when it is not. */
export function hasProgram(name: string): boolean {
  const { error } = spawnSync(name, ['--version'], { stdio: 'ignore' })
  if (error === undefined) return true
  process.stdout.write(`${name} is not installed: the tests that need it are skipped\n`)
  return false
}

/** Runs a program and gives what it printed; throws when it fails. */
export const runProgram = (name: string, args: readonly string[]): string =>
  execFileSync(name, args, { maxBuffer: 1 << 28 }).toString('utf8')
