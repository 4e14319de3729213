import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anAnnotatedArchive, type AnnotatedArchive } from '../support/annotated-archive.ts'
import { aFolder } from '../support/archive.ts'
import { findBarriers } from '../support/axe.ts'
import { startDesk, type Desk } from '../support/desk-page.ts'

const { folder, remove } = aFolder()
let archive: AnnotatedArchive
let desk: Desk
let page: Page

const start = async (): Promise<void> => {
  desk = await startDesk({ archivePath: archive.archivePath, home: folder })
  page = desk.page
}

beforeAll(async () => {
  archive = await anAnnotatedArchive()
  await start()
})

afterAll(async () => {
  await desk.close()
  archive.remove()
  remove()
})

const option = (words: string, on: Page = page): Locator =>
  on.getByRole('option').filter({ hasText: words })

const openText = async (words: string, on: Page = page): Promise<void> => {
  await option(words, on).click()
  await on.locator('.paragraph').first().waitFor()
}

interface Look {
  readonly face: string
  readonly size: number
  readonly leading: number
  readonly width: number
}

const look = (on: Page = page): Promise<Look> =>
  on
    .locator('.paragraph')
    .first()
    .evaluate((paragraph) => {
      const { fontFamily, fontSize, lineHeight } = getComputedStyle(paragraph)
      const size = Number.parseFloat(fontSize)
      return {
        face: fontFamily,
        size,
        leading: Number.parseFloat(lineHeight) / size,
        width: paragraph.getBoundingClientRect().width,
      }
    })

const choose = (words: string): Promise<void> =>
  page.locator('.settings .choice').filter({ hasText: words }).click()

const title = () => page.locator('.title').innerText()

describe('how texts are set', () => {
  test('is chosen by face, size, length and spacing of lines, and seen at once', async () => {
    await page.setViewportSize({ width: 1900, height: 900 })
    await openText('portuaire')
    const before = await look()
    await page.getByRole('button', { name: 'Réglages' }).click()
    await choose('Sans empattements')
    await choose('Courtes')
    await choose('Large')
    await page.getByRole('button', { name: 'Agrandir le texte' }).click()
    expect(await findBarriers(page, ['best-practice'])).toEqual([])
    await page.keyboard.press('Escape')
    const after = await look()
    expect(before.face).toMatch(/^"?Source Serif/u)
    expect(after.face).toMatch(/^"?Source Sans/u)
    expect(after.size).toBe(before.size + 1)
    expect(after.leading).toBeGreaterThan(before.leading * 1.15)
    expect(after.width).toBeLessThan(before.width)
  })

  test('holds for Arabic in its own faces', async () => {
    await openText('الوقاية')
    expect((await look()).face).toMatch(/^"?IBM Plex Sans Arabic/u)
    await page.setViewportSize({ width: 1366, height: 768 })
    await openText('portuaire')
  })
})

describe('the way from text to text', () => {
  test('is gone back and forward by keys, buttons and the side buttons of a mouse', async () => {
    const [french, arabic] = [/^Communiqué/u, /الوقاية/u]
    await openText('الوقاية')
    await expect.poll(title).toMatch(arabic)
    await page.keyboard.press('Alt+ArrowLeft')
    await expect.poll(title).toMatch(french)
    const firstLine = () =>
      page.locator('.text').evaluate((text) => Math.round(text.getBoundingClientRect().top))
    await page.setViewportSize({ width: 1366, height: 420 })
    await page.locator('.sheet-scroll').evaluate((part) => part.scrollTo({ top: 150 }))
    const left = await firstLine()
    await page.keyboard.press('Alt+ArrowRight')
    await expect.poll(title).toMatch(arabic)
    await page.keyboard.press('Alt+ArrowLeft')
    await expect.poll(title).toMatch(french)
    await expect.poll(async () => Math.abs((await firstLine()) - left)).toBeLessThan(3)
    await page.setViewportSize({ width: 1366, height: 768 })
    await page.keyboard.press('Alt+ArrowRight')
    await expect.poll(title).toMatch(arabic)
    const forward = page.getByRole('button', { name: 'Avancer au texte suivant' })
    expect(await forward.isDisabled()).toBe(true)
    await page.getByRole('button', { name: 'Revenir au texte précédent' }).click()
    await expect.poll(title).toMatch(french)
    expect(await forward.isDisabled()).toBe(false)
    await page.locator('.sheet').evaluate((sheet) => {
      sheet.dispatchEvent(new MouseEvent('mouseup', { button: 4, bubbles: true }))
    })
    await expect.poll(title).toMatch(arabic)
  })
})

describe('the list', () => {
  test('is put away to read, and comes back once something is looked for', async () => {
    const list = page.locator('.list-pane')
    const wide = await page.locator('.reader-pane').evaluate((pane) => pane.clientWidth)
    await page.keyboard.press('Control+b')
    await list.waitFor({ state: 'detached' })
    expect(await page.locator('.reader-pane').evaluate((pane) => pane.clientWidth)).toBeGreaterThan(
      wide + 300,
    )
    await page.getByRole('searchbox').first().fill('navires')
    await list.waitFor()
    await page.getByRole('searchbox').first().fill('')
    await page.getByRole('button', { name: 'Masquer la liste' }).click()
    await list.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Afficher la liste' }).click()
    await list.waitFor()
  })
})

describe('what an officer chose', () => {
  test('is there in the next window, and after the next start', async () => {
    await openText('portuaire')
    const divider = page.getByRole('separator', { name: 'Largeur de la liste' })
    await divider.focus()
    for (let press = 0; press < 3; press++) await page.keyboard.press('ArrowRight')
    const width = await page.locator('.list-pane').evaluate((pane) => pane.clientWidth)
    await page.keyboard.press('Control+Shift+p')
    await page.waitForFunction(() => document.activeElement?.matches('.palette-input'))
    await page.keyboard.type('arabe')
    await page.locator('.palette-item[data-focused]').waitFor()
    await page.keyboard.press('Enter')
    await page.locator('html[dir="rtl"]').waitFor()
    const chosen = await look()
    const next = await desk.openWindow({})
    await openText('portuaire', next)
    expect(await next.locator('html').getAttribute('dir')).toBe('rtl')
    expect(await look(next)).toEqual(chosen)
    await desk.close()

    await start()
    await openText('portuaire')
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
    expect(await look()).toEqual(chosen)
    expect(await page.locator('.list-pane').evaluate((pane) => pane.clientWidth)).toBe(width)
  })

  test('is there before the first paint: the window never turns round', async () => {
    const window = await desk.openWindow({ viewport: { width: 1200, height: 700 } })
    await window.addInitScript(() => {
      const seen: string[] = []
      Reflect.set(globalThis, 'seen', seen)
      new MutationObserver(() => {
        if (document.querySelector('#root > *')) seen.push(document.documentElement.dir)
      }).observe(document, { subtree: true, childList: true, attributes: true })
    })
    await window.reload()
    await option('portuaire', window).waitFor()
    expect(new Set(await window.evaluate(() => Reflect.get(globalThis, 'seen')))).toEqual(
      new Set(['rtl']),
    )
    expect(desk.complaints).toEqual([])
  })
})
