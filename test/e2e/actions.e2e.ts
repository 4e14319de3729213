import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anAnnotatedArchive, type AnnotatedArchive } from '../support/annotated-archive.ts'
import { findBarriers } from '../support/axe.ts'
import { startDesk, type Desk } from '../support/desk-page.ts'

let archive: AnnotatedArchive
let desk: Desk
let page: Page

beforeAll(async () => {
  archive = await anAnnotatedArchive()
  desk = await startDesk({ archivePath: archive.archivePath })
  page = desk.page
  await page.getByRole('option').filter({ hasText: 'portuaire' }).click()
  await page.locator('.note').first().waitFor()
})

afterAll(async () => {
  await desk.close()
  archive.remove()
})

const selectedWords = () => page.evaluate(() => document.getSelection()?.toString() ?? '')

const gone = () => page.locator('[role="dialog"]').waitFor({ state: 'detached' })

/** The command that Enter would run. */
const chosen = () => page.locator('.palette-item[data-focused]').waitFor()

const openPalette = async (): Promise<void> => {
  await page.keyboard.press('Control+Shift+p')
  await page.locator('.palette-item').first().waitFor()
  await page.waitForFunction(() => document.activeElement?.matches('.palette-input'))
}

test('the palette finds a command by its words, and runs it on the passage that was selected', async () => {
  await page.keyboard.press('Alt+ArrowDown')
  await expect.poll(selectedWords).not.toBe('')
  await page.locator('.selection-toolbar:not(.selection-toolbar-away)').waitFor()
  const sentence = await selectedWords()
  await openPalette()
  expect(await findBarriers(page, ['best-practice'])).toEqual([])
  await page.keyboard.type('engag')
  await expect.poll(() => page.locator('.palette-item').allInnerTexts()).toHaveLength(1)
  await chosen()
  await page.keyboard.press('Enter')
  await page.locator('.note-commitment').filter({ hasText: sentence }).waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('text')
})

test('keys are changed: who has them is told, they act at once, and stay with the workstation', async () => {
  await openPalette()
  await page.keyboard.type('modifier rac')
  await expect.poll(() => page.locator('.palette-item').count()).toBe(1)
  await chosen()
  await page.keyboard.press('Enter')
  const line = page.locator('[data-action="all-notes"]')
  await line.getByRole('button', { name: /^Changer/u }).click()
  await page.keyboard.press('Alt+n')
  await line.getByText('Déjà pris par « Annotation suivante ».').waitFor()
  expect(await findBarriers(page, ['best-practice'])).toEqual([])
  await page.keyboard.press('Control+Shift+9')
  await expect.poll(() => line.locator('kbd').allInnerTexts()).toContain('9')
  await page.getByRole('dialog').getByRole('button', { name: 'Fermer', exact: true }).click()
  await gone()
  await page.reload()
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Control+Shift+9')
  await page.locator('.listed-note').first().waitFor()
  await page.keyboard.press('Escape')
  await gone()
  await page.keyboard.press('F1')
  const row = page.locator('.shortcut').filter({ hasText: 'Annotations de l’archive' })
  await expect.poll(() => row.locator('kbd').allInnerTexts()).toContain('9')
  await page.getByRole('button', { name: 'Modifier les raccourcis' }).click()
  await page.getByRole('button', { name: 'Tout remettre d’origine' }).click()
  await expect.poll(() => line.locator('kbd').allInnerTexts()).toEqual(['Ctrl', 'Maj', 'L'])
  await page.getByRole('dialog').getByRole('button', { name: 'Fermer', exact: true }).click()
  await gone()
})

test('the keys of the window of review are changed like the others', async () => {
  await openPalette()
  await page.keyboard.type('modifier rac')
  await expect.poll(() => page.locator('.palette-item').count()).toBe(1)
  await chosen()
  await page.keyboard.press('Enter')
  const line = page.locator('[data-action="review-accept"]')
  await line.getByRole('button', { name: /^Changer/u }).click()
  await page.keyboard.press('h')
  await expect.poll(() => line.locator('kbd').allInnerTexts()).toEqual(['H'])
  await page.getByRole('dialog').getByRole('button', { name: 'Fermer', exact: true }).click()
  await gone()
  await page.getByRole('option').filter({ hasText: 'portuaire' }).click()
  await page.getByRole('button', { name: 'Vérifier…' }).click()
  await page.locator('.review-item').nth(1).waitFor()
  const accept = page.getByRole('button', { name: 'Accepter' })
  expect(await accept.locator('kbd').innerText()).toBe('H')
  await page.locator('.marked-side').first().focus()
  await page.keyboard.press('a')
  await page.keyboard.press('j')
  await page.locator('.review-item').nth(1).and(page.locator('[aria-current="true"]')).waitFor()
  await page.keyboard.press('k')
  await page.locator('.review-item').nth(0).and(page.locator('[aria-current="true"]')).waitFor()
  expect(await page.locator('.review-item').count()).toBe(2)
  await page.keyboard.press('h')
  await expect.poll(() => page.locator('.review-item').count()).toBe(1)
  await page.keyboard.press('Escape')
  await gone()
})

test('in Arabic it lists the commands in Arabic, from right to left', async () => {
  await openPalette()
  await page.keyboard.type('arabe')
  await expect.poll(() => page.locator('.palette-item').count()).toBe(1)
  await chosen()
  await page.keyboard.press('Enter')
  await page.locator('html[dir="rtl"]').waitFor()
  await gone()
  await openPalette()
  await page.keyboard.type('فرنسية')
  await expect
    .poll(() => page.locator('.palette-item').allInnerTexts())
    .toEqual(['الواجهة بالفرنسية (français)'])
  expect(await findBarriers(page, ['best-practice'])).toEqual([])
  const places = await page.evaluate(() =>
    ['.palette-item span', '.palette-item'].map(
      (place) => document.querySelector(place)?.getBoundingClientRect().right ?? 0,
    ),
  )
  expect((places[1] ?? 0) - (places[0] ?? 0)).toBeLessThan(40)
  await chosen()
  await page.keyboard.press('Enter')
  await page.locator('html[dir="ltr"]').waitFor()
  expect(desk.complaints).toEqual([])
})
