/**
 * Counts what a scripted session of the desktop shell asks of the network, by its system calls:
 * the main process, the archive host, its readers and Chromium are all traced. Three controls that
 * do reach out, two of Node and one of Chromium, must be caught, or the count proves nothing.
 *
 * Chromium asks the system for a route to an address of the internet whenever it makes a session,
 * by connecting a datagram socket on which it sends nothing. No packet leaves; these calls are
 * counted apart.
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
const SEND = `const socket = require('node:dgram').createSocket('udp4')
  socket.send('x', 9, '${NOBODY}', () => socket.close())`

const folder = mkdtempSync(path.join(tmpdir(), 'fonds-trace-'))
try {
  process.exitCode = traceAll() ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function traceAll(): boolean {
  const profile = `--user-data-dir=${path.join(folder, 'profile')}`
  const chromium = ['--headless', '--no-sandbox', '--disable-gpu', profile, '--timeout=3000']
  const stream = traced([process.execPath, '-e', REACH])
  say(`control, Node, a connection: ${stream.attempts.length} attempts`)
  const datagram = traced([process.execPath, '-e', SEND])
  say(`control, Node, a datagram:   ${datagram.attempts.length} attempts`)
  const browser = traced(['/usr/bin/chromium', ...chromium, `http://${NOBODY}/`])
  say(`control, Chromium:           ${browser.attempts.length} attempts`)
  const vitest = path.resolve('node_modules/vitest/vitest.mjs')
  const session = traced([process.execPath, vitest, 'run', 'test/e2e/desktop.e2e.ts'])
  say(`session, everything:         ${session.attempts.length} attempts`)
  say(`  of ${session.calls} calls; ${session.routes} asked for a route, without a packet`)
  for (const line of session.attempts.slice(0, 10)) say(`  ${line}`)
  const controls = [stream, datagram, browser]
  return (
    controls.every(({ attempts }) => attempts.some((line) => line.includes(NOBODY))) &&
    session.attempts.length === 0
  )
}

interface Trace {
  readonly calls: number
  /** Calls that name an address which is not this machine, or a name server. */
  readonly attempts: readonly string[]
  /** Datagram sockets that were given such an address, which sends nothing by itself. */
  readonly routes: number
}

function traced(command: readonly string[]): Trace {
  const file = path.join(folder, 'trace')
  // Sockets are printed with their protocol and with both of their ends.
  const options = ['-f', '-qq', '-yy', '-e', `trace=${CALLS}`, '-o', file]
  const run = spawnSync('strace', [...options, ...command], { encoding: 'utf8', timeout: 900_000 })
  if (run.error) throw run.error
  if (command.includes('run') && run.status !== 0) throw new Error(run.stdout)
  const calls = readFileSync(file, 'utf8').trim().split('\n')
  const outward = calls.filter((line) => addressesIn(line).some(isElsewhere))
  const attempts = outward.filter((line) => !/\bconnect\(\d+<UDP/u.test(line))
  return { calls: calls.length, attempts, routes: outward.length - attempts.length }
}

interface Address {
  readonly host: string
  readonly port: string
}

/** The addresses that a call names: its argument, and the far end of its socket. */
function addressesIn(line: string): readonly Address[] {
  const port = /sin6?_port=htons\((\d+)\)/u.exec(line)?.[1] ?? ''
  const named = [...line.matchAll(/inet_(?:addr\(|pton\(AF_INET6, )"([^"]+)"/gu)]
  const linked = [...line.matchAll(/<(?:TCP|UDP)(?:v6)?:\[.*?->\[?([^>]*?)\]?:(\d+)\]>/gu)]
  return [
    ...named.map(([, host = '']) => ({ host, port })),
    ...linked.map(([, host = '', far = '']) => ({ host, port: far })),
  ]
}

/** A name server on this machine asks others. */
function isElsewhere({ host, port }: Address): boolean {
  return port === '53' || !/^(?:127\.|::1$|::ffff:127\.)/u.test(host)
}
