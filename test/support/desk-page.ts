import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { startShell } from '../../electron/browser/shell.ts'
import { defaultPreferencesPath, openPreferences } from '../../electron/core/system/preferences.ts'
import type { Policy } from '../../shared/model/policy.ts'
import { aFolder } from './archive.ts'

/** The application in a browser window. */
export interface Desk {
  readonly page: Page
  /** What the browser complained of: broken policies, uncaught errors. */
  readonly complaints: readonly string[]
  /** Another window on the same archive. */
  readonly openWindow: (options: BrowserContextOptions) => Promise<Page>
  readonly close: () => Promise<void>
}

interface DeskRequest {
  /** Where the archive lies; without it, an empty one that goes with the desk. */
  readonly archivePath?: string
  readonly window?: BrowserContextOptions
  /** Where the shell keeps what is the officer's own; without it, a folder that goes with the desk. */
  readonly home?: string
  /** What an administrator settled; without it, whatever this machine has settled. */
  readonly policy?: Policy
  /** What the browser is started with besides. */
  readonly browserArguments?: readonly string[]
}

/** Machines that test are shared: slowness alone is no failure. */
const PATIENCE_MS = 90_000

const WINDOW: BrowserContextOptions = { viewport: { width: 1366, height: 768 }, locale: 'fr-FR' }

/** Starts the built application as the browser shell serves it, and opens its window. */
export async function startDesk({
  archivePath,
  window = {},
  home,
  policy,
  browserArguments = [],
}: DeskRequest = {}): Promise<Desk> {
  const { folder, remove } = aFolder()
  const archive = archivePath ?? path.join(folder, 'archive.fonds')
  // What an officer likes is kept there: each desk begins as a new one.
  const data = { XDG_DATA_HOME: home ?? folder }
  const { address, close: closeShell } = policy
    ? await serveHere(archive, data, policy)
    : await serveApart(archive, data)
  const browser = await openChromium(browserArguments)
  const complaints: string[] = []
  const openWindow = async (options: BrowserContextOptions): Promise<Page> => {
    const context = await browser.newContext({ ...WINDOW, ...options })
    const page = await context.newPage()
    page.setDefaultTimeout(PATIENCE_MS)
    await page.addInitScript(hearBrokenPolicies)
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.goto(address)
    return page
  }
  const close = async (): Promise<void> => {
    await browser.close()
    await closeShell()
    remove()
  }
  return { page: await openWindow(window), complaints, openWindow, close }
}

interface ServedShell {
  readonly address: string
  readonly close: () => Promise<void>
}

async function serveApart(archive: string, data: NodeJS.ProcessEnv): Promise<ServedShell> {
  const { DISPLAY: _none, WAYLAND_DISPLAY: _neither, ...env } = process.env
  const shell = spawn(process.execPath, ['dist/browser/main.js', '--archive', archive], {
    env: { ...env, ...data },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const { href } = await printedAddress(shell)
  const close = async (): Promise<void> => {
    const ended = once(shell, 'exit')
    shell.kill('SIGTERM')
    await ended
  }
  return { address: href, close }
}

/** In this process: a policy lies where only the system may write. */
async function serveHere(
  archivePath: string,
  data: NodeJS.ProcessEnv,
  policy: Policy,
): Promise<ServedShell> {
  const { origin, key, close } = await startShell({
    archivePath,
    projectFolder: path.resolve(import.meta.dirname, '../..'),
    port: 0,
    preferences: openPreferences(defaultPreferencesPath(data)),
    policy: { policy, sourceByRule: {}, faults: [] },
  })
  return { address: `${origin}/#k=${key}`, close }
}

/** Tells on the console what the page's own policy refused, also where a script hides the refusal. */
function hearBrokenPolicies(): void {
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    // oxlint-disable-next-line no-console -- the console is where tests listen
    console.error(`policy broken: ${effectiveDirective} ${blockedURI}`)
  })
}

/** Headless Chromium of the machine, which may ask nobody anything. */
export function openChromium(moreArguments: readonly string[] = []): Promise<Browser> {
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
      ...moreArguments,
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
