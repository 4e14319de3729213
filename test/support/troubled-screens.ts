import type { Page } from 'playwright-core'
import { PASSPHRASE } from './encrypted.ts'

/** The field of a passphrase. */
export const SECRET = 'input[type="password"]'

/** Waits until something is in view. */
export const shown = (page: Page, selector: string): Promise<void> =>
  page.locator(selector).first().waitFor()

/** A list below a banner that tells of a trouble. */
export async function openWarned(page: Page): Promise<void> {
  await shown(page, '.row')
  await shown(page, '.banner')
}

/** A window whose archive takes its time to open. */
export async function openSlowly(page: Page): Promise<void> {
  await page.routeWebSocket(/\/archive$/u, () => {})
  await page.reload()
  await shown(page, '.opening-long')
}

/** A window whose archive host is gone, and does not come back yet. */
export async function loseConnection(page: Page): Promise<void> {
  const lost = new AbortController()
  await page.routeWebSocket(/./u, (socket) => {
    if (lost.signal.aborted) return void socket.close()
    socket.connectToServer()
    lost.signal.addEventListener('abort', () => void socket.close())
  })
  await page.reload()
  await shown(page, '.row')
  await shown(page, '.timeline-bar')
  lost.abort()
  await shown(page, '.banner')
}

/** A note that was being written when the archive locked, offered again. */
export async function openDraft(page: Page): Promise<void> {
  await shown(page, `.row, ${SECRET}`)
  if (await page.locator(SECRET).isVisible()) await unlock(page)
  await page.locator('.row').first().click()
  await shown(page, '.reader-pane h1')
  await page.locator('.text').focus()
  await page.keyboard.press('Alt+ArrowDown')
  await shown(page, '.selection-toolbar:not(.selection-toolbar-away)')
  await page.keyboard.press('c')
  await page.locator('.note-area').fill('À suivre')
  await page.keyboard.press('Alt+Shift+l')
  await unlock(page)
  await openWarned(page)
}

async function unlock(page: Page): Promise<void> {
  await page.locator(SECRET).fill(PASSPHRASE)
  await page.keyboard.press('Enter')
  await shown(page, '.row')
}

/** A text for which the disk has no room. */
export async function openFull(page: Page): Promise<void> {
  await shown(page, '.row')
  await page.keyboard.press('Control+o')
  const buffer = Buffer.from('Le ministre a reçu la délégation. '.repeat(200_000))
  const file = { name: 'compte rendu.txt', mimeType: 'text/plain', buffer }
  await page.locator('[role="dialog"] input[type="file"]').first().setInputFiles(file)
  await shown(page, '[role="dialog"] .failure')
}
