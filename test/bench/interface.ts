/* oxlint-disable unicorn/consistent-function-scoping -- they run inside a page, where nothing is around them */
/**
 * `npm run bench:interface [texts] [archive]`: how long the interface takes to answer in the machine's own
 * Chromium on a large archive, beside the floor: a page that shows as many rows, all known before.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { openForWriting } from '../../electron/core/db/open.ts'
import { rebuildIndex } from '../../electron/core/search/rebuild-index.ts'
import { aClock, aFolder } from '../support/archive.ts'
import { verdictLine } from '../support/bench-verdict.ts'
import { openChromium, startDesk } from '../support/desk-page.ts'
import { searchQueries } from '../support/search-queries.ts'
import { addTexts } from '../support/searchable.ts'
import { createSyntheticArchive } from '../support/synthetic-communiques.ts'

const SIZE = Number(process.argv[2] ?? 100_000)
const SEED = 20_250_416
const BATCH = 2000
const ROWS = 40
const OPENED = 7
const BACKUP_MS = 15_000

const say = (line: string): void => void process.stdout.write(`${line}\n`)

const { folder, remove } = aFolder()
/** One that was filled before is used again. */
const archivePath = process.argv[3] ?? path.join(folder, 'archive.fonds')
const make = createSyntheticArchive(SEED)
if (!existsSync(archivePath)) fill()

const desk = await startDesk({ archivePath })
const { page } = desk
await page.locator('.row').nth(5).waitFor()
// The backup of the day, made when an archive is opened, would take one core of two meanwhile.
await page.waitForTimeout(BACKUP_MS)
await installProbe(page)
const words = searchQueries(make, SIZE)
  .filter(({ kind }) => kind === 'common')
  .map(({ ours }) => ours)

say(`${SIZE} texts, a window of 1366 × 768; wall times in ms from the event to the painted frame`)
const floor = await measureFloor(words)
// A row more at the foot of the list is no other result.
const hits = {
  selector: '.hit:nth-child(-n + 3) .row-title',
  shown: '.hit .row-title, .list-pane .empty-state',
}
const typing = await typeWords(page, hits, words)
const opening = await openTexts(page)
const facets = await changeFacets(page)
const scrolling = await scrollList(page, '.list-pane [role="listbox"]')
tell('typing, floor', floor.typing)
tell('typing to the first results', typing)
tell('opening a text', opening)
tell('changing a facet', facets)
tell('frame while scrolling, floor', floor.scrolled)
tell('frame while scrolling', scrolling)
say(verdictLine('typing, p95 / p95 of the floor', p95(typing) / p95(floor.typing), { most: 10 }))
say(`  opening a text, p95 / p95 of the floor: ${(p95(opening) / p95(floor.typing)).toFixed(2)}`)
say(`  changing a facet, p95 / p95 of the floor: ${(p95(facets) / p95(floor.typing)).toFixed(2)}`)
say(verdictLine('typing to the first results, p95', p95(typing), { most: 100 }))
say(verdictLine('opening a text, p95', p95(opening), { most: 100 }))
say(verdictLine('changing a facet, p95', p95(facets), { most: 150 }))
say(
  verdictLine('frames over 32 ms while scrolling', scrolling.filter((each) => each > 32).length, {
    most: 0,
  }),
)
await desk.close()
remove()

function fill(): void {
  const opened = openForWriting(archivePath, 'Officier', aClock())
  if (!opened.ok) throw new Error(opened.failure.kind)
  // An index of no text is built at once, and says of which analysis it is: none is built at opening.
  rebuildIndex(opened.value.archive)
  for (let first = 1; first <= SIZE; first += BATCH) {
    const count = Math.min(BATCH, SIZE - first + 1)
    addTexts(
      opened.value.archive,
      Array.from({ length: count }, (_, index) => make(first + index)),
    )
  }
  opened.value.close()
}

/** Where a change is looked for, and what is there once it is answered. */
interface Watched {
  readonly selector: string
  readonly shown: string
}

/** Puts into a page what times a change: from an event to the first frame after what it changed. */
async function installProbe(on: Page): Promise<void> {
  const session = await on.context().newCDPSession(on)
  await session.send('Runtime.evaluate', {
    expression: `window.changeAfter = ${changeAfter.toString()}`,
  })
}

/**
 * Waits for an event of a kind, then until what is within `selector` is other than before and there
 * is something at `shown`: what is emptied before the answer comes is none. The time between, painted.
 */
function changeAfter(kind: string, { selector, shown }: Watched): Promise<number> {
  return new Promise((resolve) => {
    const told = (): string =>
      [...document.querySelectorAll(selector)].map((one) => one.textContent).join('\n')
    const before = told()
    const isAnswered = (): boolean =>
      told() !== before && (document.querySelector(shown)?.textContent ?? '') !== ''
    window.addEventListener(
      kind,
      (event) => {
        const observer = new MutationObserver(() => {
          if (!isAnswered()) return
          observer.disconnect()
          requestAnimationFrame(() =>
            setTimeout(() => resolve(performance.now() - event.timeStamp)),
          )
        })
        observer.observe(document.body, {
          subtree: true,
          childList: true,
          characterData: true,
          attributes: true,
        })
      },
      { capture: true, once: true },
    )
    setTimeout(() => resolve(-1), 2000)
  })
}

