import { mkdirSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBarriers } from '../support/axe.ts'
import { aFolder } from '../support/archive.ts'
import { startDesk, type Desk } from '../support/desk-page.ts'

const MEETING = `Réunion de travail à Marsane

16/04/2025

Le ministre de l’Intérieur, Anselme Tarvaud, a reçu lundi à Rabat le ministre de la Justice, Odilon Brécourt, indique un communiqué du ministère de l’Intérieur.

Les deux ministres ont salué la coopération entre le Maroc et la France, puis ont examiné le calendrier des travaux de la commission mixte, la protection civile, la formation des agents et l’entretien des digues du fleuve.`

const FILES = {
  'b-corrigé.txt': MEETING.replace('des digues du fleuve', 'des digues et des ponts du fleuve'),
  'a-réunion.txt': MEETING,
  'c-visite.txt': `Visite de travail à Brive

18/04/2025

Le ministre de l’Intérieur, M. Tarvaud, a visité jeudi le port de Brive, selon un communiqué du ministère de l’Intérieur.`,
  'd-dépêche.txt': `Le gouvernement adopte le plan des digues

17/04/2025

BRIVE, 17/04/2025 (AVP) - Le gouvernement a adopté mercredi à Brive un plan d’entretien des digues du fleuve, doté de deux milliards sur cinq ans.`,
  'e-dépêche.txt': `Le gouvernement adopte le plan des digues (suite)

17/04/2025

BRIVE, 17/04/2025 (AVP) - Les riverains, reçus dans l’après-midi, ont salué une décision attendue depuis dix ans et demandé que les communes y soient associées.`,
}

const { folder, remove } = aFolder()
const inbox = path.join(folder, 'semaine')
let desk: Desk
let page: Page

beforeAll(async () => {
  mkdirSync(inbox)
  for (const [name, text] of Object.entries(FILES)) writeFileSync(path.join(inbox, name), text)
  desk = await startDesk()
  page = desk.page
})

afterAll(async () => {
  await desk.close()
  remove()
})

const progress = async (): Promise<readonly number[]> => {
  const told = await page.locator('.vetting .progress-detail').innerText()
  return told
    .split(/\D+/u)
    .filter((part) => part !== '')
    .map(Number)
}

const value = (): Promise<string> => page.locator('.vetting-value').innerText()

/** Presses a key that settles a suggestion, and waits for the count to follow. */
async function settleBy(key: string): Promise<void> {
  const [done = 0] = await progress()
  await page.keyboard.press(key)
  await expect.poll(async () => (await progress())[0], { timeout: 60_000 }).toBe(done + 1)
}

async function shoot(window: Page, name: string): Promise<void> {
  const target = process.env['FONDS_SHOTS']
  if (target) await window.screenshot({ path: path.join(target, `${name}.png`) })
}

async function goTo(words: RegExp): Promise<void> {
  await page.keyboard.press('Home')
  const [, total = 0] = await progress()
  for (let step = 0; step <= total; step++) {
    if (words.test(await page.locator('.vetting-card').innerText())) return
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`no suggestion says ${words.source}`)
}

describe('an officer who takes a folder in', () => {
  test('goes from the report to what is left to check', async () => {
    await page.getByRole('button', { name: 'Ajouter des textes…' }).click()
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Choisir un dossier…' }).click(),
    ])
    await chooser.setFiles(inbox)
    const review = page.getByRole('button', { name: /^Vérifier les \d+ suggestions$/u })
    await review.waitFor()
    const asked = Number(/\d+/u.exec(await review.innerText())?.[0])
    await review.click()
    await page.locator('.vetting-card').waitFor()
    expect(await progress()).toEqual([0, asked])
  })

  test('sees the proof of a date on the very characters, and the rule in words', async () => {
    await goTo(/lundi 14 avril 2025[\s\S]*relatif au 16\/04\/2025/u)
    await page.locator('.vetting-words mark').waitFor()
    expect(await page.locator('.vetting-words mark').innerText()).toBe('lundi')
    expect(await page.locator('.vetting-words').innerText()).toContain('a reçu lundi à Rabat')
    expect(await findBarriers(page)).toEqual([])
  })

  test('accepts it by a key, and takes it back by another', async () => {
    const date = await value()
    await settleBy('a')
    await page.keyboard.press('Control+z')
    await expect.poll(async () => (await progress())[0], { timeout: 60_000 }).toBe(0)
    await expect.poll(value, { timeout: 60_000 }).toBe(date)
  })

  test('corrects it to a month and another role without a mouse', async () => {
    await page.keyboard.press('c')
    await page.getByRole('textbox', { name: 'Date corrigée' }).fill('04/2025')
    expect(await findBarriers(page)).toEqual([])
    await settleBy('Enter')
    await settleBy('a')
    await settleBy('r')
    expect((await progress())[0]).toBe(3)
  })

  test('sees in words what the corrected text changes, and says it is a version', async () => {
    await goTo(/Nouvelle version de|Relaie le même communiqué que/u)
    await page.locator('.vetting-diff ins').first().waitFor()
    expect(await page.locator('.vetting-compared').innerText()).toMatch(/mots? ajoutés?/u)
    expect(await findBarriers(page)).toEqual([])
    await settleBy('v')
  })

  test('sees that a take goes on from another, and says they tell of one event', async () => {
    await goTo(/Même événement que[\s\S]*dépêche en plusieurs parties/u)
    expect(await value()).toBe('Le gouvernement adopte le plan des digues')
    const agree = page.locator('.vetting-foot').getByRole('button', { name: /^Même événement/u })
    await agree.waitFor()
    expect(await findBarriers(page)).toEqual([])
    await shoot(page, 'takes-fr')
    await settleBy('a')
  })

  test('takes everything back at once', async () => {
    await page.getByRole('button', { name: /^Annuler les \d+ décisions$/u }).click()
    await expect.poll(async () => (await progress())[0], { timeout: 60_000 }).toBe(0)
    await page.keyboard.press('Escape')
    await page.locator('.vetting').waitFor({ state: 'detached' })
  })
})

