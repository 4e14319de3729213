import { spawn, type ChildProcess } from 'node:child_process'
import { accessSync, constants, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'

/** What opens a window. */
export interface WindowRequest {
  readonly executable: string
  /** The address with the key in its fragment. */
  readonly address: string
  readonly moreArguments?: readonly string[]
}

/** A browser with one window, and a profile of its own that goes with it. */
export interface BrowserWindow {
  readonly browser: ChildProcess
  readonly profile: string
  /** Settles when the window was closed and its profile removed. */
  readonly closed: Promise<void>
}

/** The workstation's Chromium, or a browser made from it; null when there is none. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | null {
  const chosen = env['FONDS_CHROMIUM']
  if (chosen) return isExecutable(chosen) ? chosen : null
  return candidates(env).find(isExecutable) ?? null
}

/** Whether a window could be seen. */
export function hasDisplay(env: NodeJS.ProcessEnv = process.env): boolean {
  if (process.platform === 'win32' || process.platform === 'darwin') return true
  return Boolean(env['DISPLAY'] ?? env['WAYLAND_DISPLAY'])
}

/**
 * Opens the address as a window without browser controls. The key travels in a private file:
 * on a command line every account of the workstation could read it.
 */
export function openWindow({
  executable,
  address,
  moreArguments = [],
}: WindowRequest): BrowserWindow {
  const profile = mkdtempSync(path.join(tmpdir(), 'fonds-window-'))
  const start = path.join(profile, 'start.html')
  writeFileSync(start, `<meta http-equiv="refresh" content="0;url=${address}">`, { mode: 0o600 })
  const browser = spawn(
    executable,
    [
      `--app=${pathToFileURL(start).href}`,
      `--user-data-dir=${profile}`,
      ...QUIET,
      ...(isSuperuser() ? ['--no-sandbox'] : []),
      ...moreArguments,
    ],
    { stdio: 'ignore' },
  )
  const closed = new Promise<void>((resolve) => {
    const end = async (): Promise<void> => {
      await removeForGood(profile)
      resolve()
    }
    browser.once('exit', () => void end())
    browser.once('error', () => void end())
  })
  return { browser, profile, closed }
}

/** Processes of the browser that outlive its first may write into its profile once more. */
async function removeForGood(profile: string): Promise<void> {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    try {
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    } catch {
      // Something was written while it was emptied.
    }
    await wait(200)
    if (!existsSync(profile)) return
  }
}

/** Keeps the browser from remembering what it shows, and from speaking to anyone but us. */
const QUIET = [
  '--incognito',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-proxy-server',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
]

/** Chromium does not start for the superuser with its sandbox. */
function isSuperuser(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0
}

function candidates(env: NodeJS.ProcessEnv): readonly string[] {
  if (process.platform === 'darwin') return MAC_PROGRAMS
  if (process.platform === 'win32') {
    const folders = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA']
    return folders.flatMap((name) =>
      WINDOWS_PROGRAMS.map((program) => path.join(env[name] ?? '', program)),
    )
  }
  const folders = (env['PATH'] ?? '').split(path.delimiter)
  return LINUX_PROGRAMS.flatMap((program) => folders.map((folder) => path.join(folder, program)))
}

const LINUX_PROGRAMS = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'brave-browser',
]
const WINDOWS_PROGRAMS = [
  String.raw`Microsoft\Edge\Application\msedge.exe`,
  String.raw`Google\Chrome\Application\chrome.exe`,
  String.raw`Chromium\Application\chrome.exe`,
]
const MAC_PROGRAMS = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
]

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
