import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chromium, type Browser, type Page } from 'playwright-core'

/** The built application in a real browser, as the browser shell serves it. */
export interface BrowserApp {
  readonly page: Page
  /** What the page complained of: errors, refused policies, failed requests. */
  readonly complaints: readonly string[]
  readonly close: () => Promise<void>
}

interface AppRequest {
  readonly archivePath: string
  readonly size?: { readonly width: number; readonly height: number }
  readonly locale?: string
}

/** Starts `dist/browser/main.js` on an archive and opens its address in headless Chromium. */
export async function openBrowserApp({
  archivePath,
  size = { width: 1366, height: 768 },
  locale = 'fr-FR',
}: AppRequest): Promise<BrowserApp> {
  const { DISPLAY: _none, WAYLAND_DISPLAY: _neither, ...env } = process.env
  const shell = spawn(process.execPath, ['dist/browser/main.js', '--archive', archivePath], {
    env: { ...env, FONDS_ACTOR: 'C. Dumas' },
  })
  const address = await printedAddress(shell)
  const browser = await openChromium()
  const page = await browser.newPage({ viewport: size, locale })
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  await page.goto(address.href)
  return {
    page,
    complaints,
    close: async () => {
      await browser.close()
      const ended = once(shell, 'exit')
      shell.kill('SIGTERM')
      await ended
    },
  }
}

/** Headless Chromium of the machine, which may ask nobody anything. */
export function openChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/** The address that a browser shell prints once it listens. */
export async function printedAddress(shell: ChildProcess): Promise<URL> {
  for await (const chunk of shell.stdout ?? []) {
    const found = /^Fonds: (\S+)$/mu.exec(String(chunk))
    if (found) return new URL(found[1] ?? '')
  }
  throw new Error('the shell printed no address')
}
