import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import path from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { vi } from 'vitest'
import type { UtilityProcess } from './ports.ts'
import type { DoubleSession } from './session.ts'
import type { Stage } from './stage.ts'
import type { BrowserWindow } from './electron.ts'

/** How the application is started. */
export interface LaunchRequest {
  readonly archivePath: string
  readonly isSecondInstance?: boolean
  /** Further words of the command line. */
  readonly words?: readonly string[]
  /** The folder of what the application keeps for itself; one of its own unless given. */
  readonly userData?: string
}

/** The application, started on the double. */
export interface Desktop {
  readonly stage: Stage
  readonly app: { readonly emit: (name: string, ...details: readonly unknown[]) => boolean }
  readonly powerMonitor: { readonly emit: (name: string) => boolean }
  readonly windows: readonly BrowserWindow[]
  /** Every utility process started so far that holds an archive. */
  readonly hosts: () => readonly UtilityProcess[]
  /** Every one started so far that reads foreign bytes. */
  readonly readers: () => readonly UtilityProcess[]
  readonly sessions: ReadonlyMap<string, DoubleSession>
  readonly close: () => Promise<void>
}

const MAIN = path.resolve(import.meta.dirname, '../../../dist/desktop/main.js')
const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync']

/**
 * Runs the built main script. As in Electron, the application is ready only once that script has
 * run to its end, so one that waits at its top level to be ready fails here.
 */
export async function launchDesktop(request: LaunchRequest): Promise<Desktop> {
  vi.resetModules()
  const double = await import('./electron.ts')
  const { stage } = double
  stage.isSecondInstance = request.isSecondInstance ?? false
  const { argv } = process
  const userData = request.userData ?? mkdtempSync(path.join(tmpdir(), 'fonds-desk-'))
  stage.userData = userData
  process.argv = ['electron', '.', `--archive=${request.archivePath}`, ...(request.words ?? [])]
  await runMain()
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [...QUIET, ...switchesOf(stage)],
  })
  stage.display = await browser.newContext({ acceptDownloads: false })
  stage.ready.resolve()
  double.app.emit('ready', {})
  return {
    stage,
    app: double.app,
    powerMonitor: double.powerMonitor,
    windows: double.windows,
    hosts: () => double.utilityProcess.started.filter(isEntry('archive-host')),
    readers: () => double.utilityProcess.started.filter(isEntry('reader-process')),
    sessions: double.session.opened,
    close: async () => {
      double.app.quit()
      await vi.waitUntil(() => double.windows.every(({ isClosed }) => isClosed), {
        timeout: 60_000,
      })
      for (const { webContents } of double.windows) webContents.dropPorts()
      await browser.close()
      if (request.userData === undefined) rmSync(userData, { recursive: true, force: true })
      process.argv = argv
    },
  }
}

/** The switches that the application gave Chromium are given to this one too. */
function switchesOf({ journal }: Stage): string[] {
  return journal.flatMap(({ what, data }) => {
    if (what !== 'switch' || !Array.isArray(data)) return []
    const [name, value] = data.map(String)
    return data[1] === undefined ? [`--${name}`] : [`--${name}=${value}`]
  })
}

const isEntry =
  (name: string) =>
  ({ file }: UtilityProcess): boolean =>
    path.basename(file, '.js') === name

/** The page of the only window, once it has loaded. */
export async function pageOf({ windows, stage }: Desktop): Promise<Page> {
  await vi.waitUntil(() => stage.journal.some(({ what }) => what === 'show'), { timeout: 20_000 })
  const [window] = windows
  if (!window) throw new Error('no window was opened')
  return window.webContents.openedPage
}

async function runMain(): Promise<void> {
  const ended = import(MAIN).then(() => true)
  if (await Promise.race([ended, wait(15_000, false)])) return
  throw new Error('the main script waits for what happens only after it')
}
