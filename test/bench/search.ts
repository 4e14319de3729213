import { createColumns, refreshColumns } from '../../electron/core/search/columns.ts'
import { search } from '../../electron/core/search/search.ts'
import { suggestSpelling } from '../../electron/core/search/suggest.ts'
import type { WritableArchive } from '../../electron/core/db/archive-handle.ts'
import { indexVersion } from '../../electron/core/search/index-words.ts'
import { anArchive } from '../support/archive.ts'
import { addTexts } from '../support/searchable.ts'
import type { Indexing } from '../support/searchable.ts'
import { verdictLine } from '../support/bench-verdict.ts'
import { searchQueries } from '../support/search-queries.ts'
import type { SearchQuery } from '../support/search-queries.ts'
import { createSyntheticArchive } from '../support/synthetic-communiques.ts'

/**
 * Measures search against raw FTS5 (unicode61, facets counted in SQL) on the same invented
 * archive in the same run: `node test/bench/search.ts [texts] …`. CPU is what counts; the machine
 * may be busy. It measures each size, then the growth from the first to the last.
 */

const SIZES = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [10_000, 100_000]
const BATCH = 2000
const SEED = 20_250_416
const REPEATS = 3
/** Raw FTS5 takes seconds for each question of a large archive. */
const LARGE = 20_000
/**
 * Speed against raw FTS5 is judged from this size on, where it has something to count; the tenth of
 * a second up to it.
 */
const BAR_SIZE = 100_000

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const cpuMs = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

const indexRaw: Indexing = (archive, { seq, title, text }) => {
  archive
    .prepare('INSERT INTO raw_words (rowid, title, body) VALUES (?, ?, ?)')
    .run(seq, title, text)
}
const indexNothing: Indexing = () => {}

interface Built {
  readonly archive: WritableArchive
  readonly cpu: number
  readonly bytes: number
  readonly textBytes: number
  readonly close: () => void
}

function build(indexing: Indexing, size: number): Built {
  const { archive, close } = anArchive()
  archive
    .prepare(
      `CREATE VIRTUAL TABLE IF NOT EXISTS raw_words USING fts5
       (title, body, content = '', tokenize = 'unicode61 remove_diacritics 2')`,
    )
    .run()
  const make = createSyntheticArchive(SEED)
  let cpu = 0
  let textBytes = 0
  for (let first = 1; first <= size; first += BATCH) {
    const texts = Array.from({ length: Math.min(BATCH, size - first + 1) }, (_, index) =>
      make(first + index),
    )
    for (const { title, text } of texts) textBytes += Buffer.byteLength(title + text)
    const before = cpuMs()
    addTexts(archive, texts, indexing)
    cpu += cpuMs() - before
  }
  const file = archive
    .prepare<{ bytes: number }>(
      'SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size',
    )
    .get()
  return { archive, cpu, bytes: file?.bytes ?? 0, textBytes, close }
}

type Answer = (query: SearchQuery) => number

function answerOurs(archive: WritableArchive): Answer {
  const columns = createColumns()
  refreshColumns(archive, columns)
  return ({ ours, years }) => {
    const filter = { years: [...years], issuers: [], languages: [] }
    const found = search(archive, columns, { query: ours, filter, offset: 0, limit: 20 })
    return found.ok ? found.value.total : -1
  }
}

function answerRaw(archive: WritableArchive): Answer {
  const from = `FROM raw_words JOIN version ON version.seq = raw_words.rowid
    JOIN communique ON communique.seq = version.communique_seq
    WHERE raw_words MATCH $match AND ($first = '' OR sorted_on BETWEEN $first AND $last)`
  return ({ raw, years }) => {
    const bounds = { first: years[0] ?? '', last: `${years.at(-1) ?? ''}-99` }
    const asked = { match: raw, ...bounds }
    const total = archive.prepare<{ n: number }>(`SELECT count(*) AS n ${from}`).get(asked)
    archive.prepare(`SELECT version.title, version.text ${from} ORDER BY rank LIMIT 20`).all(asked)
    for (const facet of ['issuer_seq', 'communique.language', 'substr(sorted_on, 1, 4)']) {
      archive.prepare(`SELECT ${facet}, count(*) ${from} GROUP BY 1`).all(asked)
    }
    return total?.n ?? 0
  }
}

interface Timing {
  readonly kind: string
  readonly cpu: number
  readonly wall: number
}

function time(answer: Answer, queries: readonly SearchQuery[], repeats: number): readonly Timing[] {
  return queries.map((query) => {
    const runs = Array.from({ length: repeats }, () => {
      const [cpu, wall] = [cpuMs(), performance.now()]
      answer(query)
      return { cpu: cpuMs() - cpu, wall: performance.now() - wall }
    })
    return {
      kind: query.kind,
      cpu: quantile(
        runs.map(({ cpu }) => cpu),
        0.5,
      ),
      wall: quantile(
        runs.map(({ wall }) => wall),
        0.5,
      ),
    }
  })
}

