import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startDesk, type Desk } from '../support/desk-page.ts'
import { aScreenArchive, type ScreenArchive } from '../support/screens.ts'
import { SPEECH } from '../support/speech.ts'

const { words: fr } = SPEECH.fr

let samples: ScreenArchive
let desk: Desk
let page: Page

beforeAll(async () => {
  samples = await aScreenArchive('samples')
  desk = await startDesk(samples)
})

afterAll(async () => {
  await desk.close()
  samples.remove()
})

beforeEach(async () => {
  page = await desk.openWindow({})
  await page.locator('.row').first().waitFor()
  return () => page.context().close()
})

const list = (): Locator => page.locator('.list-pane [role="listbox"]')
const button = (name: string): Locator => page.getByRole('button', { name, exact: true }).first()
const focused = (): Promise<string> =>
  page.evaluate(() => document.activeElement?.closest('[class]')?.className ?? '')
/** The row that the arrows stand on, and how far the list is scrolled. */
const place = (): Promise<readonly (string | number | null | undefined)[]> =>
  list().evaluate((box) => {
    const row = document.querySelector(
      `#${CSS.escape(box.getAttribute('aria-activedescendant') ?? '')}`,
    )
    return [row?.getAttribute('aria-posinset'), box.scrollTop]
  })

async function goDown(): Promise<void> {
  await list().focus()
  for (let step = 0; step < 11; step += 1) await page.keyboard.press('ArrowDown')
  await expect.poll(async () => (await place())[0]).toBe('12')
}

test('the list comes back where it was left, after a search', async () => {
  await goDown()
  const left = await place()
  expect(left[1]).toBeGreaterThan(0)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('"feuille de route"')
  await page.locator('.hit').first().waitFor()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await page.locator('.row').first().waitFor()
  await expect.poll(place).toEqual(left)
})

test('and in a narrow window, after a text was read', async () => {
  await page.setViewportSize({ width: 390, height: 844 })
  await goDown()
  const left = await place()
  await page.keyboard.press('Enter')
  await page.locator('.reader-pane h1').waitFor()
  await button(fr.dossiers.back).click()
  await expect.poll(place).toEqual(left)
})

test('Escape lets go of what is chosen in the list, and of nothing else', async () => {
  await list().focus()
  await page.keyboard.press('Enter')
  await page.locator('.reader-pane h1').waitFor()
  await page.keyboard.press(' ')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press(' ')
  await page.locator('.bulk-bar').waitFor()
  await page.keyboard.press('Escape')
  await page.locator('.bulk-bar').waitFor({ state: 'detached' })
  expect(await page.locator('.reader-pane h1').count()).toBe(1)
  expect(await focused()).toContain('list')
})

test('what goes away under the focus leaves it near by: a bar, a chip, an entry of a dossier', async () => {
  await list().focus()
  await page.keyboard.press(' ')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press(' ')
  await button(fr.dossiers.addTo).press('Enter')
  await page.getByLabel(fr.dossiers.name).fill('Remise au cabinet')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await button(fr.dossiers.chooseNone).press('Enter')
  await expect.poll(focused).toContain('list')

  await page.locator('.facet-value input').first().press('Space')
  await page.locator('.chip').first().press('Enter')
  await page.locator('.chip').first().waitFor({ state: 'detached' })
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('.list-pane') !== null))
    .toBe(true)

  await page.getByRole('button', { name: /^Remise au cabinet/u }).press('Enter')
  const lines = page.locator('.dossier-line')
  await expect.poll(() => lines.count()).toBe(2)
  const name = await lines.first().locator('.dossier-name').innerText()
  await lines.first().locator('.dossier-open').press('Alt+ArrowDown')
  await expect.poll(() => lines.last().locator('.dossier-name').innerText()).toBe(name)
  // What moves takes the focus along; a button that can do no more leaves it to its neighbour.
  await expect.poll(focused).toContain('dossier-open')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(name)
  await lines
    .last()
    .getByRole('button', { name: fr.dossiers.up(name) })
    .press('Enter')
  await expect.poll(() => lines.first().locator('.dossier-name').innerText()).toBe(name)
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toBe(fr.dossiers.down(name))
  await lines.first().locator('.dossier-line-acts button').last().press('Enter')
  await expect.poll(() => lines.count()).toBe(1)
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('.dossier') !== null))
    .toBe(true)
  await button(fr.dossiers.remove).press('Enter')
  await page.locator('.row').first().waitFor()
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('.list-pane') !== null))
    .toBe(true)
})

test('a dossier in place of the list makes way for what is looked for', async () => {
  await button(fr.dossiers.create).click()
  await page.getByLabel(fr.dossiers.name).fill('Remise au comité')
  await page.keyboard.press('Enter')
  await page.locator('.dossier-title').waitFor()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('"feuille de route"')
  await page.locator('.hit').first().waitFor()
  expect(await page.locator('.dossier-title').count()).toBe(0)
  // It opens again beside what was looked for, which stays.
  await page.locator('.saved-name').filter({ hasText: 'Remise au comité' }).click()
  await page.locator('.dossier-title').waitFor()
  expect(await page.locator('.search-input').inputValue()).toBe('"feuille de route"')
})

test('what is settled beside a text is told, and taken back from there', async () => {
  await page.locator('.row').filter({ hasText: 'neuf engagements tenus' }).click()
  const issuer = page.locator('.title-block .issuer')
  await issuer.locator('.settle').waitFor()
  for (const [act, told] of [
    [0, fr.issuer.nowConfirmed],
    [1, fr.issuer.nowRejected],
  ] as const) {
    await issuer.locator('.settle button').nth(act).click()
    await takeBack(told)
    await issuer.locator('.settle').waitFor()
  }
  const event = page.locator('.title-block .fact').filter({ hasText: fr.dates.roles.event })
  const before = await event.locator('.fact-date').innerText()
  await event.getByRole('button', { name: fr.dates.correct }).click()
  // What is typed takes the place of the date.
  await page.keyboard.type('18/09/2025')
  await page.keyboard.press('Enter')
  await expect.poll(() => event.innerText()).toContain('18 septembre 2025')
  await takeBack(fr.dates.nowConfirmed)
  await expect.poll(() => event.locator('.fact-date').innerText()).toBe(before)
  await event.locator('.suggested-mark').waitFor()
})

async function takeBack(told: string): Promise<void> {
  const toast = page.locator('.toast').filter({ hasText: told })
  await toast.getByRole('button', { name: fr.common.undo }).click()
  await page.locator('.toast').filter({ hasText: fr.annotate.undone }).waitFor()
}

test('nothing broke the policy of the page on the way', () => {
  expect(desk.complaints).toEqual([])
})
