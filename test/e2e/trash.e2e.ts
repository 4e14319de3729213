import { execFileSync } from 'node:child_process'
import path from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anAnnotatedArchive, MARKED, type AnnotatedArchive } from '../support/annotated-archive.ts'
import { findBarriers } from '../support/axe.ts'
import { findCutWords } from '../support/cut-words.ts'
import { startDesk, type Desk } from '../support/desk-page.ts'
import { wordsInFolder } from '../support/planted.ts'

const REMOVE = /^(?:Retirer|سحب)$/u
const WORDS = ['zibeline-premiere', 'zibeline-seconde']
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

const trashed = (): Locator => page.locator('.trash .listed-note')
const folder = (): string => path.dirname(archive.archivePath)
const dialog = (): Locator => page.getByRole('dialog')

async function openTrash(): Promise<void> {
  await page.keyboard.press('Control+Shift+l')
  await page.getByRole('tab', { name: 'Corbeille' }).click()
}

async function leave(): Promise<void> {
  await page.keyboard.press('Escape')
  await dialog().waitFor({ state: 'detached' })
}

/** Writes a note on a sentence of the open text, and removes it by its key. */
async function writeAndRemove(words: string): Promise<void> {
  await page.locator('.text').focus()
  await page.keyboard.press('Alt+ArrowDown')
  await page.keyboard.press('c')
  await page.locator('.note-editor textarea, .draft textarea, .notes textarea').first().fill(words)
  await page.keyboard.press('Control+Enter')
  const note = page.locator('li.note').filter({ hasText: words })
  await note.waitFor()
  await note.getByRole('button', { name: REMOVE }).click()
  await note.waitFor({ state: 'detached' })
}

test('an empty bin says what comes there', async () => {
  await openTrash()
  await page.getByText('Corbeille vide').waitFor()
  expect(await findBarriers(page, ['best-practice'])).toEqual([])
  await shoot('trash-empty')
  await leave()
})

test('a removed annotation is listed with who removed it, and put back where it was', async () => {
  for (const words of WORDS) await writeAndRemove(words)
  await openTrash()
  await expect.poll(() => trashed().count()).toBe(2)
  expect(await trashed().first().innerText()).toMatch(/Retirée par \S+/u)
  expect(await findBarriers(page, ['best-practice'])).toEqual([])
  expect(await findCutWords(page)).toEqual([])
  await shoot('trash')
  const [first = ''] = WORDS
  await trashed()
    .filter({ hasText: first })
    .getByRole('button', { name: 'Remettre en place' })
    .press('Enter')
  await expect.poll(() => trashed().count()).toBe(1)
  await leave()
  await page.locator('li.note').filter({ hasText: first }).waitFor()
})

test('one that is erased is gone from the archive file, and that is said', async () => {
  const second = WORDS.slice(1)
  // The control: until then the file holds it.
  expect(wordsInFolder(folder(), second)).toEqual(second)
  await openTrash()
  await trashed().getByRole('button', { name: 'Effacer…' }).press('Enter')
  await page.getByText(/Les sauvegardes plus anciennes/u).waitFor()
  await shoot('trash-confirm')
  expect(await findBarriers(page, ['best-practice'])).toEqual([])
  // Enter once too often leaves everything as it is.
  await page.keyboard.press('Enter')
  await expect.poll(() => trashed().count()).toBe(1)
  await page.getByRole('button', { name: 'Vider la corbeille…' }).press('Enter')
  await page.getByRole('button', { name: 'Effacer pour de bon' }).press('Enter')
  await page.getByText(/1 annotation effacée du fichier de l’archive/u).waitFor()
  await page.getByText('Corbeille vide').waitFor()
  await shoot('trash-erased')
  expect(wordsInFolder(folder(), second)).toEqual([])
  await leave()
  await page.locator('li.note').filter({ hasText: MARKED.kept }).first().waitFor()
})

test('says it in Arabic, from right to left, in the dark', async () => {
  await writeAndRemove('zibeline-troisieme')
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.getByRole('button', { name: 'Réglages' }).click()
  await page.getByText('العربية').click()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+Shift+l')
  await page.getByRole('tab', { name: 'السلة' }).click()
  await trashed().first().waitFor()
  expect(await findBarriers(page, ['best-practice'])).toEqual([])
  expect(await findCutWords(page)).toEqual([])
  await shoot('ar-trash')
  await page.getByRole('button', { name: 'محو…' }).press('Enter')
  await page.getByRole('button', { name: 'محو نهائي' }).waitFor()
  await shoot('ar-trash-confirm')
  expect(desk.complaints).toEqual([])
})

/** Pictures for whoever looks at them, where a folder is named. */
async function shoot(name: string): Promise<void> {
  const target = process.env['FONDS_PICTURES']
  if (target === undefined) return
  execFileSync('mkdir', ['-p', target])
  await page.screenshot({ path: path.join(target, `${name}.png`) })
}
