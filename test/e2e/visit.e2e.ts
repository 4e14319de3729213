import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findBarriers } from '../support/axe.ts'
import { runCli } from '../support/cli.ts'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { startDesk, type Desk } from '../support/desk-page.ts'
import { aScreenArchive, type ScreenArchive } from '../support/screens.ts'

let archive: ScreenArchive

beforeAll(async () => {
  archive = await aScreenArchive('samples')
})

afterAll(() => archive.remove())

const entry = (page: Page): Locator => page.getByRole('button', { name: /^Nouveautés/u })

/** A visit from its first window to its last. */
async function visit(act: (page: Page, desk: Desk) => Promise<void>): Promise<void> {
  const desk = await startDesk(archive)
  await desk.page.locator('.row').first().waitFor()
  await act(desk.page, desk)
  await desk.close()
}

/** What comes in while the window is closed, as from a watched folder. */
function takeIn(name: string, text: string): void {
  const file = path.join(archive.home, name)
  writeFileSync(file, text)
  runCli('ingest', '--archive', archive.archivePath, file)
}

test('what came in since the last visit is counted, listed alone, and had done with', async () => {
  await visit(async (page) => {
    await page.locator('.timeline-bar').first().waitFor()
    expect(await entry(page).count()).toBe(0)
  })
  takeIn(
    'neuf.txt',
    'Communiqué\n\n12/05/2025\n\nLe ministre des Pêches a reçu le comité du thon.\n',
  )
  takeIn(
    'autre.txt',
    'Déclaration\n\n13/05/2025\n\nLa conférence des Deux Rives est reportée à juin.\n',
  )
  await visit(async (page) => {
    await entry(page).waitFor()
    expect(await entry(page).innerText()).toMatch(/2/u)
    await entry(page).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('.list-count').innerText()).toBe('2 communiqués')
    expect(await page.locator('.chip').innerText()).toMatch(/^Nouveautés depuis le /u)
    expect(await findBarriers(page)).toEqual([])
    await page.getByRole('searchbox', { name: /^Rechercher/u }).fill('thon')
    await expect.poll(() => page.locator('.hit').count()).toBe(1)
    await page.getByRole('searchbox', { name: /^Rechercher/u }).fill('')
    await page.locator('.chip').click()
    await expect.poll(() => page.locator('.list-count').innerText()).toBe('19 communiqués')
  })
  await visit(async (page) => {
    await entry(page).waitFor()
    await page.getByRole('button', { name: 'Marquer comme vues' }).focus()
    await page.keyboard.press('Enter')
    await entry(page).waitFor({ state: 'detached' })
  })
  await visit(async (page) => {
    await page.locator('.timeline-bar').first().waitFor()
    expect(await entry(page).count()).toBe(0)
  })
})
