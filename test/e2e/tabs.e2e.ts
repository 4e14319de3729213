import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findBarriers } from '../support/axe.ts'
import { startDesk, type Desk } from '../support/desk-page.ts'
import { aScreenArchive, type ScreenArchive } from '../support/screens.ts'

let archive: ScreenArchive
let desk: Desk
let page: Page

beforeAll(async () => {
  archive = await aScreenArchive('samples')
  desk = await startDesk(archive)
  page = desk.page
  await page.locator('.row').first().waitFor()
})

afterAll(async () => {
  await desk.close()
  archive.remove()
})

const tabs = (): Locator => page.getByRole('tab')
const inFront = (): Promise<string> => page.getByRole('tab', { selected: true }).innerText()
const title = (): Promise<string> => page.locator('.reader-pane h1').innerText()

test('Ctrl+Enter opens texts behind the one that is read, from the list and from a search', async () => {
  const list = page.getByRole('listbox')
  await list.focus()
  await page.keyboard.press('Enter')
  await page.locator('.reader-pane h1').waitFor()
  const first = await title()
  expect(await tabs().count()).toBe(0)
  await list.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => tabs().count()).toBe(2)
  expect(await title()).toBe(first)
  await expect.poll(inFront).toBe(first)
  await page.getByRole('searchbox', { name: /^Rechercher/u }).fill('corridor')
  await page.locator('.hit').first().waitFor()
  await page.locator('.hits').focus()
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => tabs().count()).toBe(3)
  await page.getByRole('searchbox', { name: /^Rechercher/u }).fill('')
  await page.locator('.row').first().waitFor()
  expect(await findBarriers(page)).toEqual([])
})

test('Ctrl+Tab goes round; the strip is one stop, and arrows go along it', async () => {
  const first = await title()
  await page.keyboard.press('Control+Tab')
  await expect.poll(title).not.toBe(first)
  await page.keyboard.press('Control+Shift+Tab')
  await expect.poll(title).toBe(first)
  await page.getByRole('tab', { selected: true }).focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(title).not.toBe(first)
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-selected')))
    .toBe('true')
  expect(await page.locator('[role="tab"][tabindex="0"]').count()).toBe(1)
  expect(await page.getByRole('tabpanel').getAttribute('aria-labelledby')).toBe(
    await page.getByRole('tab', { selected: true }).getAttribute('id'),
  )
  await page.keyboard.press('Home')
  await expect.poll(title).toBe(first)
})

test('what was open comes back with the next window of the archive', async () => {
  const names = await tabs().allInnerTexts()
  const other = await desk.openWindow({})
  await other.getByRole('tab').nth(2).waitFor()
  await expect.poll(() => other.getByRole('tab').allInnerTexts()).toEqual(names)
  await other.locator('.reader-pane h1').waitFor()
  await other.context().close()
})

test('a tab that is closed by mistake is opened again with all that was read in it', async () => {
  const closed = await inFront()
  await page.keyboard.press('Alt+q')
  await expect.poll(() => tabs().count()).toBe(2)
  await expect.poll(inFront).not.toBe(closed)
  await page.keyboard.press('Alt+Shift+Q')
  await expect.poll(inFront).toBe(closed)
  await page.getByRole('tab', { selected: true }).focus()
  await page.keyboard.press('Delete')
  await expect.poll(() => tabs().count()).toBe(2)
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('role')))
    .toBe('tab')
  await tabs().first().locator('.open-tab-close').click()
  await expect.poll(() => tabs().count()).toBe(0)
  await page.locator('.reader-pane h1').waitFor()
})

test('the mouse: Ctrl opens aside, Shift chooses a stretch, the mark of a row chooses it alone', async () => {
  await page
    .locator('.row')
    .nth(3)
    .click({ modifiers: ['Control'] })
  await expect.poll(() => tabs().count()).toBe(2)
  await page
    .locator('.row')
    .nth(4)
    .click({ modifiers: ['Shift'] })
  const chosen = page.locator('.bulk-count')
  expect(await chosen.innerText()).toMatch(/2/u)
  await page.locator('.row').nth(4).hover()
  await page.locator('.row').nth(4).locator('.row-pick').click()
  expect(await chosen.innerText()).toMatch(/1/u)
})

test('a narrow window shows the tabs over its one text', async () => {
  await page.setViewportSize({ width: 390, height: 844 })
  await expect.poll(() => tabs().count()).toBe(2)
  await page.getByRole('button', { name: 'Revenir à la liste' }).click()
  await page.locator('.row').first().waitFor()
  await page.keyboard.press('Control+Tab')
  await page.locator('.reader-pane h1').waitFor()
  expect(await findBarriers(page)).toEqual([])
  await page.setViewportSize({ width: 1366, height: 768 })
})
