import { copyFileSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aFolder } from '../support/archive.ts'
import { launchDesktop, pageOf, type Desktop } from '../support/electron-double/launch.ts'
import { fillArchive } from '../support/filled-archive.ts'
import { callArchive, installBackend, streamArchive, valueOf } from '../support/page-backend.ts'
import { digestsIn } from '../support/refusals.ts'

const { folder, remove } = aFolder()
const own = path.join(folder, 'service')
const archivePath = path.join(own, 'settled.fonds')
const other = path.join(folder, 'other.fonds')
let desktop: Desktop
let page: Page
let communiqueId: string
let versionId: string

beforeAll(async () => {
  mkdirSync(own)
  ;({ communiqueId, versionId } = await fillArchive(archivePath))
  copyFileSync(archivePath, other)
  desktop = await launchDesktop({
    // What the officer asks for on the command line.
    archivePath: other,
    words: [other],
    policy: { archivePath, readOnly: true, language: 'ar', exportFormats: ['pdf'] },
  })
  page = await pageOf(desktop)
  page.setDefaultTimeout(90_000)
})

afterAll(async () => {
  await desktop.close()
  remove()
})

const menu = (): readonly { readonly label: string; readonly submenu: readonly object[] }[] =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the template, as the application gave it
  desktop.stage.journal.findLast(({ what }) => what === 'menu')?.data as never

test('opens the archive that is settled and no other, and offers none in its menu', async () => {
  desktop.app.emit('second-instance', {}, ['electron', '.', other], folder)
  expect(desktop.windows).toHaveLength(1)
  expect(menu().map(({ label }) => label)).toEqual(['ملف', 'تحرير', 'عرض', 'نافذة', 'مساعدة'])
  const labels = menu()[0]?.submenu.map((item) => ('label' in item ? item.label : ''))
  expect(labels).toEqual(['طباعة…', '', 'إنهاء'])
})

test('shows in its settings, in the settled language, what the administrator settled', async () => {
  await page.locator('.top-acts button').last().click()
  const managed = page.locator('.managed')
  await managed.waitFor()
  expect(await managed.getByRole('listitem').allInnerTexts()).toEqual([
    'موضع الأرشيف',
    'الأرشيفات للقراءة فقط',
    'اللغة',
    'صيغ التصدير المسموحة: \u{2068}PDF\u{2069}',
  ])
  expect(await page.content()).not.toContain(folder)
  await page.keyboard.press('Escape')
})

test('refuses every change, and exports what is permitted', async () => {
  await installBackend(page)
  expect(valueOf(await callArchive(page, 'archive.describe', {})).name).toBe('settled.fonds')
  const before = digestsIn(own)
  const refused = { ok: false, failure: { kind: 'policy-refuses', rule: 'readOnly' } }
  const note = { start: 0, end: 9, kind: 'comment', body: 'Non' } as const
  expect(
    await callArchive(page, 'annotation.create', {
      ...note,
      tags: [],
      versionId,
      visibility: 'private',
    }),
  ).toEqual(refused)
  expect(await callArchive(page, 'ingest.open-batch', { origin: null })).toEqual(refused)
  expect(digestsIn(own)).toEqual(before)
  const choice = {
    communiqueIds: [communiqueId],
    notes: 'end' as const,
    annotations: { kinds: null, tags: null, authors: null, includePrivate: false },
    labels: 'fr' as const,
    dossier: null,
  }
  const { outcome } = await streamArchive(page, 'export.render', { ...choice, format: 'docx' })
  expect(outcome).toEqual({ ok: false, failure: { kind: 'policy-refuses', rule: 'exportFormats' } })
  const { outcome: printed } = await streamArchive(page, 'export.render-pdf', {
    communiqueId,
    versionId: null,
    notes: 'end',
    includePrivate: false,
    labels: 'ar',
  })
  expect(printed).toMatchObject({ ok: true })
})
