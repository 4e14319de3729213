/**
 * `npm run shots [folder] [screen …]`: a picture of every screen in French and Arabic, light, dark
 * and forced colours, on a small laptop, a large screen and a narrow window. To be looked at.
 */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { BrowserContextOptions } from 'playwright-core'
import { startDesk, type Desk } from '../test/support/desk-page.ts'
import { archiveFor } from '../test/support/other-archives.ts'
import { dress, LANGUAGES, SCREENS, type ArchiveName } from '../test/support/screens.ts'

const THEMES = ['light', 'dark', 'contrast'] as const
const SIZES = { laptop: [1366, 768], desk: [1920, 1080], narrow: [390, 844] } as const

const [folder = 'out/shots', ...wanted] = process.argv.slice(2)
const chosen = SCREENS.filter(({ name }) => wanted.length === 0 || wanted.includes(name))
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
    for (const theme of THEMES) {
      for (const language of LANGUAGES) {
        const window: BrowserContextOptions = {
          viewport: { width, height },
          forcedColors: theme === 'contrast' ? 'active' : 'none',
        }
        const look = { language, theme: theme === 'contrast' ? 'light' : theme } as const
        dress(archive.home, look)
        await shootScreens(desk, {
          archive: name,
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
    window,
    look,
    suffix,
  }: {
    readonly archive: ArchiveName
    readonly window: BrowserContextOptions
    readonly look: Parameters<typeof dress>[1]
    readonly suffix: string
  },
): Promise<void> {
  for (const screen of chosen.filter((each) => each.archive === archive)) {
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
