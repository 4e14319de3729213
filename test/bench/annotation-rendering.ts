import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { CDPSession, Page } from 'playwright-core'
import { build } from 'vite'
import { verdictLine } from '../support/bench-verdict.ts'
import { openChromium } from '../support/desk-page.ts'
import { formulaicText } from '../support/formulaic-texts.ts'
import { randomFromSeed } from '../support/random.ts'

const WAYS = ['ours', 'CSS_HIGHLIGHTS', 'SPANS'] as const
type Way = (typeof WAYS)[number]

const LENGTH = 200_000
const FRAMES = 60
const SCROLLER = '#scroller { block-size: 850px; overflow-y: auto }'

interface Measure {
  readonly load: number
  readonly add: number
  readonly remove: number
  readonly frame: number
  readonly longTasks: number
  readonly heap: number
  readonly addedNodes: number
  readonly names: number
  readonly keepsSearch: boolean
}

/**
 * Paints 1,000 and 5,000 annotations over 200 kB in Chromium, by our layer and by Recogito's two
 * renderers, in one run; main-thread CPU milliseconds, which other work on the machine does not
 * lengthen. Then once under `style-src 'self'`, counting what the policy refuses.
 */
export async function measureRendering(): Promise<readonly string[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'fonds-rendering-'))
  const server = await servePage(folder)
  const browser = await openChromium()
  const lines = ['\nrendering, 200,000 code units, main-thread CPU']
  try {
    for (const count of [1000, 5000] as const) {
      const measures = new Map<Way, Measure>()
      for (const way of WAYS) {
        const page = await browser.newPage({ viewport: { width: 900, height: 900 } })
        measures.set(way, await measure(page, addressOf(server, 'free'), way, count))
        await page.close()
      }
      lines.push(...WAYS.map((way) => line(way, count, measures.get(way))), ratios(count, measures))
      const ours = measures.get('ours')
      if (ours) lines.push(...judge(count, ours))
    }
    for (const way of WAYS) {
      const page = await browser.newPage()
      const told = await load(page, addressOf(server, 'strict'), way, 10)
      lines.push(`under style-src 'self': ${way} ${told.violations} violations`)
      if (way === 'ours') lines.push(verdictLine('R6 violations', told.violations, { most: 0 }))
      await page.close()
    }
  } finally {
    await browser.close()
    server.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return lines
}

/** The bars that painting has to clear, by the names that docs/benchmarks.md gives them. */
function judge(count: 1000 | 5000, ours: Measure): readonly string[] {
  const [name, atFirst, change] = count === 1000 ? ['R1', 150, 50] : ['R2', 500, 60]
  const shared = [
    verdictLine(`${name} load, CPU ms`, ours.load, { most: atFirst }),
    verdictLine(`${name} add, CPU ms`, ours.add, { most: change }),
    verdictLine(`${name} remove, CPU ms`, ours.remove, { most: change }),
    verdictLine('R3 nodes added', ours.addedNodes, { most: 0 }),
    verdictLine('R3 highlight names', ours.names, { most: 20 }),
    verdictLine('R5 other highlights lost', ours.keepsSearch ? 0 : 1, { most: 0 }),
  ]
  if (count === 5000) return [...shared, verdictLine('R4 heap, MB', ours.heap, { most: 2 })]
  return [
    ...shared,
    verdictLine('R1 scroll frame, CPU ms', ours.frame, { most: 4 }),
    verdictLine('R1 long tasks while scrolling', ours.longTasks, { most: 0 }),
  ]
}

function line(way: Way, count: number, measured: Measure | undefined): string {
  if (!measured) return ''
  const {
    load: loaded,
    add,
    remove,
    frame,
    longTasks,
    heap,
    addedNodes,
    names,
    keepsSearch,
  } = measured
  return (
    `${way.padEnd(15)} ${String(count).padStart(5)}: load ${loaded.toFixed(0)} ms, ` +
    `add ${add.toFixed(1)} ms, remove ${remove.toFixed(1)} ms, scroll frame ${frame.toFixed(2)} ms, long tasks ${longTasks}, ` +
    `heap ${heap.toFixed(2)} MB, nodes added ${addedNodes}, names ${names}, ` +
    `other highlights ${keepsSearch ? 'kept' : 'LOST'}`
  )
}

