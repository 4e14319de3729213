import path from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startShell } from '../../electron/browser/shell.ts'
import type { LoopbackServer } from '../../electron/browser/server.ts'
import { openPreferences } from '../../electron/core/system/preferences.ts'
import { aFolder } from '../support/archive.ts'
import { openInProcess } from '../support/archive-wires.ts'

const { folder, remove } = aFolder()
let shell: LoopbackServer
let browser: Browser
let page: Page
/** Closes the page's connections, and keeps new ones from being made. */
let cut: () => Promise<void>
let mend: () => void

beforeAll(async () => {
  const archivePath = path.join(folder, 'archive.fonds')
  await (await openInProcess(archivePath)).close()
  shell = await startShell({
    archivePath,
    projectFolder: path.resolve(import.meta.dirname, '../..'),
    port: 0,
    preferences: openPreferences(path.join(folder, 'preferences.json')),
    policy: {
      policy: { readOnly: true, language: 'en', exportFormats: ['pdf'] },
      sourceByRule: { readOnly: 'file', language: 'file', exportFormats: 'file' },
      faults: [{ source: 'file', rule: 'readonly', why: 'unknown-rule' }],
    },
  })
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
  page = await browser.newPage()
  page.setDefaultTimeout(90_000)
  const open = new Set<{ close: () => Promise<void> }>()
  let isCut = false
  await page.routeWebSocket(/./u, (socket) => {
    if (isCut) return void socket.close()
    socket.connectToServer()
    open.add(socket)
  })
  cut = async () => {
    isCut = true
    for (const socket of open) await socket.close()
    open.clear()
  }
  mend = () => {
    isCut = false
  }
  await page.goto(`${shell.origin}/#k=${shell.key}`)
})

afterAll(async () => {
  await browser.close()
  await shell.close()
  remove()
})

test('speaks the language that is settled, and shows what else is', async () => {
  await page.getByRole('button', { name: 'Settings' }).click()
  const managed = page.getByRole('region', { name: 'Set by your administrator' })
  await managed.waitFor()
  expect(await managed.getByRole('listitem').allTextContents()).toEqual([
    'Archives are read-only',
    'Language',
    'Export formats allowed: PDF',
  ])
  expect(await managed.textContent()).toContain('could not be read')
  expect(await page.getByRole('radio', { name: 'Français' }).count()).toBe(0)
  await page.keyboard.press('Escape')
})

test('tells that the connection is lost, and goes on once there is another', async () => {
  const lost = page.getByRole('status').filter({ hasText: /lost/iu })
  expect(await lost.count()).toBe(0)
  await cut()
  await lost.waitFor()
  mend()
  await lost.waitFor({ state: 'detached' })
})
