import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { fr } from '../../renderer/i18n/fr.ts'
import { startDesk, type Desk } from '../support/desk-page.ts'
import { aScreenArchive, type ScreenArchive } from '../support/screens.ts'

let samples: ScreenArchive
let desk: Desk
let page: Page

beforeAll(async () => {
  samples = await aScreenArchive('samples')
  desk = await startDesk(samples)
  page = desk.page
  await page.locator('.row').first().waitFor()
})

afterAll(async () => {
  await desk.close()
  samples.remove()
})

beforeEach(async () => {
  const clear = page.getByRole('button', { name: fr.filters.clear })
  if ((await clear.count()) > 0) await clear.first().click()
  await page.locator('.chip').first().waitFor({ state: 'detached' })
})

const group = (on: Page, title: string): Locator =>
  on.getByRole('region', { name: title, exact: true })
const listed = (on: Page): Promise<number> =>
  on
    .locator('.list-count')
    .innerText()
    .then((words) => Number.parseInt(words, 10))
const countOf = (value: Locator): Promise<number> =>
  value.locator('.facet-count').innerText().then(Number)

test.each(['places', 'people', 'kinds', 'review'] as const)(
  'the commonest value of «%s» narrows the list to as many texts as it counts',
  async (field) => {
    const all = await listed(page)
    const value = group(page, fr.filters[field]).locator('.facet-value').first()
    const count = await countOf(value)
    expect(count).toBeGreaterThan(0)
    await value.locator('input').focus()
    await page.keyboard.press('Space')
    await page.locator('.chip').first().waitFor()
    await expect.poll(() => listed(page)).toBe(count)
    expect(count).toBeLessThanOrEqual(all)
    // Its own other values stay in sight, counted as if it were not chosen.
    expect(await countOf(value)).toBe(count)
    await page.locator('.chip').first().click()
    await expect.poll(() => listed(page)).toBe(all)
  },
)

test('what is settled leaves the texts to check at once', async () => {
  const toCheck = group(page, fr.filters.review).locator('.facet-value')
  const before = await countOf(toCheck)
  await toCheck.click()
  await expect.poll(() => listed(page)).toBe(before)
  await page.locator('.row').first().click()
  await page.locator('.reader-pane h1').waitFor()
  await page.locator('.text-notice').getByRole('button', { name: fr.check.review }).click()
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  for (let step = 0; step < 20 && (await countOf(toCheck)) === before; step += 1) {
    await page.keyboard.press('a')
    await page.waitForTimeout(250)
  }
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(() => countOf(toCheck)).toBe(before - 1)
  await expect.poll(() => listed(page)).toBe(before - 1)
})

test('a tag counts from the moment it is put on, and no longer once that is undone', async () => {
  expect(await group(page, fr.filters.tags).count()).toBe(0)
  await page.locator('.row').last().click()
  await page.locator('.reader-pane .paragraph').first().dblclick()
  await page.getByRole('button', { name: fr.annotate.verbs.comment }).first().click()
  await page.locator('.note-area').waitFor()
  await page.keyboard.type('À suivre')
  await page.keyboard.press('Tab')
  await page.keyboard.type('suivi, délai')
  await page.keyboard.press('Control+Enter')
  const tags = group(page, fr.filters.tags).locator('.facet-value')
  await expect.poll(() => tags.allInnerTexts()).toEqual(['délai\n1', 'suivi\n1'])
  await tags.first().click()
  await expect.poll(() => listed(page)).toBe(1)
  await page.locator('.reader-pane .text').focus()
  await page.keyboard.press('Control+z')
  await expect.poll(() => listed(page)).toBe(0)
  await expect.poll(() => countOf(tags.first())).toBe(0)
})
