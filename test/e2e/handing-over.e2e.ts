import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBarriers } from '../support/axe.ts'
import { startDesk, type Desk } from '../support/desk-page.ts'
import { hasProgram, runProgram } from '../support/program.ts'

let desk: Desk
let page: Page

beforeAll(async () => {
  desk = await startDesk({ window: { permissions: ['clipboard-read'] } })
  page = desk.page
  await page.getByRole('button', { name: 'Découvrir avec des exemples' }).click()
  await option('Protection civile et sécurité').click()
  await page.locator('.paragraph').first().waitFor()
})

afterAll(() => desk.close())

const option = (words: string): Locator => page.getByRole('option').filter({ hasText: words })

const dialog = (): Locator => page.getByRole('dialog')

const toast = (words: string): Locator => page.locator('.toast').filter({ hasText: words })

const selectedWords = (): Promise<string> =>
  page.evaluate(() => document.getSelection()?.toString() ?? '')

const pasted = (kind: string): Promise<string> =>
  page.evaluate(async (type) => {
    const [item] = await navigator.clipboard.read()
    if (!item?.types.includes(type)) return ''
    return (await item.getType(type)).text()
  }, kind)

describe('a quotation', () => {
  test('is copied with its source by one key, to the letter, plain and rich', async () => {
    await page.locator('.text').focus()
    await page.keyboard.press('Alt+ArrowDown')
    await expect.poll(selectedWords).not.toBe('')
    await page.locator('.selection-toolbar:not(.selection-toolbar-away)').waitFor()
    const words = await selectedWords()
    await page.keyboard.press('x')
    await toast('Citation copiée').waitFor()
    const plain = await pasted('text/plain')
    expect(plain).toContain(words)
    expect(plain.slice(plain.indexOf(words) + words.length)).toMatch(
      / \(.+, .+, .+ § \d+, SHA-256 [0-9a-f]{12}\)$/u,
    )
    expect(await pasted('text/html')).toMatch(/<q [^>]*lang="fr"[\s\S]*<cite>/u)
  })

  test('has its source where the settings put it', async () => {
    await page.getByRole('button', { name: 'Réglages' }).click()
    await page.getByText('Sur une ligne à part').click()
    await page.keyboard.press('Escape')
    await page.locator('.text').focus()
    await page.keyboard.press('Alt+ArrowDown')
    await page.keyboard.press('Alt+c')
    await expect.poll(() => pasted('text/plain')).toMatch(/\n— .+SHA-256 [0-9a-f]{12}$/u)
    await page.keyboard.press('Alt+Shift+c')
    await toast('Référence copiée').waitFor()
    expect(await pasted('text/plain')).toMatch(/^[^«\n]+SHA-256 [0-9a-f]{12}$/u)
  })
})

describe('an export', () => {
  test('shows the very pages that it saves, by keys alone', async () => {
    await page.keyboard.press('Control+p')
    await dialog().waitFor()
    expect(await findBarriers(page)).toEqual([])
    await dialog().getByRole('button', { name: 'Aperçu des pages' }).focus()
    await page.keyboard.press('Enter')
    const pages = dialog().getByRole('img', { name: /^Page 1 sur \d+$/u })
    await dialog().locator('.page-picture[data-drawn="true"]').first().waitFor()
    await pages.waitFor()
    expect(await findBarriers(page)).toEqual([])
    const download = page.waitForEvent('download')
    await dialog().getByRole('button', { name: 'Exporter…' }).focus()
    await page.keyboard.press('Enter')
    const file = await (await download).path()
    expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-')
    await dialog()
      .getByText(/^Enregistré/u)
      .waitFor()
    if (!hasProgram('pdfinfo')) return
    const told = runProgram('pdfinfo', [file])
    const count = /^Pages:\s+(\d+)$/mu.exec(told)?.[1]
    expect(await dialog().locator('.export-report').innerText()).toContain(`${count} page`)
  })

  test('says in plain words what stays out, and offers what fits', async () => {
    await dialog().getByText('Vos notes privées restent hors du fichier.').waitFor()
    await dialog().getByText('Inclure les notes privées').click()
    await dialog().getByRole('alert').waitFor()
    await dialog()
      .getByText(/^La liste/u)
      .click()
    await dialog().getByRole('radio', { name: /^CSV/u }).waitFor()
    await dialog().getByText('BibTeX').click()
    const download = page.waitForEvent('download')
    await dialog().getByRole('button', { name: 'Exporter…' }).click()
    const file = await (await download).path()
    expect(readFileSync(file, 'utf8').match(/^@/gmu)?.length).toBeGreaterThan(1)
    await dialog()
      .getByText(/^Enregistré/u)
      .waitFor()
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
  })
})

