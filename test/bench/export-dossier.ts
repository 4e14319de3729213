import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { createTally } from '../../electron/core/export/export-tally.ts'
import type { Volume } from '../../electron/core/export/dossier-data.ts'
import { BARE } from '../../electron/core/export/furniture.ts'
import { renderVolumes } from '../../electron/core/export/volume-files.ts'
import { verdictLine } from '../support/bench-verdict.ts'
import { inventedPage } from '../support/invented-pages.ts'
import { EXPORTED_AT, openedEngine } from '../support/pdf-tools.ts'
import { printDossierInBrowser } from '../support/whole-by-chromium.ts'

/**
 * Times whole dossiers, cover, contents, chronology, texts with their notes and index, in volumes as
 * the application makes them, against Chromium printing the same. Each is made by a process of its
 * own that has nothing open, one after the other in turn, with other texts each round; the median of
 * the ratios counts. What the work alone took, with compiler and browser open, is printed beside it.
 * `node test/bench/export-dossier.ts ours 60 1000` is one such process.
 */
const NOTES = 3
const SIZES = [
  { texts: 60, rounds: 5, most: 1 },
  { texts: 280, rounds: 3, most: 1.5 },
]

const print = (line: string): void => void process.stdout.write(`${line}\n`)
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

interface Made {
  readonly pages: number
  /** Milliseconds once everything is open. */
  readonly work: number
}

const MAKERS = { ours: makeOurs, chromium: makeTheirs } as const

const [maker, texts, first] = process.argv.slice(2)
if (maker === undefined) compareAll()
else {
  const make = maker === 'ours' ? MAKERS.ours : MAKERS.chromium
  print(JSON.stringify(await make(dossierOf(Number(texts), Number(first)))))
}

function dossierOf(count: number, from: number): Volume {
  const parts = Array.from({ length: count }, (_, i) => ({
    kind: 'text' as const,
    page: inventedPage(from + i, NOTES),
    people: [],
  }))
  const cover = { title: 'Essai', subtitle: '' }
  const labels = 'fr'
  const place = { number: 1, volumeCount: 1 }
  return {
    layout: 'dossier',
    cover,
    furniture: BARE,
    parts,
    labels,
    exportedAt: EXPORTED_AT,
    ...place,
  }
}

async function makeOurs(volume: Volume): Promise<Made> {
  const engine = await openedEngine('native')
  const openEngine = async () => ({ ok: true as const, value: engine })
  const tools = { now: () => EXPORTED_AT, policy: {}, openEngine }
  const tally = createTally()
  const start = performance.now()
  const steps = renderVolumes(tools, tally, { ...volume, isList: false })
  while ((await steps.next()).done !== true);
  return { pages: tally.report().pageCount ?? 0, work: performance.now() - start }
}

async function makeTheirs(volume: Volume): Promise<Made> {
  const folder = mkdtempSync(path.join(tmpdir(), 'fonds-bench-'))
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox'],
  })
  try {
    const tab = await browser.newPage()
    const start = performance.now()
    const bytes = await printDossierInBrowser(tab, folder, volume)
    const work = performance.now() - start
    const pages = Buffer.from(bytes)
      .toString('latin1')
      .match(/\/Type\s*\/Page\b/gu)
    return { pages: pages?.length ?? 0, work }
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true })
  }
}

function timed(by: keyof typeof MAKERS, count: number, from: number): Made & { took: number } {
  const start = performance.now()
  const made = spawnSync(process.execPath, [import.meta.filename, by, `${count}`, `${from}`], {
    encoding: 'utf8',
  })
  const took = performance.now() - start
  if (made.status !== 0) throw new Error(made.stderr)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- printed above by this very file
  return { ...(JSON.parse(made.stdout) as Made), took }
}

function compareAll(): void {
  for (const { texts: count, rounds, most } of SIZES) {
    const [whole, work]: [number[], number[]] = [[], []]
    let last = ''
    for (let round = 0; round < rounds; round += 1) {
      const from = 1000 * (round + 1)
      const early = round % 2 === 0 ? timed('ours', count, from) : null
      const theirs = timed('chromium', count, from)
      const ours = early ?? timed('ours', count, from)
      whole.push(ours.took / theirs.took)
      work.push(ours.work / theirs.work)
      const told = [ours, theirs].map(
        ({ pages, took }) => `${pages} pages in ${(took / 1000).toFixed(1)} s`,
      )
      last = `ours ${told[0]}, Chromium ${told[1]}`
    }
    print(`dossier of ${count} texts, ${rounds} rounds (the last: ${last})`)
    const [a, b] = [whole, work].map((ratios) => ratios.map((one) => one.toFixed(2)).join(' '))
    print(`  ratios ${a}; of the work alone ${b}, median ${median(work).toFixed(2)}`)
    print(verdictLine('dossier over Chromium printToPDF, median', median(whole), { most }))
  }
}
