/**
 * `npm run bench:main-thread [texts]`: how long the main thread makes others wait while an archive
 * takes texts in, its list is read and it is searched, with the archive in its host and, as the control, with the
 * same work on the main thread itself.
 */
import path from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { MessageChannel, Worker } from 'node:worker_threads'
import { connectClient, type Client } from '../../shared/channels/client.ts'
import type { ArchiveContract } from '../../shared/channels/contract.ts'
import { openLoopback } from '../../shared/channels/wire.ts'
import { serve } from '../../electron/core/dispatch.ts'
import { wireFromNodePort } from '../../electron/core/host/node-wire.ts'
import { openArchiveService } from '../../electron/core/service.ts'
import { openSystemClock } from '../../electron/core/system/clock.ts'
import { aFolder } from '../support/archive.ts'
import { verdictLine } from '../support/bench-verdict.ts'
import { searchQueries } from '../support/search-queries.ts'
import { createSyntheticArchive } from '../support/synthetic-communiques.ts'

type Delay = ReturnType<typeof monitorEventLoopDelay>

const TEXTS = Number(process.argv[2] ?? 2000)
const CHUNK = 50
const EVERYTHING = { years: [], issuers: [], languages: [] }
const resourcesFolder = path.resolve(import.meta.dirname, '../../resources')
const texts = syntheticTexts()
const QUERIES = searchQueries(createSyntheticArchive(20_263), TEXTS).map(({ ours }) => ours)

const host = await measure(openHost())
const alone = await measure(openAlone())
const line = (name: string, delay: Delay): string =>
  [name, delay.percentile(50), delay.percentile(99), delay.max]
    .map((value) => (typeof value === 'number' ? `${(value / 1e6).toFixed(1)} ms` : value))
    .map((value) => value.padStart(16))
    .join('')
process.stdout.write(`${TEXTS} texts taken in while the list is read and searched\n`)
process.stdout.write(`${['', 'p50', 'p99', 'max'].map((head) => head.padStart(16)).join('')}\n`)
process.stdout.write(`${line('host', host)}\n${line('main thread', alone)}\n`)
process.stdout.write(
  `p99, host over main thread: ${(host.percentile(99) / alone.percentile(99)).toFixed(3)}\n`,
)
process.stdout.write(
  `${verdictLine('event loop of the main thread, p99 in ms', host.percentile(99) / 1e6, { most: 50 })}\n`,
)
process.exit(0)

function syntheticTexts(): readonly Uint8Array[] {
  const write = createSyntheticArchive(20_263)
  return Array.from({ length: TEXTS }, (_, at) => {
    const { title, text } = write(at + 1)
    return new TextEncoder().encode(`${title}\n\n12/05/2025\n\n${text}\n`)
  })
}

async function measure(archive: Client<ArchiveContract>): Promise<Delay> {
  const batch = await archive.call('ingest.open-batch', { origin: null })
  if (!batch.ok) throw new Error(batch.failure.kind)
  const { batchId } = batch.value
  for (let at = 0; at < texts.length; at += CHUNK) {
    const files = texts.slice(at, at + CHUNK).map((bytes, offset) => ({
      name: `${at + offset}.txt`,
      content: { kind: 'bytes' as const, bytes },
    }))
    await archive.call('ingest.offer-files', { batchId, files })
  }
  const delay = monitorEventLoopDelay({ resolution: 5 })
  const importing = { done: false }
  const reading = readOn(archive, importing)
  delay.enable()
  const run = archive.stream('ingest.run-batch', { batchId })
  for (;;) if ((await run.next()).done) break
  delay.disable()
  importing.done = true
  await reading
  return delay
}

async function readOn(
  archive: Client<ArchiveContract>,
  importing: { done: boolean },
): Promise<void> {
  for (let page = 0; !importing.done; page += 1) {
    await archive.call('communique.list', {
      filter: EVERYTHING,
      sort: 'newest',
      offset: (page % 20) * 50,
      limit: 50,
    })
    await archive.call('search.run', {
      query: QUERIES[page % QUERIES.length] ?? '',
      filter: EVERYTHING,
      offset: 0,
      limit: 20,
    })
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

function openHost(): Client<ArchiveContract> {
  const { folder } = aFolder()
  const worker = new Worker(new URL('../../electron/core/host/archive-host.ts', import.meta.url), {
    workerData: { archivePath: path.join(folder, 'a.fonds'), actor: 'Officier', resourcesFolder },
  })
  const { port1, port2 } = new MessageChannel()
  worker.postMessage({ port: port2 }, [port2])
  return connectClient(wireFromNodePort(port1))
}

function openAlone(): Client<ArchiveContract> {
  const { folder } = aFolder()
  const service = openArchiveService({
    archivePath: path.join(folder, 'a.fonds'),
    actor: 'Officier',
    resourcesFolder,
    lane: 'write',
    refusal: null,
    checked: false,
    clock: openSystemClock(),
    onBug: (channel, error) => {
      process.stderr.write(`${channel}: ${String(error)}\n`)
    },
  })
  const [served, spoken] = openLoopback()
  serve(service, served)
  return connectClient(spoken)
}