describe('a dossier', () => {
  test('is made from texts, a passage and a note, by keys alone', async () => {
    await page.getByRole('listbox', { name: 'Communiqués' }).focus()
    await page.keyboard.press(' ')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press(' ')
    await page.getByText('2 textes choisis').waitFor()
    await page.getByRole('button', { name: 'Ajouter à un dossier…' }).first().focus()
    await page.keyboard.press('Enter')
    await dialog().getByLabel('Titre du dossier').fill('Remise au cabinet')
    expect(await findBarriers(page)).toEqual([])
    await page.keyboard.press('Enter')
    await toast('Dossier créé').waitFor()
    await page.locator('.text').focus()
    await page.keyboard.press('Alt+ArrowDown')
    await expect.poll(selectedWords).not.toBe('')
    await page.locator('.selection-toolbar:not(.selection-toolbar-away)').waitFor()
    await page.keyboard.press('Alt+d')
    await dialog().getByRole('button', { name: 'Ajouter', exact: true }).focus()
    await page.keyboard.press('Enter')
    await toast('Ajouté au dossier').waitFor()
    await page.getByRole('button', { name: /^Remise au cabinet/u }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('.dossier-line').count()).toBe(3)
    await page.getByLabel('Vos mots').fill('À rappeler en ouverture.')
    await page.getByRole('button', { name: 'Ajouter une note' }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('.dossier-line').count()).toBe(4)
    expect(await page.locator('.dossier-passage').count()).toBe(1)
    expect(await findBarriers(page)).toEqual([])
  })

  test('is put in order by keys, and each step is taken back', async () => {
    const kinds = () =>
      page
        .locator('.dossier-line')
        .evaluateAll((lines) =>
          lines.map((line) => /dossier-(passage|note|communique)/u.exec(line.className)?.[1]),
        )
    await expect.poll(kinds).toEqual(['communique', 'communique', 'passage', 'note'])
    await page.getByLabel('Note du dossier').focus()
    await page.keyboard.press('Alt+ArrowUp')
    await expect.poll(kinds).toEqual(['communique', 'communique', 'note', 'passage'])
    await expect
      .poll(() => page.locator('[data-live-announcer]').innerText())
      .toContain('position 3 sur 4')
    await page.getByRole('button', { name: 'Annuler la dernière étape' }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(kinds).toEqual(['communique', 'communique', 'passage', 'note'])
    await page.locator('.dossier-grip').nth(3).dragTo(page.locator('.dossier-line').first())
    await expect.poll(kinds).toEqual(['note', 'communique', 'communique', 'passage'])
  })

  test('is exported, deleted and brought back', async () => {
    await page.getByRole('button', { name: 'Exporter le dossier…' }).click()
    await dialog().getByText('Note Word').click()
    const download = page.waitForEvent('download')
    await dialog().getByRole('button', { name: 'Exporter…' }).click()
    const file = await (await download).path()
    expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK')
    await dialog()
      .getByText(/^Enregistré/u)
      .waitFor()
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Supprimer le dossier' }).click()
    await toast('Dossier supprimé').getByRole('button', { name: 'Annuler' }).click()
    await page.getByRole('button', { name: /^Remise au cabinet/u }).waitFor()
  })
})

describe('a briefing note', () => {
  test('is drafted from the chosen texts as a dossier, and written on', async () => {
    await page.getByRole('button', { name: 'Préparer une note…' }).first().click()
    expect(await findBarriers(page)).toEqual([])
    await dialog().getByLabel('Titre de la note').fill('Point avant la visite')
    await page.keyboard.press('Enter')
    await toast('Dossier créé').waitFor()
    await page.getByRole('heading', { name: 'Point avant la visite' }).waitFor()
    const headings = page.getByLabel('Intertitre')
    await expect.poll(() => headings.first().inputValue()).toBe('Contexte')
    expect(await headings.count()).toBeGreaterThan(3)
    await page.getByRole('button', { name: 'Titre et mention…' }).click()
    await dialog().getByLabel('Titre du dossier').fill('Point avant la réunion')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Point avant la réunion' }).waitFor()
    await page.getByRole('button', { name: 'Annuler la dernière étape' }).click()
    await page.getByRole('heading', { name: 'Point avant la visite' }).waitFor()
    await page.getByRole('button', { name: 'Rétablir' }).click()
    await page.getByRole('heading', { name: 'Point avant la réunion' }).waitFor()
    await page.getByRole('button', { name: 'Exporter le dossier…' }).click()
    await dialog().getByText('Note Word').click()
    const download = page.waitForEvent('download')
    await dialog().getByRole('button', { name: 'Exporter…' }).click()
    expect((await download).suggestedFilename()).toMatch(/Point-avant-la-réunion\.docx$/u)
    await dialog()
      .getByText(/^Enregistré/u)
      .waitFor()
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Supprimer le dossier' }).click()
    await page.getByRole('button', { name: 'Comparer', exact: true }).waitFor()
  })
})

/** Chooses these texts and no other. */
async function choose(...rows: readonly Locator[]): Promise<void> {
  await page.getByRole('button', { name: 'Ne rien choisir' }).click()
  for (const row of rows) await row.locator('.row-pick').click()
}

const isAtEnd = (side: Element): boolean =>
  side.scrollHeight > side.clientHeight &&
  side.scrollTop + side.clientHeight >= side.scrollHeight - 2

describe('two texts', () => {
  test('are compared side by side, from change to change by a key', async () => {
    await choose(option('Protection civile et sécurité'), option('neuf engagements'))
    await page.getByRole('button', { name: 'Comparer', exact: true }).click()
    await dialog().locator('.change').first().waitFor()
    expect(await findBarriers(page)).toEqual([])
    await page.keyboard.press('n')
    await dialog()
      .getByText(/^Différence 1 sur \d+$/u)
      .waitFor()
    await page.keyboard.press('n')
    await dialog()
      .getByText(/^Différence 2 sur \d+$/u)
      .waitFor()
    await page.keyboard.press('p')
    await dialog()
      .getByText(/^Différence 1 sur \d+$/u)
      .waitFor()
    expect(await dialog().locator('.change-current').count()).toBeGreaterThan(0)
    const sides = dialog().locator('.compared-text')
    expect(await sides.first().evaluate(isAtEnd)).toBe(false)
    await sides.last().hover()
    await page.mouse.wheel(0, 20_000)
    await expect.poll(() => sides.first().evaluate(isAtEnd)).toBe(true)
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
  })
})

test('a text and its counterpart in another language stand side by side without marks', async () => {
  await choose(option('Protection civile et sécurité'), option('الحماية المدنية'))
  await page.getByRole('button', { name: 'Comparer', exact: true }).click()
  await dialog().getByText('Deux langues').waitFor()
  expect(await dialog().locator('.change').count()).toBe(0)
  const sides = await dialog().locator('.compared-text').allInnerTexts()
  expect(sides).toHaveLength(2)
  expect(sides.join('\n')).toContain('الحماية المدنية')
  expect(await findBarriers(page)).toEqual([])
  await page.keyboard.press('Escape')
  await dialog().waitFor({ state: 'detached' })
})

test('nothing broke the policy of the page on the way', () => {
  expect(desk.complaints).toEqual([])
})
