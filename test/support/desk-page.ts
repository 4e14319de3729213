import { spawn } from 'node:child_process'
import path from 'node:path'
import { chromium, type BrowserContextOptions, type Page } from 'playwright-core'
import { aFolder } from './archive.ts'

/** The application in a browser window, on an archive of its own. */
export interface Desk {
  readonly page: Page
  /** What the browser complained of: broken policies, uncaught errors. */
  readonly complaints: readonly string[]
  /** Another window on the same archive. */
  readonly openWindow: (options: BrowserContextOptions) => Promise<Page>
  readonly close: () => Promise<void>
}

const WINDOW: BrowserContextOptions = { viewport: { width: 1366, height: 768 } }

/** Starts the built application on an empty archive and opens its window. */
export async function startDesk(options: BrowserContextOptions = WINDOW): Promise<Desk> {
  const { folder, remove } = aFolder()
  const { DISPLAY: _none, WAYLAND_DISPLAY: _neither, ...env } = process.env
  const archive = path.join(folder, 'archive.fonds')
  const shell = spawn(process.execPath, ['dist/browser/main.js', '--archive', archive], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const address = await new Promise<string>((resolve, reject) => {
    let printed = ''
    shell.stdout.on('data', (bytes: Buffer) => {
      printed += bytes.toString()
      const found = /Fonds: (\S+)/u.exec(printed)?.[1]
      if (found) resolve(found)
    })
    shell.once('exit', () => reject(new Error(`the shell ended: ${printed}`)))
  })
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  })
  const complaints: string[] = []
  const openWindow = async (window: BrowserContextOptions): Promise<Page> => {
    const context = await browser.newContext({ ...WINDOW, ...window })
    const page = await context.newPage()
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.goto(address)
    return page
  }
  const close = async (): Promise<void> => {
    await browser.close()
    shell.kill('SIGKILL')
    remove()
  }
  return { page: await openWindow(options), complaints, openWindow, close }
}
