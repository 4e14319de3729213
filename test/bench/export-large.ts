import path from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as rest } from 'node:timers/promises'
import { connectClient } from '../../shared/channels/client.ts'
import type { ArchiveContract } from '../../shared/channels/contract.ts'
import { anOffice } from '../support/annotated.ts'
import { aFolder } from '../support/archive.ts'
import { WAYS } from '../support/archive-wires.ts'
import { verdictLine } from '../support/bench-verdict.ts'
import { addSample } from '../support/exported.ts'
import { inventedSample } from '../support/invented-pages.ts'

/**
 * Exports a thousand invented, annotated communiqués as one dossier and as single files, through a
 * host thread as the application does (run `npm run build` first), and watches the memory of the whole
 * process. Then exports a dossier of five hundred pages, watching how long the main thread makes others
 * wait, beside what it makes them wait at rest; and cancels it at several moments. `node
 * test/bench/export-large.ts 200` takes fewer.
 */
const TEXTS = Number(process.argv[2] ?? 1000)
const NOTES = 3
const MOST_MEMORY_MB = 1500
/** So many texts with three notes each take five hundred pages. */
const FIVE_HUNDRED_PAGES = 280
const LONGEST_WAIT_MS = 100
const LONGEST_CANCEL_MS = 500
const CANCELLED_AFTER_MS = [50, 400, 1500, 4000, 8000]
const AT_REST_MS = 5000

const print = (line: string): void => void process.stdout.write(`${line}\n`)
const MB = 2 ** 20

const { folder, remove } = aFolder()
const archivePath = path.join(folder, 'large.fonds')
const office = anOffice('Officier')
const communiqueIds = Array.from({ length: TEXTS }, (_, i) =>
  addSample(office, inventedSample(i + 1, NOTES)),
)
office.db.prepare('VACUUM INTO $archivePath').run({ archivePath })
office.close()

const open = WAYS['over the port of a host thread']
if (!open) throw new Error('no host thread')
const opened = await open(archivePath)
const client = connectClient<ArchiveContract>(await opened.dial())
const dossier = { title: 'Mille communiqués', marking: 'Essai' }

/** Runs an export to its end, or until it is cancelled; milliseconds, and the highest memory seen. */
async function measured(
  format: 'dossier-pdf' | 'pdf',
  cancelAfter: number | null,
  texts = TEXTS,
): Promise<{
  took: number
  stopped: number
  peak: number
  files: number
  steps: number
  how: string
}> {
  const abort = new AbortController()
  let peak = process.memoryUsage().rss
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss)
  }, 100)
  const start = performance.now()
  let stoppedAt = start
  if (cancelAfter !== null) {
    setTimeout(() => {
      stoppedAt = performance.now()
      abort.abort()
    }, cancelAfter)
  }
  const input = {
    communiqueIds: communiqueIds.slice(0, texts),
    format,
    labels: 'fr' as const,
    dossier,
  }
  const running = client.stream('export.render', input, { signal: abort.signal })
  let [files, steps] = [0, 0]
  for (;;) {
    const step = await running.next()
    if (step.done) {
      clearInterval(watch)
      const end = performance.now()
      const how = step.value.ok ? `${step.value.value.pageCount} pages` : step.value.failure.kind
      return { took: end - start, stopped: end - stoppedAt, peak: peak / MB, files, steps, how }
    }
    steps += 1
    if (step.value.file !== null) files += 1
  }
}

try {
  const whole = await measured('dossier-pdf', null)
  print(
    `${TEXTS} communiqués, ${NOTES} notes each, one dossier: ${whole.how} in ${whole.files} volumes, ${(whole.took / 1000).toFixed(1)} s, ${whole.steps} steps told`,
  )
  print(verdictLine('memory of the whole process, MB', whole.peak, { most: MOST_MEMORY_MB }))
  const batch = await measured('pdf', null)
  print(
    `the same as single files: ${batch.files} files, ${batch.how}, ${(batch.took / 1000).toFixed(1)} s, ${batch.steps} steps told`,
  )
  print(verdictLine('memory of the whole process, MB', batch.peak, { most: MOST_MEMORY_MB }))
  const delay = monitorEventLoopDelay({ resolution: 5 })
  const longestWait = (): number => delay.max / 1e6
  delay.enable()
  await rest(AT_REST_MS)
  const atRest = longestWait()
  delay.reset()
  const large = await measured('dossier-pdf', null, FIVE_HUNDRED_PAGES)
  delay.disable()
  print(
    `${FIVE_HUNDRED_PAGES} communiqués, one dossier: ${large.how}, ${(large.took / 1000).toFixed(1)} s; waits of the main thread: p99 ${(delay.percentile(99) / 1e6).toFixed(0)} ms, longest ${longestWait().toFixed(0)} ms (at rest ${atRest.toFixed(0)} ms)`,
  )
  print(
    verdictLine('longest wait of the main thread, ms', longestWait(), { most: LONGEST_WAIT_MS }),
  )
  let longest = 0
  for (const after of CANCELLED_AFTER_MS) {
    const { stopped, how, files } = await measured('dossier-pdf', after)
    print(
      `cancelled after ${after} ms: ${how} ${stopped.toFixed(0)} ms later, ${files} files given`,
    )
    if (how === 'cancelled') longest = Math.max(longest, stopped)
  }
  print(
    verdictLine('longest wait for a cancelled dossier, ms', longest, { most: LONGEST_CANCEL_MS }),
  )
} finally {
  await opened.close()
  remove()
}
