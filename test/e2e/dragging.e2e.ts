import { copyFileSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aFolder } from '../support/archive.ts'
import { launchDesktop, pageOf, type Desktop } from '../support/electron-double/launch.ts'

const { folder, remove } = aFolder()
const NAME = '2025-07-10-marsane-corridor-deux-rives.txt'
const dropped = path.join(folder, NAME)
let desktop: Desktop
let page: Page

beforeAll(async () => {
  copyFileSync(path.resolve('resources/sample', NAME), dropped)
  desktop = await launchDesktop({ archivePath: path.join(folder, 'archive.fonds') })
  page = await pageOf(desktop)
  page.setDefaultTimeout(60_000)
})

afterAll(async () => {
  await desktop.close()
  remove()
})

test('takes in a file that is dragged in from the desktop, and says where it may be dropped', async () => {
  await page.locator('.first-run, .empty-state').first().waitFor()
  const session = await page.context().newCDPSession(page)
  const data = { items: [], files: [dropped], dragOperationsMask: 1 }
  const move = (type: 'dragEnter' | 'dragOver' | 'drop'): Promise<unknown> =>
    session.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data })
  await move('dragEnter')
  await move('dragOver')
  await page.locator('.drop-veil').waitFor()
  await move('drop')
  await page.getByRole('dialog').getByText(NAME).first().waitFor()
  expect(await page.locator('.drop-veil').count()).toBe(0)
  await page.keyboard.press('Escape')
  await page.getByRole('option').first().waitFor()
})

test('hands the original to the desktop when its handle is dragged out, whole', async () => {
  await page.getByRole('option').first().click()
  await page.locator('summary').filter({ hasText: 'Provenance' }).click()
  const handle = page.locator('.provenance [draggable="true"]').first()
  await handle.scrollIntoViewIfNeeded()
  const box = await handle.boundingBox()
  if (!box) throw new Error('the original cannot be dragged')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width / 2 + 40, box.y + 20, { steps: 5 })
  const noted = (): readonly unknown[] =>
    desktop.stage.journal.filter(({ what }) => what === 'drag').map(({ data }) => data)
  await expect.poll(noted).toHaveLength(1)
  await page.mouse.up()
  const file = path.join(desktop.stage.userData, 'dragged/1', NAME)
  expect(noted()).toEqual([{ file, icon: { iconOf: file } }])
  expect(readFileSync(file)).toEqual(readFileSync(dropped))
})
