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
}

/** The application, started on the double. */
export interface Desktop {
  readonly stage: Stage
  readonly app: { readonly emit: (name: string) => boolean }
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
  process.argv = ['electron', '.', `--archive=${request.archivePath}`]
  await runMain()
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: QUIET })
  stage.display = await browser.newContext({ acceptDownloads: false })
  stage.ready.resolve()
  double.app.emit('ready', {})
  return {
    stage,
    app: double.app,
    windows: double.windows,
    hosts: () => double.utilityProcess.started.filter(isEntry('archive-host')),
    readers: () => double.utilityProcess.started.filter(isEntry('reader-process')),
    sessions: double.session.opened,
    close: async () => {
      double.app.quit()
      for (const { webContents } of double.windows) webContents.dropPorts()
      await browser.close()
      process.argv = argv
    },
  }
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
