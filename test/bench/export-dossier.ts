import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { createTally } from '../../electron/core/export/export-tally.ts'
import { BARE } from '../../electron/core/export/furniture.ts'
import { renderVolumes } from '../../electron/core/export/volume-files.ts'
import { verdictLine } from '../support/bench-verdict.ts'
import { inventedPage } from '../support/invented-pages.ts'
import { EXPORTED_AT, openedEngine } from '../support/pdf-tools.ts'
import { printInBrowser } from '../support/printed-by-chromium.ts'

/**
 * Times whole dossiers, cover, contents, chronology and indexes included and in volumes as the
 * application makes them, against Chromium printing the same texts with their notes as one file and
 * nothing else. One after the other in turn, other texts each round; the median of the ratios.
 */
const NOTES = 3
const SIZES = [
  { texts: 60, rounds: 5, most: 1 },
  { texts: 280, rounds: 3, most: 1.5 },
]

const print = (line: string): void => void process.stdout.write(`${line}\n`)
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

const engine = await openedEngine('native')
const tools = {
  now: () => EXPORTED_AT,
  policy: {},
  openEngine: async () => ({ ok: true as const, value: engine }),
}
const folder = mkdtempSync(path.join(tmpdir(), 'fonds-bench-'))
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox'],
})
const tab = await browser.newPage()

type Pages = readonly ReturnType<typeof inventedPage>[]

async function renderOurs(pages: Pages): Promise<string> {
  const tally = createTally()
  const steps = renderVolumes(tools, tally, {
    isList: false,
    layout: 'dossier',
    cover: { title: 'Essai', subtitle: '' },
    furniture: BARE,
    parts: pages.map((page) => ({ kind: 'text' as const, page, people: [] })),
    labels: 'fr',
    exportedAt: EXPORTED_AT,
  })
  while ((await steps.next()).done !== true);
  const { pageCount, fileCount } = tally.report()
  return `${pageCount} pages in ${fileCount} volumes`
}

async function renderTheirs(pages: Pages): Promise<string> {
  const bytes = await printInBrowser(tab, folder, ...pages)
  return `${
    (
      Buffer.from(bytes)
        .toString('latin1')
        .match(/\/Type\s*\/Page\b/gu) ?? []
    ).length
  } pages`
}

async function timed(work: () => Promise<string>): Promise<{ took: number; made: string }> {
  const start = performance.now()
  const made = await work()
  return { took: performance.now() - start, made }
}

try {
  await renderOurs([inventedPage(1, NOTES)])
  await renderTheirs([inventedPage(1, NOTES)])
  for (const { texts, rounds, most } of SIZES) {
    const ratios: number[] = []
    let last = ''
    for (let round = 0; round < rounds; round += 1) {
      const pages = Array.from({ length: texts }, (_, i) =>
        inventedPage(1000 * (round + 1) + i, NOTES),
      )
      const isFirst = round % 2 === 0
      const before = isFirst ? await timed(() => renderOurs(pages)) : null
      const theirs = await timed(() => renderTheirs(pages))
      const ours = before ?? (await timed(() => renderOurs(pages)))
      ratios.push(ours.took / theirs.took)
      last = `ours ${ours.made}, ${(ours.took / 1000).toFixed(1)} s; Chromium ${theirs.made}, ${(theirs.took / 1000).toFixed(1)} s`
    }
    print(`dossier of ${texts} texts, ${rounds} rounds (the last: ${last})`)
    print(`  ratios ${ratios.map((ratio) => ratio.toFixed(2)).join(' ')}`)
    print(verdictLine('dossier over Chromium printToPDF, median', median(ratios), { most }))
  }
} finally {
  await browser.close()
  rmSync(folder, { recursive: true })
}
