import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { openForReading, openForWriting } from '../../electron/core/db/open.ts'
import { createColumns, refreshColumns } from '../../electron/core/search/columns.ts'
import { search } from '../../electron/core/search/search.ts'
import { aClock, aFolder } from '../support/archive.ts'
import { verdictLine } from '../support/bench-verdict.ts'
import { searchQueries } from '../support/search-queries.ts'
import { addTexts } from '../support/searchable.ts'
import { createSyntheticArchive } from '../support/synthetic-communiques.ts'

/**
 * Measures how long a query takes while another process imports into the same archive, against
 * the same queries at rest: `node test/bench/search-import.ts [texts]`.
 */

const SEED = 20_250_416
const BATCH = 500

const say = (line: string): void => void process.stdout.write(`${line}\n`)

async function main(size: number): Promise<void> {
  const { folder, remove } = aFolder()
  const archivePath = path.join(folder, 'archive.fonds')
  const written = openForWriting(archivePath, 'Officier', aClock())
  if (!written.ok) throw new Error(written.failure.kind)
  const make = createSyntheticArchive(SEED)
  for (let first = 1; first <= size; first += BATCH) {
    addTexts(
      written.value.archive,
      Array.from({ length: BATCH }, (_, index) => make(first + index)),
    )
  }
  written.value.close()
  const queries = searchQueries(make, size).map(({ ours, years }) => ({ ours, years }))
  const reading = openForReading(archivePath, { checked: true })
  if (!reading.ok) throw new Error(reading.failure.kind)
  const columns = createColumns()
  refreshColumns(reading.value.archive, columns)
  const walls = async (): Promise<number[]> => {
    const measured: number[] = []
    for (const { ours, years } of queries) {
      const filter = { years: [...years], issuers: [], languages: [] }
      const before = performance.now()
      search(reading.value.archive, columns, { query: ours, filter, offset: 0, limit: 20 })
      measured.push(performance.now() - before)
      await nextTurn()
    }
    return measured
  }
  await walls()
  const rest = await walls()
  const writer = fork(import.meta.filename, ['--import', archivePath, String(size)], {
    serialization: 'advanced',
  })
  await once(writer, 'message')
  const busy = await walls()
  const still = writer.exitCode === null
  writer.kill()
  await once(writer, 'exit')
  const ratio = quantile(busy, 0.95) / quantile(rest, 0.95)
  say(`${size} texts, wall of a whole search page in ms:`)
  say(
    `  at rest       p50 ${quantile(rest, 0.5).toFixed(1)}  p95 ${quantile(rest, 0.95).toFixed(1)}`,
  )
  say(
    `  while writing p50 ${quantile(busy, 0.5).toFixed(1)}  p95 ${quantile(busy, 0.95).toFixed(1)}`,
  )
  say(
    `  p95 ratio ${ratio.toFixed(2)}; the import ${still ? 'went on all the time' : 'ended too early'}`,
  )
  say(verdictLine('p95 while writing / at rest', ratio, { most: 2 }))
  reading.value.close()
  remove()
}

/** Imports until it is killed. */
function importInto(archivePath: string, size: number): void {
  const opened = openForWriting(archivePath, 'Officier', aClock())
  if (!opened.ok) throw new Error(opened.failure.kind)
  const make = createSyntheticArchive(SEED)
  for (let first = size + 1; ; first += BATCH) {
    addTexts(
      opened.value.archive,
      Array.from({ length: BATCH }, (_, index) => make(first + index)),
    )
    if (first === size + 1) process.send?.('begun')
  }
}

function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
}

const [first, archivePath = '', size = ''] = process.argv.slice(2)
if (first === '--import') importInto(archivePath, Number(size))
else await main(Number(first ?? 10_000))
