import { execFileSync, spawnSync } from 'node:child_process'

/** Whether the machine has a program. */
export function hasProgram(name: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${name}`], { stdio: 'ignore' }).status === 0
}

/** Runs a program and gives what it printed; throws when it fails. */
export function outputOf(program: string, args: readonly string[], cwd?: string): string {
  return execFileSync(program, args, {
    encoding: 'utf8',
    // What it complains of is in the error that is thrown.
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 1 << 28,
    ...(cwd !== undefined && { cwd }),
  })
}

/** Writes one line to the standard output. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
