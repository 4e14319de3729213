import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { aFolder } from '../support/archive.ts'
import { findBarriers } from '../support/axe.ts'
import { startDesk, type Desk } from '../support/desk-page.ts'
import { createSyntheticArchive } from '../support/synthetic-communiques.ts'

const written = createSyntheticArchive(41)
const bodyOf = (number: number): string =>
  written(number).text.replaceAll('\n\n', ' ').replaceAll('"', '')

/** No column has a name that is known: what they hold must be said by a person. */
const HEAD = 'Nº;Chapeau;Sorti le;Service;Dépêche'
const row = (number: number): string =>
  `${number};Le comité des ports se réunit (${number});16/04/2025;Direction des ports;"${bodyOf(number)}"`
const dumpOf = (...numbers: readonly number[]): string => [HEAD, ...numbers.map(row)].join('\r\n')

const { folder, remove } = aFolder()
let app: Desk
let page: Page

beforeAll(async () => {
  app = await startDesk({ archivePath: path.join(folder, 'archive.fonds') })
  page = app.page
})

afterEach(async ({ task }) => {
  if (process.env['FONDS_SHOTS'])
    await page.screenshot({ path: path.join(process.env['FONDS_SHOTS'], `${task.name}.png`) })
})

afterAll(async () => {
  await app.close()
  remove()
})

test('asks which column of a dump is which, by keyboard', async () => {
  const dialog = await choose('premier.csv', dumpOf(1, 2, 3))
  await dialog.getByRole('heading', { name: 'Colonnes du fichier' }).waitFor()
  expect(await valueOf(dialog, 'Texte')).toBe('Dépêche')
  await dialog.getByText('Le comité des ports se réunit (2)').first().waitFor()
  await dialog.getByLabel('Émetteur').focus()
  await page.keyboard.type('Service')
  await expect.poll(() => valueOf(dialog, 'Émetteur')).toBe('Service')
  await dialog.getByText('Direction des ports').first().waitFor()
  expect(await findBarriers(page)).toEqual([])
})

test('reads the rows as they were said to be', async () => {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Retenir et ajouter' }).press('Enter')
  await dialog.getByRole('heading', { name: 'Compte rendu' }).waitFor()
  expect(await dialog.textContent()).toContain('3 nouveaux')
  await page.keyboard.press('Escape')
  await page.getByText('Le comité des ports se réunit (3)').first().click()
  await page.getByText('Direction des ports').first().waitFor()
})

test('shows what it remembers for the next dump of the same columns', async () => {
  const dialog = await choose('second.csv', dumpOf(4, 5))
  await dialog.getByText('Vous avez déjà retenu ce réglage').waitFor()
  expect(await valueOf(dialog, 'Émetteur')).toBe('Service')
})

test('adds nothing while no column is the text', async () => {
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Texte', { exact: true }).selectOption('')
  await dialog.getByRole('alert').getByText('Choisissez la colonne du texte').waitFor()
  const accept = dialog.getByRole('button', { name: 'Retenir et ajouter' })
  expect(await accept.isDisabled()).toBe(true)
})

test('can be left, and taken up again', async () => {
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Texte', { exact: true }).press('Escape')
  await dialog.getByText('Vous pourrez reprendre cet ajout plus tard.').waitFor()
  await dialog.getByRole('button', { name: 'Reprendre' }).click()
  await dialog.getByRole('heading', { name: 'Compte rendu' }).waitFor()
  expect(await dialog.textContent()).toContain('2 nouveaux')
  await page.keyboard.press('Escape')
  expect(app.complaints).toEqual([])
})

async function choose(name: string, content: string): Promise<Locator> {
  const file = path.join(folder, name)
  writeFileSync(file, content)
  await page
    .getByRole('button', { name: /^Ajouter/u })
    .first()
    .click()
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Choisir des fichiers…' }).click(),
  ])
  await chooser.setFiles(file)
  return page.getByRole('dialog')
}

const valueOf = (dialog: Locator, label: string): Promise<string> =>
  dialog.getByLabel(label, { exact: true }).inputValue()
