import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Download, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { frenchSample } from '../fixtures/export/samples.ts'
import { anOffice } from '../support/annotated.ts'
import { aFolder } from '../support/archive.ts'
import { startDesk, type Desk } from '../support/desk-page.ts'
import { addSample } from '../support/exported.ts'
import { inventedSample } from '../support/invented-pages.ts'
import { textOfPdf } from '../support/pdf-tools.ts'
import { hasProgram } from '../support/program.ts'

/** Enough for an export of all of them to be stopped on its way. */
const OTHERS = 400

const { folder, remove } = aFolder()
let desk: Desk
let page: Page

beforeAll(async () => {
  const archivePath = path.join(folder, 'archive.fonds')
  const office = anOffice('Officier')
  for (let i = 1; i <= OTHERS; i += 1) addSample(office, inventedSample(i, 2))
  addSample(office, frenchSample())
  office.db.prepare('VACUUM INTO $archivePath').run({ archivePath })
  office.close()
  desk = await startDesk({ archivePath })
  page = desk.page
  await page.getByRole('option').filter({ hasText: 'plan commun de dragage' }).first().click()
  await page.locator('.paragraph').first().waitFor()
})

afterAll(async () => {
  await desk.close()
  remove()
})

const dialog = (): Locator => page.getByRole('dialog')
const press = (name: string | RegExp): Promise<void> =>
  dialog().getByRole('button', { name }).click()

async function saved(click: Promise<void>, download: Promise<Download>): Promise<string> {
  await click
  return (await download).path()
}

describe('the annotations of an export', () => {
  test('are those whose kind, tag and author are ticked', async () => {
    await page.keyboard.press('Control+p')
    await dialog().getByText('Markdown').click()
    await dialog().getByText('Choisir les annotations').click()
    const tick = (list: string, words: string): Promise<void> =>
      dialog().getByRole('group', { name: list }).getByText(words, { exact: true }).click()
    const written = async (): Promise<string> =>
      readFileSync(
        await saved(press(/^Exporter…|^Enregistrer de nouveau/u), page.waitForEvent('download')),
        'utf8',
      )
    const [deadline, formula, english] = ['Échéance ferme', 'Formule reprise', 'version anglaise']
    const all = await written()
    for (const words of [deadline, formula, english]) expect(all).toContain(words)
    await tick('Auteurs', 'Direction du littoral')
    const ofOne = await written()
    for (const words of [deadline, english]) expect(ofOne).toContain(words)
    expect(ofOne).not.toContain(formula)
    await tick('Types', 'Engagement')
    const ofKind = await written()
    expect(ofKind).toContain(deadline)
    expect(ofKind).not.toContain(english)
    await tick('Types', 'Engagement')
    await tick('Auteurs', 'Direction du littoral')
    await tick('Étiquettes', 'position')
    const ofTag = await written()
    expect(ofTag).toContain('position arrêtée')
    expect(ofTag).not.toContain(deadline)
    await tick('Étiquettes', 'position')
  })
})

describe('pages', () => {
  test('are printed one by one, and nothing else of the window', async () => {
    await dialog().getByText('PDF', { exact: true }).click()
    await press('Aperçu des pages')
    await dialog().locator('.page-picture[data-drawn="true"]').first().waitFor()
    const told = await dialog().locator('.export-report').innerText()
    const count = Number(/(\d+) pages?/u.exec(told)?.[1])
    expect(count).toBeGreaterThan(1)
    await page.evaluate(() => {
      window.print = () => {
        document.body.dataset['printed'] = String(
          document.querySelectorAll('.printed-pages canvas').length,
        )
      }
    })
    await page.emulateMedia({ media: 'print' })
    await press('Imprimer…')
    await expect.poll(() => page.locator('body').getAttribute('data-printed')).toBe(`${count}`)
    expect(await page.locator('.printed-pages').isVisible()).toBe(true)
    expect(await page.getByRole('listbox', { name: 'Communiqués' }).isVisible()).toBe(false)
    await page.emulateMedia({ media: 'screen' })
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
    await expect.poll(() => page.locator('.printed-pages').count()).toBe(0)
  })
})

describe('an export of many texts', () => {
  test('is stopped from the window, and writes nothing', async () => {
    const files: Download[] = []
    page.on('download', (file) => files.push(file))
    await dialog()
      .getByText(/^La liste/u)
      .click()
    await dialog()
      .getByRole('radio', { name: /^Dossier PDF/u })
      .check({ force: true })
    await press('Exporter…')
    await dialog()
      .getByText(new RegExp(String.raw`^\d+ sur ${OTHERS + 1}$`, 'u'))
      .waitFor()
    await press('Annuler')
    await dialog().getByText('Export interrompu. Aucun fichier n’a été écrit.').waitFor()
    expect(files).toEqual([])
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
  })
})

describe('two texts that are compared', () => {
  test('are written as a PDF from the window', async () => {
    await page.getByRole('listbox', { name: 'Communiqués' }).focus()
    await page.keyboard.press(' ')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press(' ')
    await page.getByRole('button', { name: 'Comparer', exact: true }).click()
    await dialog().locator('.compared-text').first().waitFor()
    const file = await saved(press('Exporter en PDF…'), page.waitForEvent('download'))
    expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-')
    if (!hasProgram('pdftotext')) return
    const text = textOfPdf(file)
    for (const words of ['Texte A', 'Texte B', 'ajouté', 'supprimé']) expect(text).toContain(words)
  })
})

test('nothing broke the policy of the page on the way', () => {
  expect(desk.complaints).toEqual([])
})