function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
}

function report(size: number, ours: readonly Timing[], raw: readonly Timing[]): void {
  const cpus = (timings: readonly Timing[]): number[] => timings.map(({ cpu }) => cpu)
  const line = (name: string, mine: readonly Timing[], theirs: readonly Timing[]): void => {
    const cells = [0.5, 0.95].map((part) => {
      const [one, other] = [quantile(cpus(mine), part), quantile(cpus(theirs), part)]
      return `p${part * 100} ${one.toFixed(1)} / ${other.toFixed(1)} ms (${(other / one).toFixed(1)}×)`
    })
    say(`  ${name.padEnd(8)} ${cells.join('   ')}`)
  }
  say('whole search page, CPU, ours / raw:')
  line('all', ours, raw)
  for (const kind of new Set(ours.map((timing) => timing.kind))) {
    line(
      kind,
      ours.filter((timing) => timing.kind === kind),
      raw.filter((timing) => timing.kind === kind),
    )
  }
  const wall = quantile(
    ours.map((timing) => timing.wall),
    0.95,
  )
  const faster = (part: number): number => quantile(cpus(raw), part) / quantile(cpus(ours), part)
  say('against the bar:')
  if (size < BAR_SIZE) {
    say(`  raw / ours in CPU: median ${faster(0.5).toFixed(2)}, p95 ${faster(0.95).toFixed(2)}`)
  } else {
    say(verdictLine('raw / ours in CPU at the median', faster(0.5), { least: 5 }))
    say(verdictLine('raw / ours in CPU at p95', faster(0.95), { least: 4 }))
  }
  if (size > BAR_SIZE) say(`  wall of a whole page at p95: ${wall.toFixed(0)} ms`)
  else say(verdictLine('wall of a whole page at p95, ms', wall, { most: 100 }))
}

/** How long a spelling is sought for a word with two letters swapped, or one missing. */
function reportSpelling(archive: WritableArchive, queries: readonly SearchQuery[]): void {
  const words = queries
    .filter(({ kind, ours }) => (kind === 'rare' || kind === 'common') && ours.length > 4)
    .map(({ ours }) => ours)
  const misspelt = words.map((word, index) => {
    const at = 1 + (index % (word.length - 3))
    const rest = word.slice(at + 2)
    return word.slice(0, at) + (index % 2 === 0 ? '' : word[at + 1]) + word[at] + rest
  })
  const cpus = misspelt.map((word) => {
    const before = cpuMs()
    suggestSpelling(archive, word)
    return cpuMs() - before
  })
  say(verdictLine('a spelling sought, CPU at p95, ms', quantile(cpus, 0.95), { most: 30 }))
}

/** Measures one size; the median CPU of our whole page, in ms. */
function measure(size: number): number {
  const plain = build(indexNothing, size)
  plain.close()
  const raw = build(indexRaw, size)
  const ours = build(indexVersion, size)
  const rate = (cpu: number): string => `${((cpu * 1000) / size).toFixed(0)} µs/text`
  say(`${size} texts, ${(ours.textBytes / 1e6).toFixed(1)} MB of text`)
  say(`import CPU: no index ${rate(plain.cpu)}, raw ${rate(raw.cpu)}, ours ${rate(ours.cpu)}`)
  const alone = (ours.cpu - plain.cpu) / (raw.cpu - plain.cpu)
  say(`  ours / raw ${(ours.cpu / raw.cpu).toFixed(2)}; index alone ${alone.toFixed(2)}`)
  say(
    `size over text: no index ${(plain.bytes / plain.textBytes).toFixed(2)}, ` +
      `raw ${(raw.bytes / raw.textBytes).toFixed(2)}, ours ${(ours.bytes / ours.textBytes).toFixed(2)}`,
  )
  say(verdictLine('database over text', ours.bytes / ours.textBytes, { most: 2.1 }))
  say(verdictLine('import CPU, ours / raw', ours.cpu / raw.cpu, { most: 2 }))
  const queries = searchQueries(createSyntheticArchive(SEED), size)
  const [mine, theirs] = [answerOurs(ours.archive), answerRaw(raw.archive)]
  time(mine, queries.slice(0, 20), REPEATS)
  const timings = time(mine, queries, REPEATS)
  report(size, timings, time(theirs, queries, size > LARGE ? 1 : REPEATS))
  reportSpelling(ours.archive, queries)
  say(`resident memory ${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB`)
  ours.close()
  raw.close()
  return quantile(
    timings.map(({ cpu }) => cpu),
    0.5,
  )
}

const medians = SIZES.map((size) => measure(size))
const [smallest, largest] = [medians[0] ?? 0, medians.at(-1) ?? 0]
if (medians.length > 1) {
  say(`from ${SIZES[0]} to ${SIZES.at(-1)} texts:`)
  say(verdictLine('growth of the median page in CPU', largest / smallest, { most: 12 }))
}