function ratios(count: number, measures: ReadonlyMap<Way, Measure>): string {
  const ours = measures.get('ours')
  const cells = (['CSS_HIGHLIGHTS', 'SPANS'] as const).map((way) => {
    const theirs = measures.get(way)
    if (!ours || !theirs) return ''
    const ratio = (field: 'load' | 'add' | 'remove' | 'frame'): string =>
      `${field} ×${(theirs[field] / ours[field]).toFixed(2)}`
    return `${way} ${ratio('load')}, ${ratio('add')}, ${ratio('remove')}, ${ratio('frame')}`
  })
  return `Recogito over ours, ${count}: ${cells.join('; ')}`
}

async function measure(page: Page, address: string, way: Way, count: number): Promise<Measure> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  await page.goto(address)
  const before = await tell(page)
  await call(page, 'prepare', way, count)
  const heapBefore = await heapOf(session)
  const loaded = await spent(session, () => call(page, 'load'))
  const heap = (await heapOf(session)) - heapBefore
  const add = await median(session, () => call(page, 'add'))
  const remove = await median(session, () => call(page, 'remove'))
  let longTasks = 0
  const scrolled = await spent(session, async () => {
    longTasks = Number(await call(page, 'scroll', FRAMES))
  })
  const after = await tell(page)
  return {
    load: loaded,
    add,
    remove,
    frame: scrolled / FRAMES,
    longTasks,
    heap,
    addedNodes: after.nodes - before.nodes,
    names: after.names,
    keepsSearch: after.keepsSearch,
  }
}

async function load(page: Page, address: string, way: Way, count: number): Promise<Told> {
  await page.goto(address)
  await call(page, 'prepare', way, count)
  await call(page, 'load')
  return tell(page)
}

interface Told {
  readonly nodes: number
  readonly names: number
  readonly keepsSearch: boolean
  readonly violations: number
}

const tell = (page: Page): Promise<Told> =>
  page.evaluate(() => Reflect.get(window, 'rendering').tell())

const call = (page: Page, act: string, ...given: (string | number)[]): Promise<unknown> =>
  page.evaluate(([name, values]) => Reflect.get(window, 'rendering')[name](...values), [
    act,
    given,
  ] as const)

async function median(session: CDPSession, work: () => Promise<unknown>): Promise<number> {
  const costs: number[] = []
  for (let at = 0; at < 3; at++) costs.push(await spent(session, work))
  return costs.toSorted((a, b) => a - b)[1] ?? 0
}

/** Main-thread CPU milliseconds of a piece of work. */
async function spent(session: CDPSession, work: () => Promise<unknown>): Promise<number> {
  const read = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0
  }
  const start = await read()
  await work()
  return ((await read()) - start) * 1000
}

async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return usedSize / 1e6
}

const addressOf = (server: Server, policy: 'free' | 'strict'): string => {
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return `http://127.0.0.1:${port}/${policy}`
}

async function servePage(folder: string): Promise<Server> {
  await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      outDir: folder,
      lib: {
        entry: path.resolve(import.meta.dirname, 'rendering-page.ts'),
        formats: ['es'],
        fileName: () => 'page.js',
      },
    },
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  const styles = path.resolve(import.meta.dirname, '../../renderer/styles/highlights.css')
  const html = pageWith(formulaicText('fr', randomFromSeed(LENGTH), LENGTH))
  const server = createServer(({ url = '' }, response) => {
    if (url === '/page.js') {
      response.setHeader('content-type', 'text/javascript')
      return response.end(readFileSync(path.join(folder, 'page.js')))
    }
    if (url === '/highlights.css') {
      response.setHeader('content-type', 'text/css')
      return response.end(`${readFileSync(styles, 'utf8')}\n${SCROLLER}`)
    }
    response.setHeader('content-type', 'text/html; charset=utf-8')
    if (url === '/strict') response.setHeader('content-security-policy', "style-src 'self'")
    return response.end(html)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return server
}

function pageWith(text: string): string {
  let at = 0
  const paragraphs = text.split('\n\n').map((words) => {
    const start = at
    at += words.length + 2
    return `<p data-start="${start}">${words}</p>`
  })
  return `<!doctype html><link rel="stylesheet" href="/highlights.css">
    <div id="scroller"><div id="text">${paragraphs.join('')}</div></div>
    <script type="module" src="/page.js"></script>`
}
