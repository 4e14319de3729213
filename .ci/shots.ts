/**
 * `npm run shots [folder] [name …]`: a picture of every screen in French and Arabic, light, dark and
 * forced colours, on a small laptop, a large screen, a narrow window, and what is left of a window at
 * 200 % and 400 %. To be looked at. A name is a screen, a language, a theme or a size; of each sort
 * that is named, only those are taken.
 */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { BrowserContextOptions } from 'playwright-core'
import { startDesk, type Desk } from '../test/support/desk-page.ts'
import { archiveFor } from '../test/support/other-archives.ts'
import { dress, LANGUAGES, SCREENS, type ArchiveName } from '../test/support/screens.ts'

const THEMES = ['light', 'dark', 'contrast'] as const
const SIZES = {
  laptop: [1366, 768],
  desk: [1920, 1080],
  narrow: [390, 844],
  twice: [683, 384],
  'four-times': [320, 512],
} as const

const [folder = 'out/shots', ...wanted] = process.argv.slice(2)
const named = (names: readonly string[]): readonly string[] => {
  const among = names.filter((name) => wanted.includes(name))
  return among.length === 0 ? names : among
}
const screenNames = named(SCREENS.map(({ name }) => name))
const chosen = SCREENS.filter(({ name }) => screenNames.includes(name))
const languages = named(LANGUAGES)
const themes = named(THEMES)
const sizes = named(Object.keys(SIZES))
mkdirSync(folder, { recursive: true })
let taken = 0
const missed: string[] = []
for (const archive of new Set(chosen.map((screen) => screen.archive))) await shootArchive(archive)
process.stdout.write(`${taken} pictures in ${folder}\n`)
for (const name of missed) process.stdout.write(`not reached: ${name}\n`)
process.exitCode = missed.length > 0 ? 1 : 0

async function shootArchive(name: ArchiveName): Promise<void> {
  const archive = await archiveFor(name)
  if (!archive) {
    process.stdout.write(`skipped, this machine cannot have it: ${name}\n`)
    return
  }
  const desk = await startDesk(archive)
  for (const [size, [width, height]] of Object.entries(SIZES)) {
    if (!sizes.includes(size)) continue
    for (const theme of THEMES.filter((each) => themes.includes(each))) {
      for (const language of LANGUAGES.filter((each) => languages.includes(each))) {
        const window: BrowserContextOptions = {
          viewport: { width, height },
          forcedColors: theme === 'contrast' ? 'active' : 'none',
        }
        const look = { language, theme: theme === 'contrast' ? 'light' : theme } as const
        await shootScreens(desk, {
          archive: name,
          home: archive.home,
          window,
          look,
          suffix: `${language}-${theme}-${size}`,
        })
      }
    }
  }
  await desk.close()
  archive.remove()
}

async function shootScreens(
  desk: Desk,
  {
    archive,
    home,
    window,
    look,
    suffix,
  }: {
    readonly archive: ArchiveName
    readonly home: string
    readonly window: BrowserContextOptions
    readonly look: Parameters<typeof dress>[1]
    readonly suffix: string
  },
): Promise<void> {
  for (const screen of chosen.filter((each) => each.archive === archive)) {
    // The tabs of the screen before would come back too.
    dress(home, look)
    const page = await desk.openWindow(window)
    page.setDefaultTimeout(15_000)
    const name = `${screen.name}-${suffix}`
    try {
      await screen.open(page, look.language)
      await page.waitForTimeout(400)
      await page.screenshot({ path: path.join(folder, `${name}.png`) })
      taken += 1
    } catch {
      missed.push(name)
      await page.screenshot({ path: path.join(folder, `MISSED-${name}.png`) })
    }
    await page.context().close()
  }
}
