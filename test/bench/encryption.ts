import path from 'node:path'
import { createKeys, writeKeyFile, type DataKey } from '../../electron/core/db/keys.ts'
import { openForWriting } from '../../electron/core/db/open.ts'
import { createColumns, refreshColumns } from '../../electron/core/search/columns.ts'
import { search } from '../../electron/core/search/search.ts'
import { aClock, aFolder } from '../support/archive.ts'
import { verdictLine } from '../support/bench-verdict.ts'
import { searchQueries } from '../support/search-queries.ts'
import { addTexts } from '../support/searchable.ts'
import { createSyntheticArchive } from '../support/synthetic-communiques.ts'

/**
 * Measures what encryption costs: the processor time of the same import and the same queries, with
 * the same program and in the same run, encrypted against plain: `node test/bench/encryption.ts
 * [texts] [rounds]`. The rounds take turns, and the medians are compared.
 */

const SEED = 20_250_416
const BATCH = 250
/** The queries are about the words of so many texts: fewer have not enough of them. */
const QUERIED = 2000
const MOST = { import: 1.6, queries: 1.3 }

interface Cost {
  readonly import: number
  readonly queries: number
}

const say = (line: string): void => void process.stdout.write(`${line}\n`)

function measure(size: number, isEncrypted: boolean): Cost {
  const { folder, remove } = aFolder()
  const archivePath = path.join(folder, 'archive.fonds')
  const key = isEncrypted ? giveKeys(archivePath) : null
  const opened = openForWriting(archivePath, 'Officier', aClock(), key)
  if (!opened.ok) throw new Error(opened.failure.kind)
  const { archive, close } = opened.value
  const make = createSyntheticArchive(SEED)
  const imported = processorTime(() => {
    for (let first = 1; first <= size; first += BATCH) {
      addTexts(
        archive,
        Array.from({ length: BATCH }, (_, index) => make(first + index)),
      )
    }
  })
  const columns = createColumns()
  refreshColumns(archive, columns)
  const queries = searchQueries(make, QUERIED)
  const queried = processorTime(() => {
    for (const { ours, years } of queries) {
      const filter = { years: [...years], issuers: [], languages: [] }
      search(archive, columns, { query: ours, filter, offset: 0, limit: 20 })
    }
  })
  close()
  remove()
  return { import: imported, queries: queried }
}

function giveKeys(archivePath: string): DataKey {
  const keys = createKeys('quatre mots au hasard')
  writeKeyFile(archivePath, keys.file)
  return keys.dataKey
}

/** In milliseconds, of every thread of this process. */
function processorTime(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

function main(size: number, rounds: number): void {
  // One of each first, so that nothing is compiled while it is measured.
  for (const isEncrypted of [false, true]) measure(BATCH, isEncrypted)
  const costs = { plain: [] as Cost[], encrypted: [] as Cost[] }
  for (let round = 0; round < rounds; round += 1) {
    for (const kind of round % 2
      ? (['encrypted', 'plain'] as const)
      : (['plain', 'encrypted'] as const)) {
      costs[kind].push(measure(size, kind === 'encrypted'))
    }
  }
  say(`${size} texts, ${rounds} rounds, processor time in ms (medians):`)
  for (const what of ['import', 'queries'] as const) {
    const plain = median(costs.plain.map((cost) => cost[what]))
    const encrypted = median(costs.encrypted.map((cost) => cost[what]))
    say(`  ${what}: plain ${plain.toFixed(0)}, encrypted ${encrypted.toFixed(0)}`)
    say(verdictLine(`${what}, encrypted / plain`, encrypted / plain, { most: MOST[what] }))
  }
}

const [size = '2000', rounds = '5'] = process.argv.slice(2)
main(Number(size), Number(rounds))
