/**
 * `npm run bench:start [communiqués] [rounds]`: from the start of the process to the first list
 * painted, in the browser shell and in the desktop shell on the Electron double. Beside each, in the
 * same run: the same start on an empty archive, and a bare page from a bare server or in a bare
 * window. It runs what was built.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { chromium } from 'playwright-core'
import type { WritableArchive } from '../../electron/core/db/archive-handle.ts'
import { openForWriting } from '../../electron/core/db/open.ts'
import { rebuildIndex } from '../../electron/core/search/rebuild-index.ts'
import { aClock, aFolder } from '../support/archive.ts'
import { verdictLine } from '../support/bench-verdict.ts'
import { addTexts } from '../support/searchable.ts'
import { createSyntheticArchive } from '../support/synthetic-communiques.ts'
import { paintOf, watchPaint } from './first-paint.ts'

const COMMUNIQUES = Number(process.argv[2] ?? 100_000)
const ROUNDS = Number(process.argv[3] ?? 7)
const BATCH = 2000
const projectFolder = path.resolve(import.meta.dirname, '../..')
const say = (line: string): void => void process.stdout.write(`${line}\n`)

const { folder, remove } = aFolder()
const large = largeArchive()
const empty = path.join(folder, 'empty.fonds')
const made = openedFor(empty)
rebuildIndex(made.archive)
made.close()
const BARE_SERVER = `
  const { createServer } = require('node:http')
  const server = createServer((_, answer) => {
    answer.setHeader('content-type', 'text/html')
    answer.end('<body></body><script>document.body.innerHTML = "<p id=bare>Fonds</p>"</script>')
  })
  server.listen(0, '127.0.0.1', () => console.log('http://127.0.0.1:' + server.address().port + '/'))`

const WAYS: Readonly<Record<string, () => Promise<number>>> = {
  'bare page, bare server': () => startServed(['-e', BARE_SERVER]),
  'browser shell, empty archive': () => startServed(['dist/browser/main.js', '--archive', empty]),
  'browser shell, large archive': () => startServed(['dist/browser/main.js', '--archive', large]),
  'bare window': () => startAlone('start-bare-window.ts'),
  'desktop, empty archive': () => startDesktop(empty),
  'desktop, large archive': () => startDesktop(large),
}

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
})
const timesByWay = new Map(Object.keys(WAYS).map((name) => [name, [] as number[]]))
for (let round = 0; round <= ROUNDS; round += 1) {
  for (const [name, start] of Object.entries(WAYS)) {
    const time = await start()
    // The first round fills the caches of the system and of the compiler.
    if (round > 0) timesByWay.get(name)?.push(time)
  }
}
await browser.close()
remove()

say(`${COMMUNIQUES} communiqués, ${ROUNDS} rounds, from the start of the process to the paint`)
for (const [name, times] of timesByWay) {
  say(`  ${name.padEnd(30)} least ${least(name)} ms, median ${median(times)} ms`)
}
const ratio = (name: string, beside: string): number => least(name) / least(beside)
say(
  verdictLine(
    'browser shell, large over empty',
    ratio('browser shell, large archive', 'browser shell, empty archive'),
    { most: 1.5 },
  ),
)
say(
  verdictLine(
    'desktop, large over empty',
    ratio('desktop, large archive', 'desktop, empty archive'),
    { most: 1.5 },
  ),
)
say(
  `  browser shell, large over bare page: ${ratio('browser shell, large archive', 'bare page, bare server').toFixed(2)}`,
)
say(
  `  desktop, large over bare window: ${ratio('desktop, large archive', 'bare window').toFixed(2)}`,
)
process.exit(0)

function least(name: string): number {
  return Math.min(...(timesByWay.get(name) ?? []))
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN
}

/** A program that prints the address of its page. */
async function startServed(words: readonly string[]): Promise<number> {
  const display = await browser.newContext({ locale: 'fr-FR' })
  await watchPaint(display)
  const page = await display.newPage()
  const startedAt = Date.now()
  const { line, end } = await startProgram(words)
  await page.goto(/http:\S+/u.exec(line)?.[0] ?? '', { waitUntil: 'commit' })
  const paintedAt = await paintOf(page)
  await display.close()
  await end('SIGTERM')
  return paintedAt - startedAt
}

/** A program that prints the instant of its paint, and ends by itself. */
async function startAlone(script: string, ...words: readonly string[]): Promise<number> {
  const startedAt = Date.now()
  const { line, end } = await startProgram([path.join(import.meta.dirname, script), ...words])
  await end(null)
  return Number(line) - startedAt
}

function startDesktop(archivePath: string): Promise<number> {
  return startAlone('start-desktop.ts', archivePath, path.join(folder, 'profile'))
}

/** Runs a program until it has printed its first line. None outlives the measuring. */
async function startProgram(words: readonly string[]): Promise<{
  readonly line: string
  readonly end: (signal: NodeJS.Signals | null) => Promise<void>
}> {
  const { DISPLAY: _none, WAYLAND_DISPLAY: _neither, ...env } = process.env
  const program = spawn(process.execPath, words, {
    cwd: projectFolder,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const kill = (): void => void program.kill('SIGKILL')
  process.once('exit', kill)
  const ended = once(program, 'exit').then(() => void process.off('exit', kill))
  const [line] = await once(createInterface(program.stdout), 'line')
  return {
    line: String(line),
    end: async (signal) => {
      if (signal !== null) program.kill(signal)
      await ended
    },
  }
}

/** Made once, and kept with what else is built. */
function largeArchive(): string {
  const file = path.join(projectFolder, `out/bench/start-${COMMUNIQUES}.fonds`)
  if (existsSync(file)) return file
  mkdirSync(path.dirname(file), { recursive: true })
  const making = path.join(path.dirname(file), 'making.fonds')
  for (const ending of ['', '-wal', '-shm']) rmSync(making + ending, { force: true })
  const { archive, close } = openedFor(making)
  // So that the shells find an index by today's rules.
  rebuildIndex(archive)
  const write = createSyntheticArchive(20_263)
  for (let first = 1; first <= COMMUNIQUES; first += BATCH) {
    const count = Math.min(BATCH, COMMUNIQUES - first + 1)
    addTexts(
      archive,
      Array.from({ length: count }, (_, at) => write(first + at)),
    )
  }
  archive.write(() => archive.prepare('UPDATE communique SET version_count = 1').run())
  close()
  renameSync(making, file)
  return file
}

function openedFor(file: string): {
  readonly archive: WritableArchive
  readonly close: () => void
} {
  const opened = openForWriting(file, 'Officier', aClock())
  if (!opened.ok) throw new Error(opened.failure.kind)
  return opened.value
}
