import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createColumns, refreshColumns } from '../../electron/core/search/columns.ts'
import { search } from '../../electron/core/search/search.ts'
import { anArchive, aFolder } from '../support/archive.ts'
import { verdictLine } from '../support/bench-verdict.ts'
import { searchQueries } from '../support/search-queries.ts'
import type { SearchQuery } from '../support/search-queries.ts'
import { addTexts } from '../support/searchable.ts'
import { createSyntheticArchive } from '../support/synthetic-communiques.ts'

/**
 * Measures a whole search page against ripgrep listing the files that hold the same words, on the
 * same invented texts, warm, in the same run: `node test/bench/search-ripgrep.ts [texts]`.
 */

const SEED = 20_250_416
const BATCH = 2000
/** ripgrep looks for one word or one phrase at a time. */
const KINDS: ReadonlySet<string> = new Set(['rare', 'common', 'phrase'])

const say = (line: string): void => void process.stdout.write(`${line}\n`)

function main(size: number): void {
  if (spawnSync('rg', ['--version']).status !== 0) {
    say('ripgrep is not installed: left out')
    return
  }
  const { folder, remove } = aFolder()
  const { archive, close } = anArchive()
  const make = createSyntheticArchive(SEED)
  for (let first = 1; first <= size; first += BATCH) {
    const texts = Array.from({ length: Math.min(BATCH, size - first + 1) }, (_, index) =>
      make(first + index),
    )
    addTexts(archive, texts)
    const batch = path.join(folder, String(first))
    mkdirSync(batch)
    for (const [index, { title, text }] of texts.entries()) {
      writeFileSync(path.join(batch, `${index}.txt`), `${title ?? ''}\n\n${text}`)
    }
  }
  const columns = createColumns()
  refreshColumns(archive, columns)
  const filter = { years: [], issuers: [], languages: [] }
  const ours = ({ ours: query }: SearchQuery): void => {
    const found = search(archive, columns, { query, filter, offset: 0, limit: 20 })
    if (!found.ok) throw new Error(found.failure.kind)
  }
  const ripgrep = ({ raw }: SearchQuery): void => {
    const words = raw.replaceAll('"', '')
    spawnSync('rg', ['-l', '-i', '-w', '-F', '--no-ignore', words, folder], { maxBuffer: 1e8 })
  }
  const queries = searchQueries(make, size).filter(({ kind }) => KINDS.has(kind))
  for (const query of queries.slice(0, 5)) {
    ours(query)
    ripgrep(query)
  }
  const mine = queries.map((query) => wallOf(ours, query))
  const theirs = queries.map((query) => wallOf(ripgrep, query))
  say(`${size} texts, ${queries.length} words and phrases, wall p50 / p95 in ms:`)
  say(`  ours, ranked, with facets and snippets ${told(mine)}`)
  say(`  ripgrep, names of files                ${told(theirs)}`)
  say(verdictLine('ripgrep / ours at the median', ratio(theirs, mine, 0.5), { least: 1 }))
  say(verdictLine('ripgrep / ours at p95', ratio(theirs, mine, 0.95), { least: 1 }))
  close()
  remove()
}

function wallOf(answer: (query: SearchQuery) => void, query: SearchQuery): number {
  const before = performance.now()
  answer(query)
  return performance.now() - before
}

function told(walls: readonly number[]): string {
  return `${quantile(walls, 0.5).toFixed(1)} / ${quantile(walls, 0.95).toFixed(1)}`
}

function ratio(one: readonly number[], other: readonly number[], part: number): number {
  return quantile(one, part) / quantile(other, part)
}

function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
}

main(Number(process.argv[2] ?? 10_000))
