import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { annotationKindSchema } from '../../shared/model/annotation.ts'
import { openChromium } from '../support/desk-page.ts'

const styles = path.resolve(import.meta.dirname, '../../renderer/styles')
const css = ['tokens', 'highlights', 'print']
  .map((name) => readFileSync(path.join(styles, `${name}.css`), 'utf8'))
  .join('\n')
const KINDS = annotationKindSchema.options
const LINES = [...KINDS, 'none'] as const

/** A shade of this many of 255 is seen as another one. */
const SEEN = 24
/** So many pixels of a word of some forty make a shape. */
const SHAPE = 24

let browser: Browser

beforeAll(async () => {
  browser = await openChromium()
})

afterAll(() => browser.close())

interface Look {
  readonly scheme: 'light' | 'dark'
  readonly words: string
  readonly direction: 'ltr' | 'rtl'
}

/** The same words once for each kind, painted as it, and once unmarked. */
async function linesOf({ scheme, words, direction }: Look): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 360, height: 460 }, colorScheme: scheme })
  const lines = LINES.map((kind) => `<p id="${kind}"><span>${words}</span></p>`)
  await page.setContent(`<!doctype html><html dir="${direction}"><style>${css}
    body { margin: 20px; background: var(--surface); color: var(--ink); font: 24px/48px serif }
    p { margin: 0 }</style>${lines.join('')}`)
  await page.evaluate((kinds) => {
    for (const kind of kinds) {
      const text = document.querySelector(`#${kind} span`)?.firstChild
      if (!text) continue
      const range = document.createRange()
      range.selectNodeContents(text)
      CSS.highlights.set(`fonds-${kind}`, new Highlight(range))
    }
  }, KINDS)
  return page
}

/**
 * The pairs of kinds, unmarked words among them, that look alike as a printer without colour would
 * have them.
 */
async function alike(page: Page): Promise<readonly string[]> {
  const shot = (await page.screenshot()).toString('base64')
  const differing = await page.evaluate(
    async ({ encoded, seen }) => {
      const bytes = Uint8Array.from(atob(encoded), (unit) => unit.charCodeAt(0))
      const bitmap = await createImageBitmap(new Blob([bytes]))
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
      context?.drawImage(bitmap, 0, 0)
      const lines = [...document.querySelectorAll('p')].map((line) => {
        const { x, y, width, height } = line.getBoundingClientRect()
        const { data = [] } = context?.getImageData(x, y, width, height) ?? {}
        const shadeOf = (at: number): number =>
          0.2126 * (data[at] ?? 0) + 0.7152 * (data[at + 1] ?? 0) + 0.0722 * (data[at + 2] ?? 0)
        return Array.from({ length: data.length / 4 }, (_, index) => shadeOf(4 * index))
      })
      return lines.map((shades) =>
        lines.map(
          (others) =>
            shades.filter((shade, at) => Math.abs(shade - (others[at] ?? 0)) > seen).length,
        ),
      )
    },
    { encoded: shot, seen: SEEN },
  )
  return LINES.flatMap((kind, index) =>
    LINES.slice(index + 1)
      .filter((_, at) => (differing[index]?.[index + 1 + at] ?? 0) < SHAPE)
      .map((other) => `${kind} ~ ${other}`),
  )
}

test.each<Look>([
  { scheme: 'light', direction: 'ltr', words: 'coopération portuaire' },
  { scheme: 'dark', direction: 'ltr', words: 'coopération portuaire' },
  { scheme: 'light', direction: 'rtl', words: 'تعزيز التعاون المشترك' },
])(
  'kinds are told apart without colour, on screen and paper ($scheme, $direction)',
  async (look) => {
    const page = await linesOf(look)
    const inGreys = await alike(page)
    await page.emulateMedia({ media: 'print' })
    const onPaper = await alike(page)
    await page.emulateMedia({ media: 'screen', forcedColors: 'active' })
    const forced = await alike(page)
    expect({ inGreys, onPaper, forced }).toEqual({ inGreys: [], onPaper: [], forced: [] })
    await page.close()
  },
)