describe('the names of the texts', () => {
  test('are merged after a preview, and parted again', async () => {
    await page.keyboard.press('Alt+a')
    const list = page.getByRole('navigation', { name: 'Notices' })
    await page.getByRole('searchbox', { name: 'Nom cherché' }).fill('brecourt')
    await list.getByRole('button', { name: /Brécourt/u }).click()
    await page.locator('.names-passage').first().waitFor()
    expect(await page.locator('.names-roles').innerText()).toContain('ministre de la Justice')
    expect(await findBarriers(page)).toEqual([])
    await page.getByRole('button', { name: 'Fusionner…' }).click()
    await page.getByRole('textbox', { name: 'Nom cherché' }).fill('tarvaud')
    await expect
      .poll(() => page.locator('.passage').first().innerText(), { timeout: 60_000 })
      .toMatch(/Tarvaud/u)
    await page.keyboard.press('Enter')
    await page.getByText('Ce qui change').waitFor()
    expect(await page.locator('.names-preview').innerText()).toContain('Anselme Tarvaud')
    expect(await findBarriers(page)).toEqual([])
    await page.getByRole('button', { name: 'Fusionner', exact: true }).click()
    await page.getByText('Notices fusionnées').waitFor()
    await page.locator('.names-forms').getByText('Anselme Tarvaud').waitFor()
    await page.getByRole('button', { name: 'Annuler la fusion' }).click()
    await page.locator('.names-forms').getByText('Anselme Tarvaud').waitFor({ state: 'detached' })
    await page.keyboard.press('Escape')
    await page.locator('.names-desk').waitFor({ state: 'detached' })
  })
})

describe('the original', () => {
  test('comes back byte for byte from the panel of its provenance', async () => {
    await page.getByRole('option').filter({ hasText: 'Visite de travail' }).click()
    await page.locator('summary').filter({ hasText: 'Provenance' }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Exporter l’original, octet pour octet…' }).click(),
    ])
    const digest = createHash('sha256')
      .update(readFileSync(await download.path()))
      .digest('hex')
    expect(await page.locator('.digest').getAttribute('title')).toBe(digest)
    const given = createHash('sha256').update(FILES['c-visite.txt']).digest('hex')
    expect(digest).toBe(given)
  })
})

describe('in Arabic', () => {
  test('the same windows open by the same keys, from right to left, without a barrier', async () => {
    const window = await desk.openWindow({ colorScheme: 'dark' })
    await window.getByRole('button', { name: 'Réglages' }).click()
    await window.locator('.choice').filter({ hasText: 'العربية' }).click()
    await window.keyboard.press('Escape')
    await window.getByRole('dialog').waitFor({ state: 'detached' })
    await window.keyboard.press('Alt+k')
    await window.locator('.vetting-words mark').first().waitFor()
    expect(
      await window.locator('.vetting').evaluate((part) => getComputedStyle(part).direction),
    ).toBe('rtl')
    expect(await window.locator('.vetting-rule').innerText()).toMatch(/\p{Script=Arabic}/u)
    expect(await findBarriers(window)).toEqual([])
    await window.getByRole('button', { name: /^الحدث نفسه الذي في/u }).click()
    await window
      .locator('.vetting-foot')
      .getByRole('button', { name: /^الحدث نفسه/u })
      .waitFor()
    expect(await findBarriers(window)).toEqual([])
    await shoot(window, 'takes-ar')
    await window.keyboard.press('a')
    await window.getByRole('button', { name: /^تراجع/u }).waitFor()
    await window.keyboard.press('Control+z')
    await window.getByRole('button', { name: /^تراجع/u }).waitFor({ state: 'detached' })
    await window.keyboard.press('Escape')
    await window.locator('.vetting').waitFor({ state: 'detached' })
    await window.keyboard.press('Alt+a')
    await window.locator('.names-rows button').first().click()
    await window.locator('.names-passage').first().waitFor()
    expect(await findBarriers(window)).toEqual([])
    expect(desk.complaints).toEqual([])
  })
})
