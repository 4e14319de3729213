import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { connectClient } from '../../shared/channels/client.ts'
import type { ArchiveContract } from '../../shared/channels/contract.ts'
import { openInProcess } from '../support/archive-wires.ts'
import { aFolder } from '../support/archive.ts'
import { launchDesktop, pageOf, type Desktop } from '../support/electron-double/launch.ts'
import { callArchive, installBackend, valueOf } from '../support/page-backend.ts'

const PATIENCE = { timeout: 90_000, interval: 200 }
const { folder, remove } = aFolder()
const first = path.join(folder, 'premier.fonds')
const bundled = path.join(folder, 'collegue.fonds')
const second = path.join(folder, 'second.fonds')
const userData = path.join(folder, 'profile')
const place = { x: 40, y: 60, width: 1100, height: 700, isMaximized: true }
let desktop: Desktop
let page: Page

beforeAll(async () => {
  const created = await openInProcess(second)
  valueOf(await connectClient<ArchiveContract>(await created.dial()).call('archive.describe', {}))
  await created.close()
  mkdirSync(userData)
  writeFileSync(path.join(userData, 'desk.json'), JSON.stringify({ place, recent: [] }))
  writeFileSync(path.join(folder, 'Note.txt'), 'Une note verbale est remise ce jour.')
  desktop = await launchDesktop({
    archivePath: first,
    userData,
    words: [path.join(folder, 'Note.txt')],
  })
  page = await pageOf(desktop)
})

afterAll(async () => {
  await desktop.close()
  remove()
})

const noted = (what: string): unknown[] =>
  desktop.stage.journal.filter((entry) => entry.what === what).map(({ data }) => data)

const kept = (): unknown =>
  JSON.parse(readFileSync(path.join(userData, 'preferences.json'), 'utf8'))

test('opens its window where it last stood', () => {
  const [window] = desktop.windows
  expect(window?.options).toMatchObject({ x: 40, y: 60, width: 1100, height: 700 })
  expect(window?.maximized).toBe(true)
})

test('hands a file that was opened with it to the page, which takes it in', async () => {
  const told = page.getByRole('dialog').getByText('Note.txt').first()
  await told.waitFor({ timeout: 90_000 })
  expect(await told.isVisible()).toBe(true)
  await page.keyboard.press('Escape')
})

test('puts a caret into texts by a key, and takes it away', async () => {
  await page.getByRole('dialog').waitFor({ state: 'detached', timeout: 90_000 })
  await vi.waitUntil(() => noted('caret-browsing').at(-1) === false, PATIENCE)
  await page.keyboard.press('F7')
  await vi.waitUntil(() => noted('caret-browsing').at(-1) === true, PATIENCE)
  expect(await page.locator('[data-live-announcer]').innerText()).toContain('Curseur')
  await page.keyboard.press('F7')
  await vi.waitUntil(() => noted('caret-browsing').at(-1) === false, PATIENCE)
})

test('keeps for the next window how the officer likes it', async () => {
  expect(kept()).toMatchObject({ 'settings.textCaret': 'false' })
  await page.keyboard.press('F7')
  await vi.waitUntil(() => noted('caret-browsing').at(-1) === true, PATIENCE)
  expect(kept()).toMatchObject({ 'settings.textCaret': 'true' })
})

test('offers annotations that were opened with it for merging, and no text', async () => {
  const archive = connectClient<ArchiveContract>(await (await openInProcess(bundled)).dial())
  const { bytes } = valueOf(
    await archive.call('annotation.export-bundle', { communiqueIds: null, includePrivate: true }),
  )
  archive.close()
  writeFileSync(path.join(folder, 'collegue.zip'), bytes)
  desktop.app.emit('second-instance', {}, ['electron', '.', 'collegue.zip'], folder)
  const dialog = page.getByRole('dialog').filter({ hasText: 'collegue.zip' })
  await dialog.getByRole('button', { name: 'Fusionner' }).waitFor({ timeout: 90_000 })
  expect(await dialog.count()).toBe(1)
  await page.keyboard.press('Escape')
})

test('opens another archive in a window of its own, and each only once', async () => {
  const open = (): boolean =>
    desktop.app.emit('second-instance', {}, ['electron', '.', 'second.fonds'], folder)
  open()
  await vi.waitUntil(() => noted('show').length === 2, PATIENCE)
  expect(desktop.windows).toHaveLength(2)
  open()
  expect(desktop.windows).toHaveLength(2)
  const other = await desktop.windows[1]?.webContents.openedPage
  if (!other) throw new Error('no second window')
  await installBackend(other)
  expect(await callArchive(other, 'archive.describe', {})).toMatchObject({
    ok: true,
    value: { name: 'second.fonds' },
  })
  // It opens as the first one was left: with a caret.
  await vi.waitUntil(
    () => noted('caret-browsing').filter((shown) => shown === true).length === 3,
    PATIENCE,
  )
  desktop.app.emit('open-file', { preventDefault: () => undefined }, first)
  expect(desktop.windows).toHaveLength(2)
})

