import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { findBarriers } from '../support/axe.ts'
import { startDesk, type Desk } from '../support/desk-page.ts'
import { aScreenArchive, dress, type ScreenArchive } from '../support/screens.ts'

let archive: ScreenArchive
let desk: Desk

beforeAll(async () => {
  archive = await aScreenArchive('samples')
  desk = await startDesk(archive)
})

afterAll(async () => {
  await desk.close()
  archive.remove()
})

async function openIn(language: 'fr' | 'ar'): Promise<Page> {
  dress(archive.home, { language, theme: 'light' })
  const opened = await desk.openWindow({})
  await opened.locator('.timeline-bar').first().waitFor()
  return opened
}

/** The whole number in some words; the archive is too small for a separator. */
const numberIn = (words: string | null): number => Number(/\d+(?= texte)/u.exec(words ?? '')?.[0])

describe('in French', () => {
  let page: Page
  beforeAll(async () => {
    page = await openIn('fr')
  })
  const chart = (): Locator => page.getByRole('slider', { name: 'Chronologie' })
  const chip = (): Locator => page.locator('.chip')
  const listed = async (): Promise<number> =>
    Number.parseInt(await page.locator('.list-count').innerText(), 10)
  beforeEach(async () => {
    if ((await chip().count()) > 0)
      await page.getByRole('button', { name: 'Tout retirer' }).last().click()
    await chip().first().waitFor({ state: 'detached' })
  })

  test('arrows, Shift and Enter keep a few months, counted to the text; Escape takes them back', async () => {
    const all = await listed()
    await page.keyboard.press('Alt+h')
    await expect.poll(() => chart().evaluate((one) => one === document.activeElement)).toBe(true)
    const last = await chart().getAttribute('aria-valuetext')
    await page.keyboard.press('ArrowLeft')
    expect(await chart().getAttribute('aria-valuetext')).not.toBe(last)
    await page.keyboard.press('Shift+ArrowLeft')
    await page.keyboard.press('Shift+ArrowLeft')
    const drawn = numberIn(await chart().getAttribute('aria-valuetext'))
    expect(drawn).toBeGreaterThan(0)
    expect(await chip().count()).toBe(0)
    await page.keyboard.press('Enter')
    await chip().first().waitFor()
    await expect.poll(listed).toBe(drawn)
    expect(drawn).toBeLessThan(all)
    expect(await chart().evaluate((one) => one === document.activeElement)).toBe(true)
    expect(await findBarriers(page)).toEqual([])
    await page.keyboard.press('Shift+ArrowLeft')
    await page.keyboard.press('Escape')
    expect(await chip().count()).toBe(1)
    await page.keyboard.press('Escape')
    await chip().first().waitFor({ state: 'detached' })
    await expect.poll(listed).toBe(all)
  })

  test('dragging over bars does the same, and its chip is taken off', async () => {
    const all = await listed()
    const box = await chart().boundingBox()
    if (box === null) throw new Error('no chart')
    const y = box.y + box.height / 2
    await page.mouse.move(box.x + box.width * 0.98, y)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * 0.6, y, { steps: 6 })
    const drawn = numberIn(await chart().getAttribute('aria-valuetext'))
    await page.mouse.up()
    await chip().first().waitFor()
    await expect.poll(listed).toBe(drawn)
    expect(await chip().innerText()).toMatch(/\d{4}/u)
    await chip().first().click()
    await expect.poll(listed).toBe(all)
  })

  test('the table gives the same figures, and each period keeps its own', async () => {
    await page.getByRole('button', { name: 'Chronologie en tableau' }).click()
    const row = page.getByRole('row').nth(1)
    const count = Number(await row.getByRole('cell').innerText())
    expect(await findBarriers(page)).toEqual([])
    await row.getByRole('button').click()
    await chip().first().waitFor()
    await expect.poll(listed).toBe(count)
  })

  test('it follows the search, and goes away by its key', async () => {
    const bars = (): Promise<string> => page.locator('.timeline-said').innerText()
    const before = await bars()
    await page.getByRole('searchbox', { name: /^Rechercher/u }).fill('corridor')
    await expect.poll(bars).not.toBe(before)
    await page.getByRole('searchbox', { name: /^Rechercher/u }).fill('')
    await expect.poll(bars).toBe(before)
    await page.keyboard.press('Alt+h')
    await page.keyboard.press('Alt+h')
    await page.locator('.timeline').waitFor({ state: 'detached' })
    await page.keyboard.press('Alt+h')
    await expect.poll(() => chart().evaluate((one) => one === document.activeElement)).toBe(true)
  })
})

test('in Arabic time runs from right to left, and so do the arrows', async () => {
  const page = await openIn('ar')
  const [first, last] = await Promise.all(
    (['first', 'last'] as const).map((end) => page.locator('.timeline-slot')[end]().boundingBox()),
  )
  expect(first?.x).toBeGreaterThan(last?.x ?? Infinity)
  const chart = page.getByRole('slider', { name: 'الخط الزمني' })
  await chart.focus()
  const at = async (): Promise<number> => Number(await chart.getAttribute('aria-valuenow'))
  const newest = await at()
  await page.keyboard.press('ArrowRight')
  expect(await at()).toBe(newest - 1)
  await page.keyboard.press('ArrowLeft')
  expect(await at()).toBe(newest)
})
