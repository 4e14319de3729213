import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium } from 'playwright-core'
import type { PdfEngine } from '../../electron/core/export/pdf.ts'
import type { PageModel } from '../../electron/core/export/page-model.ts'
import { verdictLine } from '../support/bench-verdict.ts'
import { inventedPage } from '../support/invented-pages.ts'
import { openedEngine } from '../support/pdf-tools.ts'
import { printTextInBrowser } from '../support/whole-by-chromium.ts'

/**
 * Times the export of the same twenty invented, annotated communiqués through each compiler and
 * through Chromium's printToPDF, one after the other in turn so that all of them meet the same load;
 * five rounds, each with twenty other texts so that nothing is remembered from the round before. A
 * compiler forgets after twenty texts, and so has nothing left of one when it meets it again. Engines
 * and browser are open and warm. Chromium prints the same page: head, foot, letterhead, text, marks,
 * provenance and end notes, in the same fonts and colours, tagged and with an outline. Prints medians
 * and ratios.
 */
const TEXTS = 20
const ROUNDS = 5
/** Rounds that are not counted: V8 goes on compiling the WebAssembly engine for two of them. */
const WARMING = 3
const NOTES = 5

/** Clock time of ours over Chromium's, the most that is allowed. */
const BARS = [
  ['native, notes end', 0.25],
  ['native, notes margin', 0.35],
] as const

interface Runner {
  readonly name: string
  readonly run: (page: PageModel) => unknown
}

const print = (line: string): void => void process.stdout.write(`${line}\n`)

const inventedPages = (round: number): readonly PageModel[] =>
  Array.from({ length: TEXTS }, (_, i) => inventedPage(round * TEXTS + i + 1, NOTES))

interface Spent {
  /** Milliseconds by the clock, which other work on the machine stretches. */
  readonly clock: number
  /** Milliseconds of processor time of this process, where Chromium's do not show. */
  readonly processor: number
}

/** For each runner, what each round took, all texts together. */
async function timedRounds(
  runners: readonly Runner[],
): Promise<ReadonlyMap<string, readonly Spent[]>> {
  const times = new Map<string, Spent[]>(runners.map(({ name }) => [name, []]))
  for (let round = 0; round < WARMING + ROUNDS; round += 1) {
    const totals = await timedRound(runners, inventedPages(round), round)
    if (round >= WARMING) for (const [name, total] of totals) times.get(name)?.push(total)
  }
  return times
}

/** Each runner takes all texts in its turn; the order turns with the round. */
async function timedRound(
  runners: readonly Runner[],
  pages: readonly PageModel[],
  round: number,
): Promise<ReadonlyMap<string, Spent>> {
  const totals = new Map<string, Spent>()
  const first = round % runners.length
  for (const { name, run } of [...runners.slice(first), ...runners.slice(0, first)]) {
    const [start, before] = [performance.now(), process.cpuUsage()]
    for (const page of pages) await run(page)
    const { user, system } = process.cpuUsage(before)
    const [clock, processor] = [performance.now() - start, (user + system) / 1000]
    totals.set(name, { clock, processor })
  }
  return totals
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

function report(times: ReadonlyMap<string, readonly Spent[]>, rival: string): void {
  const base = times.get(rival) ?? []
  print(
    `${'engine'.padEnd(28)}${'ms/text'.padStart(9)}${`÷ ${rival}`.padStart(24)}  min–max of rounds`,
  )
  for (const [name, rounds] of times) {
    const ratios = rounds.map(({ clock }, i) => clock / (base[i]?.clock ?? Number.NaN))
    const [low, high] = [Math.min(...ratios), Math.max(...ratios)].map((r) => r.toFixed(2))
    const time = (median(rounds.map(({ clock }) => clock)) / TEXTS).toFixed(1).padStart(9)
    print(`${name.padEnd(28)}${time}${median(ratios).toFixed(2).padStart(24)}  ${low}–${high}`)
  }
}

const runnersOf = (engine: PdfEngine): readonly Runner[] =>
  (['none', 'end', 'margin', 'native'] as const).map((notes) => ({
    name: `${engine.compiler}, notes ${notes}`,
    run: (page) => engine.render(page, { notes }),
  }))
const engines = [await openedEngine('native'), await openedEngine('wasm')]
const folder = mkdtempSync(path.join(tmpdir(), 'fonds-bench-'))
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox'],
})
try {
  const tab = await browser.newPage()
  const rival: Runner = {
    name: 'Chromium printToPDF',
    run: (page) => printTextInBrowser(tab, folder, page),
  }
  const times = await timedRounds([...engines.flatMap(runnersOf), rival])
  print(
    `${TEXTS} texts, ${NOTES} notes each, ${ROUNDS} rounds, ${process.version}, Chromium ${browser.version()}`,
  )
  report(times, rival.name)
  const theirs = times.get(rival.name) ?? []
  for (const [name, most] of BARS) {
    const ratios = (times.get(name) ?? []).map(
      ({ clock }, i) => clock / (theirs[i]?.clock ?? Number.NaN),
    )
    print(verdictLine(`${name}, over ${rival.name}`, median(ratios), { most }))
  }
  for (const notes of ['none', 'end', 'margin']) {
    const [native, wasm] = [times.get(`native, notes ${notes}`), times.get(`wasm, notes ${notes}`)]
    if (native === undefined || wasm === undefined) continue
    const over = (kind: keyof Spent): number =>
      median(wasm.map((spent, i) => spent[kind] / (native[i]?.[kind] ?? Number.NaN)))
    print(verdictLine(`wasm over native, notes ${notes}`, over('clock'), { most: 2.5 }))
    print(
      `          in processor time, with that of V8's own threads: ${over('processor').toFixed(2)}`,
    )
  }
} finally {
  await browser.close()
  rmSync(folder, { recursive: true })
}
