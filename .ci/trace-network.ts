/**
 * Counts what a scripted session of the desktop shell asks of the network, by its system calls:
 * the main process, the archive host, its readers and Chromium are all traced. Two controls that
 * do reach out, one of Node and one of Chromium, must be caught, or the count proves nothing.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { say } from './pack/programs.ts'

const CALLS = 'connect,sendto,sendmsg,sendmmsg'
/** An address that is reserved for documentation: nobody answers there (RFC 5737). */
const NOBODY = '192.0.2.1'
const REACH = `require('node:net').connect(9, '${NOBODY}').setTimeout(500).on('timeout', process.exit)`

const folder = mkdtempSync(path.join(tmpdir(), 'fonds-trace-'))
try {
  process.exitCode = traceAll() ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function traceAll(): boolean {
  const profile = `--user-data-dir=${path.join(folder, 'profile')}`
  const chromium = ['--headless', '--no-sandbox', '--disable-gpu', profile, '--timeout=3000']
  const node = traced([process.execPath, '-e', REACH])
  say(`control, Node:       ${node.length} attempts`)
  const browser = traced(['/usr/bin/chromium', ...chromium, `http://${NOBODY}/`])
  say(`control, Chromium:   ${browser.length} attempts`)
  const vitest = path.resolve('node_modules/vitest/vitest.mjs')
  const session = traced([process.execPath, vitest, 'run', 'test/e2e/desktop.e2e.ts'])
  say(`session, everything: ${session.length} attempts`)
  for (const line of session.slice(0, 10)) say(`  ${line}`)
  return node.length > 0 && browser.some((line) => line.includes(NOBODY)) && session.length === 0
}

/** Every call that names an address of the internet which is not this machine. */
function traced(command: readonly string[]): string[] {
  const file = path.join(folder, 'trace')
  const run = spawnSync('strace', ['-f', '-qq', '-e', `trace=${CALLS}`, '-o', file, ...command], {
    encoding: 'utf8',
    timeout: 900_000,
  })
  if (run.error) throw run.error
  if (command.includes('run') && run.status !== 0) throw new Error(run.stdout)
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => /sa_family=AF_INET6?\b/u.test(line))
    .filter((line) => !/"(?:127\.\d+\.\d+\.\d+|::1)"/u.test(line))
}
