import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { vi } from 'vitest'
import type { UtilityProcess } from './ports.ts'
import type { DoubleSession } from './session.ts'
import type { Stage } from './stage.ts'
import { startOnDouble, type StartRequest } from './start.ts'
import type { BrowserWindow } from './electron.ts'

/** How the application is started; in a folder of its own unless one is given. */
type LaunchRequest = Omit<StartRequest, 'userData' | 'onDisplay'> &
  Partial<Pick<StartRequest, 'userData'>>

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

/** Starts the application on a double of its own. */
export async function launchDesktop(request: LaunchRequest): Promise<Desktop> {
  vi.resetModules()
  const double = await import('./electron.ts')
  const { stage } = double
  const { argv } = process
  const userData = request.userData ?? mkdtempSync(path.join(tmpdir(), 'fonds-desk-'))
  const browser = await startOnDouble(double, { ...request, userData })
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
