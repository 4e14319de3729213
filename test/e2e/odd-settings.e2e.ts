import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { defaultPreferencesPath } from '../../electron/core/system/preferences.ts'
import { anAnnotatedArchive, type AnnotatedArchive } from '../support/annotated-archive.ts'
import { aFolder } from '../support/archive.ts'
import { findBarriers } from '../support/axe.ts'
import { startDesk, type Desk } from '../support/desk-page.ts'
import { randomFromSeed } from '../support/random.ts'
import { seedOr } from '../support/trust-form.ts'

let archive: AnnotatedArchive
beforeAll(async () => {
  archive = await anAnnotatedArchive()
})
afterAll(() => archive.remove())

test('settings that cannot be read are told, set aside and begun anew', async () => {
  const { folder, remove } = aFolder()
  const file = preferencesIn(
    folder,
    '{"settings.theme":"\\"dark\\"","export":"{\\"header\\":\\"Cab',
  )
  const desk = await startDesk({ archivePath: archive.archivePath, home: folder })
  const { page } = desk
  const notice = page.getByText('Le fichier de vos réglages était illisible')
  await notice.waitFor()
  expect(readFileSync(`${file}.1.aside`, 'utf8')).toContain('Cab')
  expect(await findBarriers(page)).toEqual([])
  await shoot(desk, 'set-aside-fr')
  await page.getByRole('button', { name: 'Réglages' }).click()
  await page.getByText('العربية').click()
  await page.keyboard.press('Escape')
  const told = page.getByText('تعذّرت قراءة ملف إعداداتك')
  await told.waitFor()
  expect(await findBarriers(page)).toEqual([])
  await shoot(desk, 'set-aside-ar')
  await page.emulateMedia({ colorScheme: 'dark' })
  await shoot(desk, 'set-aside-ar-dark')
  await page.getByRole('button', { name: 'فهمت' }).click()
  await told.waitFor({ state: 'detached' })
  expect(desk.complaints).toEqual([])
  await desk.close()
  // The next run finds what was chosen since, and has nothing to tell.
  const next = await startDesk({ archivePath: archive.archivePath, home: folder })
  await next.page.getByRole('button', { name: 'الإعدادات' }).waitFor()
  expect(await next.page.getByText('تعذّرت قراءة').count()).toBe(0)
  await next.close()
  remove()
})

const SETTINGS = [
  'language theme density readingSize readingFace lineLength lineSpacing singleKeys textCaret',
  'citationStyle listShown timelineShown filtersShown notesShown filtersWidth listWidth notesWidth',
].flatMap((names) => names.split(' ').map((name) => `settings.${name}`))
const OTHERS = ['shortcuts', 'visits', 'tabs', 'export', 'log-loss']
const VALUES = [
  '',
  '{',
  'null',
  '0',
  '-1',
  '1e300',
  '"x"',
  '[]',
  '[[["a"]]]',
  '{}',
  '{"save":["",7,null,"ctrl+ctrl+x"],"__proto__":{"a":1}}',
  JSON.stringify('a'.repeat(60_000)),
]

test('a window opens with whatever its settings say, and works', async () => {
  const random = randomFromSeed(seedOr(20_270))
  for (let round = 0; round < 3; round += 1) {
    const { folder, remove } = aFolder()
    const odd = Object.fromEntries(
      [...SETTINGS, ...OTHERS].map((name) => [name, random.pick(VALUES) ?? '']),
    )
    preferencesIn(folder, JSON.stringify(odd))
    const desk = await startDesk({ archivePath: archive.archivePath, home: folder })
    await desk.page.getByRole('option').first().click()
    await desk.page.locator('.paragraph').first().waitFor()
    expect([desk.complaints, odd]).toEqual([[], odd])
    await desk.close()
    remove()
  }
})

function preferencesIn(home: string, text: string): string {
  const file = defaultPreferencesPath({ XDG_DATA_HOME: home })
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, text)
  return file
}

/** Pictures for whoever looks at them, where a folder is named. */
async function shoot({ page }: Desk, name: string): Promise<void> {
  const target = process.env['FONDS_PICTURES']
  if (target !== undefined) await page.screenshot({ path: path.join(target, `${name}.png`) })
}
