import { copyFileSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { aFolder } from '../support/archive.ts'
import { findBarriers } from '../support/axe.ts'
import { findCutWords } from '../support/cut-words.ts'
import { launchDesktop, pageOf, type Desktop } from '../support/electron-double/launch.ts'
import { callArchive, installBackend, valueOf } from '../support/page-backend.ts'

const PATIENCE = { timeout: 90_000, interval: 100 }
const SAMPLES = path.resolve('resources/sample')
const CHARTER = '2025-07-10-marsane-corridor-deux-rives.txt'
const RECORD = '2025-04-16-marsane-valdorie-reunion.txt'
const UNREAD = '1 fichier du dossier surveillé n’a pas pu être lu'
const LATER = '2025-05-06-valdorie-communique-117.txt'

describe('the folder that an officer has watched', () => {
  const { folder, remove } = aFolder()
  const userData = path.join(folder, 'profile')
  const archivePath = path.join(folder, 'archive.fonds')
  const arrivals = path.join(folder, 'Arrivées du jour')
  let desktop: Desktop
  let page: Page
  beforeAll(async () => {
    mkdirSync(arrivals)
    copyFileSync(path.join(SAMPLES, CHARTER), path.join(arrivals, CHARTER))
    desktop = await launchDesktop({ archivePath, userData })
    page = await pageOf(desktop)
    page.setDefaultTimeout(90_000)
  })
  afterAll(async () => {
    await desktop.close()
    remove()
  })

  test('is none at first, and nothing is watched', async () => {
    const section = await openSection(page)
    expect(await section.getByRole('checkbox').count()).toBe(0)
    expect(await section.getByRole('status').innerText()).toContain('ajoutés d’eux-mêmes')
  })

  test('stays none when the officer declines', async () => {
    desktop.stage.folderAnswers.push(null)
    const section = sectionOf(page)
    await section.getByRole('button', { name: 'Choisir un dossier…' }).click()
    await vi.waitUntil(() => desktop.stage.folderAnswers.length === 0, PATIENCE)
    expect(await section.getByRole('checkbox').count()).toBe(0)
  })

  test('is chosen in a dialog of the system, named without its path, and read at once', async () => {
    desktop.stage.folderAnswers.push(arrivals)
    const section = sectionOf(page)
    await section.getByRole('button', { name: 'Choisir un dossier…' }).click()
    await section
      .getByRole('status')
      .getByText(/^Surveillé/u)
      .waitFor()
    expect(await section.getByRole('checkbox').isChecked()).toBe(true)
    expect(await section.innerText()).toContain('Arrivées du jour')
    expect(await page.content()).not.toContain(folder)
    await shot(page, 'watched-folder-fr')
    await page.getByText('1 texte ajouté du dossier surveillé.').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('option').first().waitFor()
  })

  test('is not cut, and has no barrier', async () => {
    await openSection(page)
    expect(await findBarriers(page)).toEqual([])
    expect(await findCutWords(page)).toEqual([])
    await page.keyboard.press('Escape')
  })

  test('gives each file that arrives, and the list shows it', async () => {
    copyFileSync(path.join(SAMPLES, RECORD), path.join(arrivals, RECORD))
    await vi.waitUntil(async () => (await page.getByRole('option').count()) === 2, PATIENCE)
    expect(await page.getByText('interrompu').count()).toBe(0)
  })

  test('tells of a file that gives no text', async () => {
    writeFileSync(path.join(arrivals, 'image.png'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1]))
    await page.getByText(UNREAD).waitFor()
    expect(await page.getByRole('option').count()).toBe(2)
  })

  test('goes on after the archive host has ended', async () => {
    desktop.hosts()[0]?.kill()
    await vi.waitUntil(() => desktop.hosts().length === 2, PATIENCE)
    copyFileSync(path.join(SAMPLES, LATER), path.join(arrivals, LATER))
    await expect.poll(() => page.getByRole('option').count(), PATIENCE).toBe(3)
    await page.getByText(UNREAD).waitFor({ state: 'detached' })
  })

  test('reads what gave no text once more when asked', async () => {
    const section = await openSection(page)
    await section.getByRole('button', { name: 'Relire les fichiers illisibles' }).click()
    await page.getByText(UNREAD).waitFor()
    expect(await page.locator('[role="option"]').count()).toBe(3)
    await page.keyboard.press('Escape')
  })

  test('is told as missing while it is away, and taken up when it is back', async () => {
    const section = await openSection(page)
    renameSync(arrivals, `${arrivals} (ailleurs)`)
    await section.getByRole('status').getByText('Dossier introuvable').waitFor()
    renameSync(`${arrivals} (ailleurs)`, arrivals)
    await section
      .getByRole('status')
      .getByText(/^Surveillé/u)
      .waitFor()
    // Nothing in it was added twice.
    expect(await page.locator('[role="option"]').count()).toBe(3)
  })

  test('is left alone once the officer turns it off, and that is kept', async () => {
    const section = sectionOf(page)
    await section.getByRole('checkbox').click()
    await section.getByRole('status').getByText('Non surveillé.').waitFor()
    expect(JSON.parse(readFileSync(path.join(userData, 'folders.json'), 'utf8'))).toEqual({
      [archivePath]: { folder: arrivals, isOn: false },
    })
    await page.keyboard.press('Escape')
    writeFileSync(path.join(arrivals, 'apres.txt'), 'Un texte qui arrive après.')
    await installBackend(page)
    const before = valueOf(await callArchive(page, 'archive.describe', {})).communiqueCount
    await new Promise((resolve) => setTimeout(resolve, 4000))
    const after = valueOf(await callArchive(page, 'archive.describe', {})).communiqueCount
    expect([before, after]).toEqual([3, 3])
  })

  test('reports no error of the page, the preload or the host', () => {
    const errors = /^(?:page-error|preload-error|console-error|not-delivered|utility-error)$/u
    expect(desktop.stage.journal.filter(({ what }) => errors.test(what))).toEqual([])
  })
})

