import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listBackupFiles } from '../../electron/core/db/backup-files.ts'
import { findBarriers } from '../support/axe.ts'
import { aFolder } from '../support/archive.ts'
import { runCli } from '../support/cli.ts'
import { startDesk, type Desk } from '../support/desk-page.ts'

const { folder, remove } = aFolder()
const archivePath = path.join(folder, 'archive.fonds')
let app: Desk
let page: Page

beforeAll(async () => {
  app = await startDesk({ archivePath })
  page = app.page
  await page.getByRole('button', { name: 'Découvrir avec des exemples' }).click()
  await page.getByText('16 communiqués').waitFor()
})
afterAll(async () => {
  await app.close()
  remove()
})

test('a backup is made, and put back in two clicks with what it replaces kept', async () => {
  await openTool('Sauvegardes')
  await page.getByText('Aucune sauvegarde encore.').waitFor()
  await page.getByRole('button', { name: 'Sauvegarder maintenant' }).click()
  await page.getByText('Sauvegarde faite et relue en entier.').waitFor()
  const list = page.getByRole('list', { name: 'Sauvegardes' })
  expect(await list.getByRole('listitem').textContent()).toContain('16 communiqués')
  expect(await findBarriers(page)).toEqual([])
  await shoot('backups')
  await page.keyboard.press('Escape')
  await takeInOneMore()
  await openTool('Sauvegardes')
  await page.getByRole('button', { name: /^Rétablir :/u }).click()
  await shoot('backup-confirm')
  await page.getByRole('button', { name: 'Rétablir cette sauvegarde' }).click()
  await page.getByText(/^Sauvegarde rétablie\./u).waitFor()
  await list.getByText(/archive remplacée/u).waitFor()
  expect(await list.getByRole('listitem').count()).toBe(2)
  await shoot('backup-restored')
  await page.keyboard.press('Escape')
  await page.getByText('16 communiqués').waitFor()
  const asked = listBackupFiles(archivePath).map(({ reason }) => reason)
  // One of the day is made as soon as the archive is open again.
  expect(asked.filter((reason) => reason !== 'daily')).toEqual(['replaced', 'manual'])
})

test('the archive is verified, and its journal is shown and saved as a table', async () => {
  await openTool('Vérifier l’archive')
  await page.getByText(/tout est conforme/u).waitFor()
  await shoot('verified')
  await page.keyboard.press('Escape')
  await openTool('Journal de l’archive')
  await page.getByText('Sauvegarde rétablie').waitFor()
  expect(await findBarriers(page)).toEqual([])
  await shoot('journal')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Enregistrer en CSV…' }).click(),
  ])
  const table = readFileSync(await download.path(), 'utf8')
  expect(table).toContain('"archive.restore"')
  expect(table.split('\r\n').length).toBeGreaterThan(10)
  await page.keyboard.press('Escape')
  expect(app.complaints).toEqual([])
})

test('an archive that no longer opens offers its backups, and one of them opens again', async () => {
  await app.close()
  const bytes = readFileSync(archivePath).fill(0xa5, 4096, 40_960)
  writeFileSync(archivePath, bytes)
  expect(runCli('list', '--archive', archivePath).code).toBe(1)
  app = await startDesk({ archivePath })
  page = app.page
  await page.getByText('L’archive est endommagée').waitFor()
  await shoot('damaged')
  await page.getByRole('button', { name: 'Sauvegardes' }).click()
  await page
    .getByRole('listitem')
    .filter({ hasText: 'à la demande' })
    .getByRole('button', { name: /^Rétablir :/u })
    .click()
  await page.getByRole('button', { name: 'Rétablir cette sauvegarde' }).click()
  await page.getByText(/^Sauvegarde rétablie\./u).waitFor()
  await page.keyboard.press('Escape')
  await page.getByText('16 communiqués').waitFor()
})

test('says it in Arabic, from right to left, in the dark', async () => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.getByRole('button', { name: 'Réglages' }).click()
  await page.getByText('العربية').click()
  await page.keyboard.press('Escape')
  for (const [name, picture] of [
    ['حماية الأرشيف', 'ar-protection'],
    ['النسخ الاحتياطية', 'ar-backups'],
    ['التحقق من الأرشيف', 'ar-verify'],
    ['سجل الأرشيف', 'ar-journal'],
  ] as const) {
    await page.locator('.top-acts button').last().click()
    await page.getByRole('button', { name, exact: true }).click()
    await page.getByRole('dialog', { name }).waitFor()
    await page.locator(SETTLED).first().waitFor()
    expect(await findBarriers(page)).toEqual([])
    await shoot(picture)
    await page.keyboard.press('Escape')
  }
})

/** What each of these windows shows once it has its answer. */
const SETTLED = '.protection-state, .backup, .made, .journal td'

async function openTool(name: string): Promise<void> {
  await page.getByRole('button', { name: 'Réglages' }).click()
  await page.getByRole('button', { name, exact: true }).click()
  await page.getByRole('dialog', { name }).waitFor()
}

async function takeInOneMore(): Promise<void> {
  await page.getByRole('button', { name: 'Ajouter', exact: true }).click()
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Choisir des fichiers…' }).click(),
  ])
  const text = 'Communiqué\n\n16 avril 2025\n\nLe ministre a reçu la délégation valdorienne.'
  await chooser.setFiles([
    { name: 'un-de-plus.txt', mimeType: 'text/plain', buffer: Buffer.from(text) },
  ])
  await page.getByText(/1 nouveau/u).waitFor()
  await page.keyboard.press('Escape')
  await page.getByText('17 communiqués').waitFor()
}

/** Pictures for whoever looks at them, where a folder is named. */
async function shoot(name: string): Promise<void> {
  const target = process.env['FONDS_PICTURES']
  if (target === undefined) return
  execFileSync('mkdir', ['-p', target])
  await page.screenshot({ path: path.join(target, `${name}.png`) })
}
