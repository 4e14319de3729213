import path from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ar } from '../../renderer/i18n/ar.ts'
import { fr } from '../../renderer/i18n/fr.ts'
import { anArchive } from '../support/archive.ts'
import { findBarriers } from '../support/axe.ts'
import { startDesk, type Desk } from '../support/desk-page.ts'
import { dress } from '../support/screens.ts'
import { addTexts } from '../support/searchable.ts'

/** More than are told unasked, each named in two texts; the rare ones, in one, are not among them. */
const COMMON = Array.from({ length: 110 }, (_, at) => `Port-Clair ${at + 1}`)
const RARE = { fr: 'Béni Ouarzel', ar: 'مرفأ الأزهار' } as const
const PLACES = [...COMMON, ...COMMON, RARE.fr, RARE.ar]
const TOTAL = COMMON.length + 2
const MOST_STOPS = 80

const { archive, path: archivePath, shut, close } = anArchive()
const home = path.dirname(archivePath)
let desk: Desk

beforeAll(async () => {
  addTexts(
    archive,
    PLACES.map((place, at) => ({
      title: `Communiqué ${at + 1}`,
      text: `Les ministres se sont réunis à ${place}.`,
      place,
    })),
  )
  shut()
  desk = await startDesk({ archivePath, home })
})

afterAll(async () => {
  await desk.close()
  close()
})

const hasFocus = (locator: Locator): Promise<boolean> =>
  locator.evaluate((one) => one === document.activeElement).catch(() => false)

async function reach(page: Page, locator: Locator, key: string): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await hasFocus(locator)) return
    await page.keyboard.press(key)
  }
  throw new Error(`${String(locator)} cannot be reached by ${key}`)
}

test.each([
  { language: 'fr', words: fr, typed: 'beni ouarz' },
  { language: 'ar', words: ar, typed: 'الازهار' },
] as const)(
  'a place beyond the commonest hundred is found by part of its name, by keys alone ($language)',
  async ({ language, words, typed }) => {
    dress(home, { language, theme: 'light' })
    const page = await desk.openWindow({})
    const places = page.getByRole('region', { name: words.filters.places, exact: true })
    const names = (): Promise<string[]> => places.locator('.facet-label').allInnerTexts()
    await places.waitFor()
    expect(await names()).not.toContain(RARE[language])
    await reach(page, places.getByRole('button', { name: words.filters.showAll(TOTAL) }), 'Tab')
    await page.keyboard.press('Enter')
    const field = places.getByRole('searchbox')
    await expect.poll(() => hasFocus(field)).toBe(true)
    await expect.poll(async () => (await names()).length).toBe(TOTAL)
    expect(await findBarriers(page)).toEqual([])

    await page.keyboard.type(typed)
    await expect.poll(names).toEqual([RARE[language]])
    await page.keyboard.press('Tab')
    const value = places.getByRole('checkbox')
    expect(await hasFocus(value)).toBe(true)
    await page.keyboard.press('Space')
    await expect.poll(() => page.locator('.list-count').innerText()).toBe(words.list.count(1))
    expect(await page.locator('.chip').innerText()).toBe(RARE[language])
    // The box keeps the focus while all is counted anew, and gives the list back.
    expect(await hasFocus(value)).toBe(true)
    await page.keyboard.press('Space')
    await expect
      .poll(() => page.locator('.list-count').innerText())
      .toBe(words.list.count(PLACES.length))

    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Escape')
    await expect.poll(async () => (await names()).length).toBe(TOTAL)
    await page.keyboard.type('zzqwv')
    await places.getByText(words.filters.empty).waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    // Short again, without a way lost: the button that did it is still in hand.
    await expect.poll(async () => (await names()).length).toBeLessThan(10)
    expect(await hasFocus(places.getByRole('button'))).toBe(true)
    await page.context().close()
    expect(desk.complaints).toEqual([])
  },
)
