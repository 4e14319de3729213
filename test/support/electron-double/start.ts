import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { setTimeout as wait } from 'node:timers/promises'
import path from 'node:path'
import { chromium, type Browser, type BrowserContext } from 'playwright-core'
import { policyPlaces } from '../../../electron/core/policy/read-policy.ts'
import type { Stage } from './stage.ts'

/** How the application is started. */
export interface StartRequest {
  readonly archivePath: string
  readonly isSecondInstance?: boolean
  /** Which keychain the system has; none that is safe unless one is named. */
  readonly keychain?: Stage['keychain']
  /** Further words of the command line. */
  readonly words?: readonly string[]
  /** The folder of what the application keeps for itself. */
  readonly userData: string
  /** What stands in the file that only administrators can write; nothing unless given. */
  readonly policy?: object
  /** Told of the display before a window is on it. */
  readonly onDisplay?: (display: BrowserContext) => Promise<void>
}

/** What of the double a start needs. */
interface Startable {
  readonly stage: Stage
  readonly app: { readonly emit: (name: string, ...details: readonly unknown[]) => boolean }
}

const MAIN = path.resolve(import.meta.dirname, '../../../dist/desktop/main.js')
const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync']

/**
 * Runs the built main script. As in Electron, the application is ready only once that script has
 * run to its end, so one that waits at its top level to be ready fails here.
 */
export async function startOnDouble(
  { stage, app }: Startable,
  request: StartRequest,
): Promise<Browser> {
  stage.isSecondInstance = request.isSecondInstance ?? false
  stage.userData = request.userData
  stage.keychain = request.keychain ?? 'basic_text'
  process.argv = ['electron', '.', `--archive=${request.archivePath}`, ...(request.words ?? [])]
  settlePolicy(request.policy)
  await runMain()
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [...QUIET, ...switchesOf(stage)],
  })
  const display = await browser.newContext({ acceptDownloads: false })
  await request.onDisplay?.(display)
  stage.display = display
  stage.ready.resolve()
  app.emit('ready', {})
  return browser
}

/** The switches that the application gave Chromium are given to this one too. */
function switchesOf({ journal }: Stage): string[] {
  return journal.flatMap(({ what, data }) => {
    if (what !== 'switch' || !Array.isArray(data)) return []
    const [name, value] = data.map(String)
    return data[1] === undefined ? [`--${name}`] : [`--${name}=${value}`]
  })
}

const SYSTEM = { readFileSync: fs.readFileSync, statSync: fs.statSync }

/** Has this process find a policy where Linux has it, a place that belongs to the workstation. */
function settlePolicy(policy: object | undefined): void {
  const { file } = policyPlaces()
  const settled = {
    readFileSync: (place: string, options: 'utf8') =>
      place === file ? JSON.stringify(policy) : SYSTEM.readFileSync(place, options),
    statSync: (place: string, options?: fs.StatSyncOptions) =>
      SYSTEM.statSync(place === file ? import.meta.filename : place, options),
  }
  Object.assign(fs, policy ? settled : SYSTEM)
  syncBuiltinESMExports()
}

async function runMain(): Promise<void> {
  const ended = import(MAIN).then(() => true)
  if (await Promise.race([ended, wait(15_000, false, { ref: false })])) return
  throw new Error('the main script waits for what happens only after it')
}