describe('the folder that an administrator has watched', () => {
  const { folder, remove } = aFolder()
  const arrivals = path.join(folder, 'depeches')
  let desktop: Desktop
  let page: Page
  beforeAll(async () => {
    mkdirSync(arrivals)
    copyFileSync(path.join(SAMPLES, CHARTER), path.join(arrivals, CHARTER))
    desktop = await launchDesktop({
      archivePath: path.join(folder, 'archive.fonds'),
      policy: { watchedFolder: arrivals, language: 'ar' },
    })
    page = await pageOf(desktop)
    page.setDefaultTimeout(90_000)
  })
  afterAll(async () => {
    await desktop.close()
    remove()
  })

  test('is read without being asked for, and shown as managed, with nothing to change', async () => {
    await page.getByRole('option').first().waitFor()
    const section = await openSection(page)
    await section.getByText('يحدده المسؤول').waitFor()
    expect(await section.getByRole('button', { name: 'اختيار' }).count()).toBe(0)
    expect(await section.getByRole('checkbox').count()).toBe(0)
    expect(await section.innerText()).toContain('depeches')
    expect(await page.content()).not.toContain(folder)
    await shot(page, 'watched-folder-managed-ar')
    await page.keyboard.press('Escape')
  })

  test('is not changed by a page that asks all the same', async () => {
    await installBackend(page)
    const asked = await page.evaluate(async () => {
      const { shell } = Reflect.get(window, 'backend')
      return [
        await shell.call('watched-folder.choose', {}),
        await shell.call('watched-folder.turn', { isOn: false }),
      ]
    })
    const refused = { ok: false, failure: { kind: 'policy-refuses', rule: 'watchedFolder' } }
    expect(asked).toEqual([refused, refused])
    expect(desktop.stage.journal.filter(({ what }) => what === 'folder-dialog')).toEqual([])
  })
})

const sectionOf = (page: Page): ReturnType<Page['locator']> => page.locator('.watched-folder')

async function openSection(page: Page): Promise<ReturnType<Page['locator']>> {
  await page.locator('.top-acts button').last().click()
  const section = sectionOf(page)
  await section.scrollIntoViewIfNeeded()
  return section
}

/** For whoever changes the section, to be looked at. */
async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env['SHOTS_FOLDER']
  if (folder === undefined) return
  await sectionOf(page).scrollIntoViewIfNeeded()
  await page.screenshot({ path: path.join(folder, `${name}.png`) })
}