test('lists the archives it opened, and forgets them when asked', () => {
  expect(recentInMenu()).toEqual(['second.fonds', 'premier.fonds'])
  expect(noted('recent-document')).toEqual([first, second])
  const clear = fileItems()
    .find(({ submenu }) => submenu)
    ?.submenu?.at(-1)
  clear?.click?.()
  expect(recentInMenu()).toEqual([])
  expect(noted('recent-cleared')).toHaveLength(1)
  expect(JSON.parse(readFileSync(path.join(userData, 'desk.json'), 'utf8'))).toEqual({
    place,
    recent: [],
  })
})

test('prints the page of the window in front', () => {
  expect(noted('print')).toEqual([])
  fileItems()
    .find(({ label }) => label === 'Imprimer…')
    ?.click?.()
  expect(noted('print')).toEqual(['app://fonds/'])
})

test('tells what it is, what it is made of, and that it uses no network', async () => {
  menu().at(-1)?.submenu?.[0]?.click?.()
  const front = await desktop.windows[1]?.webContents.openedPage
  const about = front?.getByRole('dialog', { name: 'À propos de Fonds' })
  const part = about?.getByRole('row').filter({ hasText: /^react19\.\d+\.\d+MIT$/u })
  await part?.waitFor({ timeout: 90_000 })
  expect(await about?.textContent()).toMatch(
    /Fonds 0\.0\.0[^]*Apache 2\.0[^]*n’utilise pas le réseau[^]*Node\.js \d/u,
  )
  await front?.keyboard.press('Escape')
})

test('drags a file out under its own name, and keeps nothing of it', async () => {
  await installBackend(page)
  const begun = await page.evaluate(() =>
    Reflect.get(window, 'backend').shell.call('file.drag', {
      name: '../Communiqué : n° 7.txt',
      bytes: new Uint8Array([104, 105]),
    }),
  )
  expect(begun).toEqual({ ok: true, value: {} })
  const [dragged] = noted('drag')
  const file = path.join(userData, 'dragged/1/Communiqué _ n° 7.txt')
  expect(dragged).toEqual({ file, icon: { iconOf: file } })
  expect(readFileSync(file, 'utf8')).toBe('hi')
})

test('closes in the middle of an import only once the text at hand is safe', async () => {
  await installBackend(page)
  const { batchId } = valueOf(await callArchive(page, 'ingest.offer-samples', {}))
  await page.evaluate(async (id) => {
    const steps = Reflect.get(window, 'backend').archive.stream('ingest.run-batch', { batchId: id })
    await steps.next()
    Reflect.set(window, 'steps', steps)
  }, batchId)
  const [host] = desktop.hosts()
  const exited = new Promise((resolve) => host?.once('exit', resolve))
  desktop.windows[0]?.close()
  expect(desktop.windows[0]?.isClosed).toBe(false)
  // It ended by itself, which a host that is killed does not.
  expect(await exited).toBe(0)
  await vi.waitUntil(() => desktop.windows[0]?.isClosed, PATIENCE)
  expect(desktop.windows[1]?.isClosed).toBe(false)

  const left = await openInProcess(first)
  const archive = connectClient<ArchiveContract>(await left.dial())
  const { communiqueCount } = valueOf(await archive.call('archive.describe', {}))
  expect(communiqueCount).toBeGreaterThan(0)
  const steps = archive.stream('archive.verify', {})
  let step = await steps.next()
  while (!step.done) step = await steps.next()
  expect(valueOf(step.value)).toMatchObject({ findings: [] })
  await left.close()
})

test('quits once the last host has stopped', async () => {
  desktop.app.emit('before-quit', {})
  await vi.waitUntil(() => desktop.windows.every(({ isClosed }) => isClosed), PATIENCE)
  await vi.waitUntil(() => noted('quit').length > 0, PATIENCE)
  expect(desktop.hosts().map(({ child }) => child.exitCode)).toEqual([0, 0])
  expect(existsSync(path.join(userData, 'dragged'))).toBe(false)
})

interface MenuItem {
  readonly label?: string
  readonly submenu?: readonly MenuItem[]
  readonly click?: () => void
}

function menu(): readonly MenuItem[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the template, as the application gave it
  return noted('menu').at(-1) as readonly MenuItem[]
}

function fileItems(): readonly MenuItem[] {
  return menu()[0]?.submenu ?? []
}

function recentInMenu(): (string | undefined)[] {
  const items = fileItems().find(({ submenu }) => submenu)?.submenu ?? []
  return items.slice(0, -2).map(({ label }) => label)
}
