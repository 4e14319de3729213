import { setImmediate } from 'node:timers/promises'
import { verdictLine } from '../support/bench-verdict.ts'
import { inventedPage } from '../support/invented-pages.ts'
import { openedEngine } from '../support/pdf-tools.ts'

/**
 * Renders thousands of different communiqués one after the other in one process, as a long export
 * does, and watches its memory: the most it took, and by how much it still grows in the second half.
 * `node test/bench/export-memory.ts 500` takes fewer.
 */
const EXPORTS = Number(process.argv[2] ?? 5000)
const EVERY = 50
const NOTES = 3
const MB = 2 ** 20
const rss = (): number => process.memoryUsage().rss / MB

const engine = await openedEngine('native')
const samples: number[] = []
const start = performance.now()
for (let i = 1; i <= EXPORTS; i += 1) {
  engine.render(inventedPage(i, NOTES), { notes: 'end' })
  // Native memory is given back between turns of the event loop, where streams let go too.
  await setImmediate()
  if (i % EVERY === 0) samples.push(rss())
}

/** Least squares over the samples, in MB an export. */
function slopeOf(values: readonly number[]): number {
  const middle = (values.length - 1) / 2
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const above = values.reduce((sum, value, i) => sum + (i - middle) * (value - mean), 0)
  const below = values.reduce((sum, _value, i) => sum + (i - middle) ** 2, 0)
  return above / below / EVERY
}

const half = samples.slice(Math.floor(samples.length / 2))
const print = (line: string): void => void process.stdout.write(`${line}\n`)
print(
  `${EXPORTS} exports in one process with the ${engine.compiler} compiler, ${((performance.now() - start) / 1000).toFixed(0)} s; memory ${samples
    .filter((_, i) => i % Math.max(1, Math.floor(samples.length / 10)) === 0)
    .map((value) => value.toFixed(0))
    .join(' ')} MB`,
)
print(verdictLine('memory of the process, MB', Math.max(...samples), { most: 300 }))
print(verdictLine('growth in the second half, MB an export', slopeOf(half), { most: 0.02 }))
