import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBarriers } from '../support/axe.ts'
import { archiveFor } from '../support/other-archives.ts'
import { findCutWords, lengthenWords } from '../support/cut-words.ts'
import { startDesk, type Desk } from '../support/desk-page.ts'
import { pictureOf, shareOfDifference } from '../support/picture-difference.ts'
import {
  aScreenArchive,
  dress,
  LANGUAGES,
  SCREENS,
  type Screen,
  type ScreenArchive,
  type ScreenLanguage,
} from '../support/screens.ts'

/** How a screen looked when it was last approved; `SHOTS=keep` approves what it looks like now. */
const KEPT = path.resolve('test/fixtures/screens')
/** Where a screen that looks otherwise is left, to be looked at. */
const REFUSED = path.resolve('out/screens')
const MAY_DIFFER = 0.003
/** French by day and Arabic by night: every screen, both directions, both themes. */
const THEMES = { fr: 'light', ar: 'dark' } as const
/** What is left of the window at 200 %, and the width that WCAG 1.4.10 asks for at 400 %. */
const ZOOMED_TWICE = { width: 683, height: 384 }
const ZOOMED_FOUR_TIMES = { width: 320, height: 512 }
/** What is looked at most, kept in forced colours too, on a large screen and in a narrow window. */
const LOOKED_AT_MOST: ReadonlySet<string> = new Set([
  'list',
  'facets',
  'search',
  'notes',
  'suggestions',
  'export',
  'settings',
])
const LARGE = { width: 1920, height: 1080 }
const NARROW = { width: 390, height: 844 }
const WINDOW = {
  viewport: { width: 1366, height: 768 },
  reducedMotion: 'reduce',
  timezoneId: 'Africa/Casablanca',
} satisfies BrowserContextOptions

for (const archiveName of new Set(SCREENS.map(({ archive }) => archive))) {
  describe(`with the archive «${archiveName}»`, () => {
    let archive: ScreenArchive | null
    let desk: Desk
    beforeAll(async () => {
      archive = await archiveFor(archiveName)
      if (archive) desk = await startDesk(archive)
      else process.stdout.write(`skipped, this machine cannot have it: ${archiveName}\n`)
    })
    afterAll(async () => {
      if (!archive) return
      await desk.close()
      archive.remove()
    })
    const screens = SCREENS.filter((screen) => screen.archive === archiveName)
    for (const language of LANGUAGES) {
      test.for(screens)(
        `$name in ${language} has no barrier, cuts nothing and looks as it did`,
        async (screen, { skip }) => {
          if (!archive) return skip()
          const page = await openScreen({ desk, archive }, screen, language)
          expect(await findBarriers(page)).toEqual([])
          expect(await findCutWords(page)).toEqual([])
          await compareWithKept(page, `${screen.name}-${language}`)
          if (language === 'fr' && LOOKED_AT_MOST.has(screen.name)) {
            await compareOtherwise(page, screen.name)
          }
          await resize(page, ZOOMED_TWICE)
          expect.soft(await findCutWords(page), 'at 200 %').toEqual([])
          await resize(page, ZOOMED_FOUR_TIMES)
          expect.soft(await findCutWords(page), 'at 400 %').toEqual([])
          await resize(page, WINDOW.viewport)
          await lengthenWords(page)
          expect.soft(await findCutWords(page), 'with longer words').toEqual([])
          expect(desk.complaints).toEqual([])
          await page.context().close()
        },
      )
    }
  })
}

test('a page that breaks its policy is heard, even where it hides it', async () => {
  const archive = await aScreenArchive('empty')
  const desk = await startDesk(archive)
  await desk.page.evaluate(async () => {
    // As a library would that falls back on something else.
    await fetch('https://nowhere.invalid/').catch(() => null)
  })
  await expect.poll(() => desk.complaints.join('\n')).toContain('policy broken')
  await desk.close()
  archive.remove()
})

test('words handed to the page as markup are refused, and heard where a script hides it', async () => {
  const archive = await aScreenArchive('empty')
  const desk = await startDesk(archive)
  const refused = await desk.page.evaluate(() => {
    try {
      document.body.insertAdjacentHTML('beforeend', '<b>planted</b>')
      return false
    } catch {
      return true
    }
  })
  expect(refused).toBe(true)
  await expect
    .poll(() => desk.complaints.join('\n'))
    .toContain('policy broken: require-trusted-types-for')
  expect(await desk.page.getByText('planted').count()).toBe(0)
  await desk.close()
  archive.remove()
})

test('a screen that lost a button is not taken for the one that was approved', async () => {
  const archive = await aScreenArchive('empty')
  const desk = await startDesk(archive)
  const [screen] = SCREENS
  if (!screen) throw new Error('no screen')
  const page = await openScreen({ desk, archive }, screen, 'fr')
  await page
    .locator('.first-run .button, .first-run button')
    .first()
    .evaluate((button) => button.remove())
  expect(
    await shareOfDifference(page, kept('first-run-fr'), await pictureOf(page)),
  ).toBeGreaterThan(MAY_DIFFER)
  await desk.close()
  archive.remove()
})

async function openScreen(
  { desk, archive }: { readonly desk: Desk; readonly archive: ScreenArchive },
  screen: Screen,
  language: ScreenLanguage,
): Promise<Page> {
  dress(archive.home, { language, theme: THEMES[language] })
  const page = await desk.openWindow(WINDOW)
  await screen.open(page, language)
  await page.evaluate(() => document.fonts.ready)
  return page
}

/** The screen in forced colours, on a large screen and in a narrow window; then as it was. */
async function compareOtherwise(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ forcedColors: 'active' })
  await compareWithKept(page, `${name}-fr-contrast`)
  await page.emulateMedia({ forcedColors: 'none' })
  for (const [size, viewport] of Object.entries({ large: LARGE, narrow: NARROW })) {
    await resize(page, viewport)
    await compareWithKept(page, `${name}-fr-${size}`)
  }
  await resize(page, WINDOW.viewport)
}

/** Gives a window another size, and the page the two frames in which it lays itself out for it. */
async function resize(page: Page, size: typeof ZOOMED_TWICE): Promise<void> {
  await page.setViewportSize(size)
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        requestAnimationFrame(() => requestAnimationFrame(() => done()))
      }),
  )
}

const kept = (name: string): Buffer => readFileSync(path.join(KEPT, `${name}.webp`))

async function compareWithKept(page: Page, name: string): Promise<void> {
  const file = path.join(KEPT, `${name}.webp`)
  if (process.env['SHOTS'] === 'keep') {
    mkdirSync(KEPT, { recursive: true })
    // What moves in has come to rest.
    await page.waitForTimeout(600)
    writeFileSync(file, await pictureOf(page))
    return
  }
  expect(existsSync(file), `${file} is missing: look at the screen, then keep it`).toBe(true)
  try {
    await expect
      .poll(async () => shareOfDifference(page, kept(name), await pictureOf(page)))
      .toBeLessThan(MAY_DIFFER)
  } catch (error) {
    mkdirSync(REFUSED, { recursive: true })
    writeFileSync(path.join(REFUSED, `${name}.webp`), await pictureOf(page))
    throw error
  }
}
