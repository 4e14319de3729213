import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addText } from '../support/annotated.ts'
import { findBarriers } from '../support/axe.ts'
import { startDesk, type Desk } from '../support/desk-page.ts'
import { anEncryptedOffice, PASSPHRASE } from '../support/encrypted.ts'

const office = anEncryptedOffice()
let desk: Desk
let page: Page

beforeAll(async () => {
  addText(office, 'Le ministre a reçu la délégation de Lointania.', 'Audience')
  addText(office, 'La commission mixte siège lundi.', 'Commission')
  office.shut()
  desk = await startDesk({ archivePath: office.path })
  page = desk.page
  await page.getByRole('heading', { name: 'Archive verrouillée' }).waitFor()
  await unlock()
})
afterAll(async () => {
  await desk.close()
  rmSync(office.folder, { recursive: true })
})

const dialog = () => page.getByRole('dialog')
const offers = () => page.getByRole('button', { name: /^Reprendre/u })

test('the cover of a dossier that was being written when the archive locked is offered again', async () => {
  await page.getByRole('button', { name: 'Nouveau dossier…' }).click()
  await dialog().getByLabel('Titre du dossier').fill('zibeline-titre')
  await dialog().getByLabel('Mention de diffusion').fill('zibeline-mention')
  await dialog().getByLabel('Sous-titre').fill('zibeline-dessous')
  // The control: it stands in the window as it is typed.
  expect(await heldBy(page)).toContain('zibeline-titre')
  await lockElsewhere()
  await unlock()
  await page.getByText('Vous écriviez la couverture d’un dossier').waitFor()
  expect(await findBarriers(page)).toEqual([])
  await shoot('cover-offered')
  await page.getByRole('button', { name: 'Reprendre la couverture' }).click()
  await expect
    .poll(() => dialog().getByLabel('Titre du dossier').inputValue())
    .toBe('zibeline-titre')
  expect(await dialog().getByLabel('Mention de diffusion').inputValue()).toBe('zibeline-mention')
  expect(await dialog().getByLabel('Sous-titre').inputValue()).toBe('zibeline-dessous')
  expect(await findBarriers(page)).toEqual([])
  await shoot('cover-resumed')
  await dialog().getByRole('button', { name: 'Enregistrer' }).click()
  await page.getByRole('heading', { name: 'zibeline-titre' }).waitFor()

  // What was saved is not offered again; what was changed of it since is, and leads back to it.
  await page.getByRole('button', { name: 'Titre et mention' }).click()
  await dialog().getByLabel('Titre du dossier').fill('zibeline-autre')
  await lockElsewhere()
  await unlock()
  await page.getByRole('button', { name: 'Reprendre la couverture' }).click()
  await expect
    .poll(() => dialog().getByLabel('Titre du dossier').inputValue())
    .toBe('zibeline-autre')
  expect(await dialog().getByLabel('Mention de diffusion').inputValue()).toBe('zibeline-mention')
  await dialog().getByRole('button', { name: 'Enregistrer' }).click()
  await dialog().waitFor({ state: 'detached' })
  await page.getByText('zibeline-autre').first().waitFor()
  expect(await offers().count()).toBe(0)
})

test('the name of a search is offered again with the search, and words that were to be looked up', async () => {
  await page.getByRole('searchbox').fill('délégation')
  await page
    .getByText(/1 résultat/u)
    .first()
    .waitFor()
  await page.keyboard.press('Alt+s')
  await dialog().getByLabel('Nom de la recherche').fill('zibeline-veille')
  await lockElsewhere()
  await unlock()
  expect(await page.getByRole('searchbox').inputValue()).toBe('')
  await page.getByText('Vous nommiez une recherche').waitFor()
  await shoot('search-offered')
  await page.getByRole('button', { name: 'Reprendre le nom' }).click()
  await expect
    .poll(() => dialog().getByLabel('Nom de la recherche').inputValue())
    .toBe('zibeline-veille')
  expect(await page.locator('.search-input').inputValue()).toBe('délégation')
  await shoot('search-resumed')
  await page.keyboard.press('Enter')
  const row = page.locator('.saved-row').filter({ hasText: 'zibeline-veille' })
  await row.waitFor()
  await row.locator('.facet-count').getByText('1', { exact: true }).waitFor()

  for (const [key, label] of [
    ['Alt+v', 'Citation à vérifier'],
    ['Alt+t', 'Formule à suivre'],
  ] as const) {
    await page.keyboard.press(key)
    await dialog().getByLabel(label).fill('zibeline de la commission')
    await lockElsewhere()
    await unlock()
    await page.getByText('Vous écriviez des mots à retrouver').waitFor()
    await page.getByRole('button', { name: 'Reprendre ces mots' }).click()
    await expect
      .poll(() => dialog().getByLabel(label).inputValue())
      .toBe('zibeline de la commission')
    await shoot(`question-resumed-${key}`)
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
  }
  // What was given up is not offered again.
  await lockElsewhere()
  await unlock()
  expect(await offers().count()).toBe(0)
  expect(desk.complaints).toEqual([])
})

async function unlock(): Promise<void> {
  await page.keyboard.type(PASSPHRASE)
  await page.keyboard.press('Enter')
  await page.getByText('2 communiqués').first().waitFor()
}

/** Locks the archive from another page, and looks what this one still holds. */
async function lockElsewhere(): Promise<void> {
  const other = await desk.openWindow({})
  await other.getByText('2 communiqués').first().waitFor()
  await other.keyboard.press('Alt+Shift+l')
  await page.getByRole('heading', { name: 'Archive verrouillée' }).waitFor()
  await other.close()
  expect(await heldBy(page)).not.toContain('zibeline')
  expect(folderHolds('zibeline')).toEqual([])
}

/** The files of the archive's folder in which some words can be read. */
function folderHolds(words: string): readonly string[] {
  return readdirSync(office.folder).filter((name) => {
    const file = path.join(office.folder, name)
    return statSync(file).isFile() && readFileSync(file).includes(words)
  })
}

function heldBy(from: Page): Promise<string> {
  return from.evaluate(() => {
    const fields = [...document.querySelectorAll('input, textarea')].map((each) =>
      each instanceof HTMLInputElement || each instanceof HTMLTextAreaElement ? each.value : '',
    )
    const stored = [localStorage, sessionStorage].map((each) => JSON.stringify(each))
    return [document.title, document.documentElement.outerHTML, ...fields, ...stored].join('\n')
  })
}

/** Pictures for whoever looks at them, where a folder is named. */
async function shoot(name: string): Promise<void> {
  const target = process.env['FONDS_PICTURES']
  if (target !== undefined) await page.screenshot({ path: path.join(target, `${name}.png`) })
}
