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

test('nothing broke the policy of the page on the way', () => {
  expect(desk.complaints).toEqual([])
})