/** How long what is done takes to show: the page listens before it is done. -1 where nothing changed. */
async function timeChange(
  on: Page,
  { kind, ...watched }: Watched & { readonly kind: string },
  act: () => Promise<void>,
): Promise<number> {
  await on.evaluate(
    ([event, where]) => {
      Reflect.set(window, 'changed', Reflect.get(window, 'changeAfter')(event, where))
    },
    [kind, watched] as const,
  )
  await act()
  return on.evaluate(() => Reflect.get(window, 'changed'))
}

/** Each word as it is pasted, then letter by letter: every time that what is shown has changed. */
async function typeWords(on: Page, results: Watched, typed: readonly string[]): Promise<number[]> {
  const times: number[] = []
  const box = on.getByRole('searchbox').first()
  for (const parts of typed.flatMap((word) => [[word], word.split('')])) {
    await box.fill('')
    await on.waitForTimeout(500)
    for (const part of parts) {
      const time = await timeChange(on, { kind: 'input', ...results }, () =>
        on.keyboard.insertText(part),
      )
      // A letter may change nothing: the answer was the same before it.
      if (time >= 0) times.push(time)
    }
  }
  await box.fill('')
  await on.keyboard.press('Escape')
  return times
}

/** One text after the other, three times: the first one is opened by a page that never opened any. */
async function openTexts(on: Page): Promise<number[]> {
  const times: number[] = []
  await on.locator('.row').nth(OPENED).waitFor()
  for (let turn = 0; turn < 3 * OPENED; turn += 1) {
    const time = await timeChange(
      on,
      {
        kind: 'pointerdown',
        selector: '.reader-pane h1, .reader-pane .text',
        shown: '.reader-pane .text',
      },
      () =>
        on
          .locator('.row')
          .nth(turn % OPENED)
          .click(),
    )
    if (time >= 0) times.push(time)
    await on.waitForTimeout(300)
  }
  return times
}

async function changeFacets(on: Page): Promise<number[]> {
  const times: number[] = []
  for (let box = 0; box < 5; box += 1) {
    for (let turn = 0; turn < 2; turn += 1) {
      const time = await timeChange(
        on,
        {
          kind: 'pointerdown',
          selector: '.list-pane .row-title, .list-count',
          shown: '.list-pane .row-title',
        },
        () => on.locator('.filters-pane label:has(input[type="checkbox"])').nth(box).click(),
      )
      if (time >= 0) times.push(time)
      await on.waitForTimeout(300)
    }
  }
  return times
}

/** The lengths of the frames, in ms, while a list is scrolled by the wheel for two seconds. */
async function scrollList(on: Page, selector: string): Promise<number[]> {
  await on.locator(selector).first().hover()
  const frames = on.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const lengths: number[] = []
        let last = performance.now()
        const frame = (now: number): void => {
          lengths.push(now - last)
          last = now
          if (lengths.length < 120) requestAnimationFrame(frame)
          else resolve(lengths.slice(1))
        }
        requestAnimationFrame(frame)
      }),
  )
  for (let step = 0; step < 40; step += 1) {
    await on.mouse.wheel(0, 400)
    await on.waitForTimeout(40)
  }
  return frames
}

/** The same on a page that has nothing to do but to show rows it knows. */
async function measureFloor(
  typed: readonly string[],
): Promise<{ readonly typing: number[]; readonly scrolled: number[] }> {
  const browser = await openChromium()
  const plain = await browser.newPage({ viewport: { width: 1366, height: 768 } })
  const rows = Array.from({ length: 2000 }, (_, index) => make(index + 1).title)
  await plain.setContent(
    `<style>ul{block-size:700px;overflow:auto;margin:0}li{block-size:84px}</style><input type="search"><ul></ul>`,
  )
  await plain.evaluate(
    ([titles, count]) => {
      const items = titles.map((title, at) => {
        const item = document.createElement('li')
        item.className = at < count ? 'shown' : ''
        item.textContent = title
        return item
      })
      document.querySelector('ul')?.replaceChildren(...items)
      let from = 0
      document.querySelector('input')?.addEventListener('input', () => {
        from += 1
        for (const [at, item] of items.slice(0, count).entries()) {
          item.textContent = titles[from + at] ?? ''
        }
      })
    },
    [rows, ROWS] as const,
  )
  await installProbe(plain)
  const times = await typeWords(plain, { selector: '.shown', shown: '.shown' }, typed)
  const scrolled = await scrollList(plain, 'ul')
  await browser.close()
  return { typing: times, scrolled }
}

function p95(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))] ?? Number.NaN
}

function tell(name: string, values: readonly number[]): void {
  const sorted = values.toSorted((one, other) => one - other)
  const half = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
  say(
    `  ${name.padEnd(30)} n ${String(values.length).padStart(3)}   p50 ${half.toFixed(1).padStart(7)}   p95 ${p95(values).toFixed(1).padStart(7)}   max ${(sorted.at(-1) ?? Number.NaN).toFixed(1)}`,
  )
}
