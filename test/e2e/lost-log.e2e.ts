import { rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openForWriting } from '../../electron/core/db/open.ts'
import { findBarriers } from '../support/axe.ts'
import { aClock, aFolder } from '../support/archive.ts'
import { startDesk } from '../support/desk-page.ts'
import { startDialogue } from '../support/dialogue.ts'

const { folder, remove } = aFolder()
const archivePath = path.join(folder, 'archive.fonds')
afterAll(remove)

test('a log that was taken away after a kill is told in the window, until the officer has looked', async () => {
  const made = openForWriting(archivePath, 'Officier', aClock())
  if (made.ok) made.value.close()
  const writer = startDialogue('test/support/ordered-writer.ts', archivePath)
  expect(await writer.ask('save 1')).toBe('saved')
  await writer.kill()
  rmSync(`${archivePath}-wal`)
  const desk = await startDesk({ archivePath, home: folder })
  const { page } = desk
  const notice = page.getByText('les derniers changements manquent')
  await notice.waitFor()
  expect(await findBarriers(page)).toEqual([])
  await shoot('lost-log-fr')
  await page.getByRole('button', { name: 'Réglages' }).click()
  await page.getByText('العربية').click()
  await page.keyboard.press('Escape')
  await page.getByText('التغييرات الأخيرة مفقودة').waitFor()
  await shoot('lost-log-ar')
  await page.getByRole('button', { name: 'تحققتُ' }).click()
  const told = page.getByText('التغييرات الأخيرة مفقودة')
  await told.waitFor({ state: 'detached' })
  await page.reload()
  await page.getByRole('button', { name: 'الإعدادات' }).waitFor()
  expect(await told.count()).toBe(0)
  expect(desk.complaints).toEqual([])
  await desk.close()

  async function shoot(name: string): Promise<void> {
    const target = process.env['FONDS_PICTURES']
    if (target !== undefined) await page.screenshot({ path: path.join(target, `${name}.png`) })
  }
})
