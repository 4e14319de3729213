import type { BrowserContext, Page } from 'playwright-core'

/** What an officer looks for: a row of the list, the greeting of an empty archive, a bare line. */
const WANTED = '[role="option"], .first-run, #bare'

/** Has every page of a display note when the first of what is wanted was painted. */
export async function watchPaint(display: BrowserContext): Promise<void> {
  await display.addInitScript((wanted) => {
    const watcher = new MutationObserver(() => {
      if (!document.querySelector(wanted)) return
      watcher.disconnect()
      // The first callback comes before the paint, the second after it.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => Reflect.set(window, 'paintedAt', Date.now())),
      )
    })
    watcher.observe(document, { childList: true, subtree: true })
  }, WANTED)
}

/** The instant of that paint, in milliseconds of the system's clock. */
export async function paintOf(page: Page): Promise<number> {
  const painted = await page.waitForFunction(() => Reflect.get(window, 'paintedAt'), null, {
    timeout: 120_000,
    polling: 5,
  })
  return Number(await painted.jsonValue())
}
