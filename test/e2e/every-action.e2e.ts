import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ACTIONS, type ActionId } from '../../renderer/actions/actions.ts'
import { fr } from '../../renderer/i18n/fr.ts'
import { startDesk, type Desk } from '../support/desk-page.ts'
import { aScreenArchive, type ScreenArchive } from '../support/screens.ts'

/** The palette itself, what an archive in clear has no use for, and what the browser does by itself. */
const ELSEWHERE: ReadonlySet<ActionId> = new Set(['palette', 'lock', 'text-caret'])

let archive: ScreenArchive
let desk: Desk
let page: Page

beforeAll(async () => {
  archive = await aScreenArchive('annotated')
  desk = await startDesk(archive)
  page = desk.page
  await page.locator('.row').first().waitFor()
})

afterAll(async () => {
  await desk.close()
  archive.remove()
})

const nameOf = (id: ActionId): string => fr.actions.names[id]

async function namesInPalette(): Promise<readonly string[]> {
  await page.keyboard.press('Control+Shift+P')
  await page.locator('.palette-item').first().waitFor()
  const names = await page.locator('.palette-item > span:first-child').allInnerTexts()
  await page.keyboard.press('Escape')
  await page.locator('.palette').waitFor({ state: 'detached' })
  return names
}

test('every action is in the palette where it can be done', async () => {
  const seen = new Set(await namesInPalette())
  const see = async (): Promise<void> => {
    for (const name of await namesInPalette()) seen.add(name)
  }
  await page.locator('.row').first().click()
  await page.locator('.row').filter({ hasText: 'portuaire' }).click()
  await page.locator('.note').first().waitFor()
  await page
    .locator('.row')
    .first()
    .click({ modifiers: ['Control'] })
  await page.keyboard.press('Alt+n')
  await see()
  await page.locator('.paragraph').first().dblclick()
  await see()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Alt+ArrowLeft')
  await see()
  await page.keyboard.press('Alt+q')
  await see()
  await page.getByRole('searchbox').first().fill('coopération')
  await page.locator('.hit').first().waitFor()
  await page.locator('.hit').first().click()
  await see()
  const missing = ACTIONS.filter(
    ({ id, where }) => where !== 'in-review' && !ELSEWHERE.has(id) && !seen.has(nameOf(id)),
  )
  expect(missing.map(({ id }) => id)).toEqual([])
})

test('every action with a key is on the sheet of keys, and any can be given one', async () => {
  await page.keyboard.press('F1')
  await page.locator('.shortcut').first().waitFor()
  const onSheet = new Set(await page.locator('.shortcut dt').allInnerTexts())
  const without = ACTIONS.filter(({ id, chords }) => chords.length > 0 && !onSheet.has(nameOf(id)))
  expect(without.map(({ id }) => id)).toEqual([])
  await page.getByRole('button', { name: nameOf('change-shortcuts') }).click()
  const dialog = page.getByRole('dialog').last()
  await dialog.getByText(nameOf('theme-dark'), { exact: true }).waitFor()
  const told = await dialog.innerText()
  expect(ACTIONS.filter(({ id }) => !told.includes(nameOf(id))).map(({ id }) => id)).toEqual([])
})
