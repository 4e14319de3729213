import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startDesk, type Desk } from '../support/desk-page.ts'

let app: Desk
let page: Page

beforeAll(async () => {
  app = await startDesk()
  page = app.page
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
})

afterAll(async () => {
  await app.close()
})

const TITLE = 'Le comité des ports se réunit à Belcourt'
const FIRST =
  'Le comité des ports s’est réuni mardi à Belcourt, indique un communiqué du ministère.'
const SECOND = 'Il a adopté le plan de modernisation des quais.'

test('adds a text that is pasted, paragraph by paragraph', async () => {
  await copy({ 'text/plain': `${TITLE}\n\n16/04/2025\n\n${FIRST}\n\n${SECOND}\n` })
  const dialog = await paste()
  await add(dialog, '1 nouveau')
  await page.getByRole('option', { name: TITLE }).click()
  const paragraphs = page.locator('article p')
  await paragraphs.filter({ hasText: FIRST }).waitFor()
  expect(await paragraphs.filter({ hasText: SECOND }).count()).toBe(1)
})

test('takes the words of a page that is pasted, and nothing of its markup', async () => {
  const other = TITLE.replace('Belcourt', 'Vernes')
  const body = FIRST.replace('mardi', 'jeudi').replace('Belcourt', 'Vernes')
  const closing = 'Les travaux des quais de Vernes commenceront à la fin de l’été prochain.'
  await copy({
    'text/plain': `${other}\n\n18/04/2025\n\n${body}\n\n${closing}`,
    'text/html': `<h1>${other}</h1><p>18/04/2025</p><p><b>${body}</b></p><p><a href="https://exemple.test/">${closing}</a></p>`,
  })
  const dialog = await paste()
  const field = dialog.getByLabel('Texte à ajouter')
  expect(await field.inputValue()).toContain(body)
  expect(await field.inputValue()).not.toContain('<')
  await add(dialog, '1 nouveau')
  await page.getByRole('option', { name: other }).click()
  await page.locator('article p').filter({ hasText: closing }).waitFor()
  expect(await page.locator('article b, article a[href^="https"]').count()).toBe(0)
  expect(app.complaints).toEqual([])
})

test('tells a text that was pasted before', async () => {
  await copy({ 'text/plain': `${TITLE}\n\n16/04/2025\n\n${FIRST}\n\n${SECOND}\n` })
  const dialog = await paste()
  await add(dialog, '1 identique')
  expect(await page.getByRole('option').count()).toBe(2)
})

async function copy(kinds: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate(async (given) => {
    const blobs = Object.entries(given).map(([type, text]) => [type, new Blob([text], { type })])
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))])
  }, kinds)
}

/** Pastes into the field for it, with the keys of the officer. */
async function paste(): Promise<Locator> {
  await page
    .getByRole('button', { name: /^Ajouter/u })
    .first()
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Coller un texte' }).click()
  await dialog.getByLabel('Texte à ajouter').focus()
  await page.keyboard.press('Control+V')
  return dialog
}

async function add(dialog: Locator, said: string): Promise<void> {
  await dialog.getByRole('button', { name: 'Ajouter ce texte' }).click()
  await dialog.getByRole('heading', { name: 'Compte rendu' }).waitFor()
  expect(await dialog.textContent()).toContain(said)
  await page.keyboard.press('Escape')
}
