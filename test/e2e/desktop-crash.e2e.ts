import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aFolder } from '../support/archive.ts'
import { launchDesktop, pageOf, type Desktop } from '../support/electron-double/launch.ts'
import { callArchive, installBackend, valueOf } from '../support/page-backend.ts'

const { folder, remove } = aFolder()
let desktop: Desktop
let page: Page

beforeAll(async () => {
  desktop = await launchDesktop({ archivePath: path.join(folder, 'archive.fonds') })
  page = await pageOf(desktop)
  await page.getByRole('button', { name: 'Découvrir avec des exemples' }).click()
  await page.getByText('16 communiqués').waitFor()
})
afterAll(async () => {
  await desktop.close()
  remove()
})

test('comes back with the note that was being written when its page crashed', async () => {
  await installBackend(page)
  await writeNote('zibeline-perdue')
  // The very last letters may be lost with the page.
  await expect.poll(draftsHeld).toMatchObject({ note: expect.stringContaining('zibeline-perdue') })
  await crash()
  await page.getByRole('button', { name: 'Reprendre la note' }).click()
  await expect.poll(() => page.locator('.note-area').inputValue()).toBe('zibeline-perdue')
  await page.locator('.note-area').press('Control+Enter')
  await page.locator('li.note').filter({ hasText: 'zibeline-perdue' }).waitFor()
  // What was saved is offered no more.
  await crash()
  await page.getByText('16 communiqués').waitFor()
  expect(await page.getByRole('button', { name: 'Reprendre la note' }).count()).toBe(0)
})

test('holds the note of an encrypted archive in no other form than encrypted', async () => {
  const passphrase = 'quatre mots au hasard'
  await installBackend(page)
  const made = valueOf(await callArchive(page, 'vault.prepare-keys', { passphrase }))
  const lastGroup = made.recoveryCode.slice(-4)
  valueOf(await callArchive(page, 'vault.encrypt', { lastGroup }))
  await page.getByText('16 communiqués').waitFor()
  await writeNote('zibeline-chiffrée')
  await expect.poll(draftsHeld).toMatchObject({ note: expect.stringMatching(/^draft1\./u) })
  expect(JSON.stringify(await draftsHeld())).not.toContain('zibeline')
  await crash()
  await page.getByRole('button', { name: 'Reprendre la note' }).click()
  await expect.poll(() => page.locator('.note-area').inputValue()).toBe('zibeline-chiffrée')
})

test('closes a window whose page crashes each time it begins, and says so', async () => {
  const [window] = desktop.windows
  // One that stood long enough meanwhile counts as steady, and the count begins again.
  for (let times = 0; times < 30 && told() === undefined; times += 1) await crash()
  expect(told()).toMatchObject({ title: 'La fenêtre s’est arrêtée plusieurs fois de suite' })
  await expect.poll(() => window?.isClosed, { timeout: 60_000 }).toBe(true)
})

const told = (): unknown => desktop.stage.journal.find(({ what }) => what === 'error-box')?.data

/** Crashes the page, and goes on with the one that takes its place, unless none does. */
async function crash(): Promise<void> {
  const [window] = desktop.windows
  await window?.webContents.crash()
  if (window && told() === undefined) {
    page = await window.webContents.openedPage
    await page.waitForLoadState()
  }
}

const draftsHeld = (): Promise<unknown> =>
  page.evaluate(async () => {
    const listed = await Reflect.get(window, 'backend').shell.call('draft.list', {})
    return listed.value.drafts
  })

async function writeNote(words: string): Promise<void> {
  await page.getByText('Protection civile et sécurité').first().click()
  await page.getByRole('region', { name: 'Texte du communiqué' }).waitFor()
  await page.locator('.text').focus()
  await page.keyboard.press('Alt+ArrowDown')
  await expect.poll(() => page.evaluate(() => document.getSelection()?.toString())).not.toBe('')
  await page.keyboard.press('c')
  await page.locator('.note-area').fill(words)
}
