import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ar } from '../../renderer/i18n/ar.ts'
import { en } from '../../renderer/i18n/en.ts'
import { fr, type Words } from '../../renderer/i18n/fr.ts'
import { findBarriers } from '../support/axe.ts'
import { findCutWords } from '../support/cut-words.ts'
import { startDesk, type Desk } from '../support/desk-page.ts'
import { openPreferences, defaultPreferencesPath } from '../../electron/core/system/preferences.ts'
import { aScreenArchive, type ScreenArchive } from '../support/screens.ts'

const STEPS = 7

let archive: ScreenArchive
let desk: Desk

beforeAll(async () => {
  archive = await aScreenArchive('empty')
  desk = await startDesk(archive)
})

afterAll(async () => {
  await desk.close()
  archive.remove()
})

const card = (page: Page) => page.locator('.tour-card')
const press = (page: Page, ...keys: readonly string[]): Promise<void> =>
  keys.reduce(async (before, key) => {
    await before
    await page.keyboard.press(key)
  }, Promise.resolve())

test('the samples offer a tour; it is gone through by keys and holds nothing', async () => {
  const { page } = desk
  await page.getByRole('button', { name: fr.firstRun.samples }).focus()
  await press(page, 'Enter')
  await page.locator('.row').first().waitFor()
  expect(await card(page).count()).toBe(0)
  await page.getByRole('button', { name: fr.tour.start }).focus()
  await press(page, 'Enter')
  await card(page).waitFor()
  await expect.poll(() => card(page).evaluate((one) => one === document.activeElement)).toBe(true)
  await page.getByRole('button', { name: fr.tour.next }).focus()
  for (let step = 1; step < STEPS; step += 1) {
    expect(await card(page).locator('.tour-count').innerText()).toBe(`${step} sur ${STEPS}`)
    await press(page, 'Enter')
  }
  expect(await findBarriers(page)).toEqual([])
  // Everything can be used meanwhile.
  await page.getByRole('listbox').focus()
  await press(page, 'ArrowDown', 'Enter')
  await page.locator('.reader-pane h1').waitFor()
  expect(await card(page).count()).toBe(1)
  await press(page, 'Escape')
  await card(page).waitFor({ state: 'detached' })
  expect(await page.getByRole('button', { name: fr.tour.start }).count()).toBe(0)
})

test.each([
  ['fr', fr],
  ['ar', ar],
  ['en', en],
] as const)('help begins it again in %s, and nothing of it is cut', async (language, words) => {
  const preferences = openPreferences(defaultPreferencesPath({ XDG_DATA_HOME: archive.home }))
  preferences.keep('settings.language', JSON.stringify(language))
  for (const viewport of [
    { width: 1366, height: 768 },
    { width: 390, height: 844 },
  ]) {
    const page = await desk.openWindow({ viewport })
    await page.locator('.row').first().waitFor()
    await press(page, 'Control+Shift+P')
    await page.locator('.palette-input').fill(words.actions.names.tour)
    await page.locator('.palette-item[data-focused]').waitFor()
    await press(page, 'Enter')
    await card(page).waitFor()
    await readThrough(page, words, viewport)
    await page.getByRole('button', { name: words.tour.done }).click()
    await expect.poll(() => card(page).count()).toBe(0)
    await page.context().close()
  }
})

async function readThrough(
  page: Page,
  words: Words,
  viewport: { readonly width: number; readonly height: number },
): Promise<void> {
  for (let step = 1; step <= STEPS; step += 1) {
    expect(await findCutWords(page), `step ${step}`).toEqual([])
    const box = await card(page).boundingBox()
    if (box === null) throw new Error('no card')
    expect(Math.min(box.x, box.y)).toBeGreaterThanOrEqual(0)
    expect(box.x + box.width).toBeLessThanOrEqual(viewport.width)
    expect(box.y + box.height).toBeLessThanOrEqual(viewport.height)
    if (step < STEPS) await page.getByRole('button', { name: words.tour.next }).click()
  }
}
