/**
 * `npm start`: builds what is out of date, then opens the application in Electron, or in the
 * browser shell where the Electron runtime is not on this machine.
 */
import { spawn } from 'node:child_process'
import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

const projectFolder = path.resolve(import.meta.dirname, '..')
const inProject = (...parts: readonly string[]): string => path.join(projectFolder, ...parts)

const SOURCES = ['{electron,renderer,shared}/**/*.{ts,tsx,css,html,svg,woff2,ttf}', '*.{json,ts}']
const RESULTS = [
  'dist/renderer/index.html',
  'dist/desktop/main.js',
  'dist/desktop/preload.cjs',
  'dist/host/archive-host.js',
  'dist/browser/main.js',
]

const built =
  isBuilt() ||
  (await run(process.execPath, [viteFile(), 'build', '--app', '--logLevel', 'warn'])) === 0
if (!built) process.exitCode = 1
else process.exitCode = await open(process.argv.slice(2))

function isBuilt(): boolean {
  const results = RESULTS.map((file) => inProject(file))
  if (!results.every((file) => existsSync(file))) return false
  const sources = globSync(SOURCES, { cwd: projectFolder }).map((file) => inProject(file))
  const newest = Math.max(...sources.map(changedAt))
  return newest < Math.min(...results.map(changedAt))
}

function changedAt(file: string): number {
  return statSync(file).mtimeMs
}

function viteFile(): string {
  return inProject('node_modules/vite/bin/vite.js')
}

function open(options: readonly string[]): Promise<number> {
  const electron = findElectron()
  if (electron) return run(electron, ['.', ...options])
  process.stdout.write('The Electron runtime is not installed: opening in the browser instead.\n')
  return run(process.execPath, [inProject('dist/browser/main.js'), ...options])
}

/** Looks for the runtime without importing the package, which would try to download it. */
function findElectron(): string | null {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (folder) {
    const name = process.platform === 'win32' ? 'electron.exe' : 'electron'
    const chosen = path.join(folder, name)
    return existsSync(chosen) ? chosen : null
  }
  const pathFile = inProject('node_modules/electron/path.txt')
  if (!existsSync(pathFile)) return null
  const installed = inProject('node_modules/electron/dist', readFileSync(pathFile, 'utf8').trim())
  return existsSync(installed) ? installed : null
}

function run(command: string, options: readonly string[]): Promise<number> {
  // Set by some editors' terminals, and Electron would start as a bare Node.
  const { ELECTRON_RUN_AS_NODE: _unwanted, ...env } = process.env
  const child = spawn(command, options, { cwd: projectFolder, stdio: 'inherit', env })
  // A key pressed to stop reaches the child by itself; this process only waits for it to end.
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => child.kill())
  return new Promise((resolve) => {
    child.once('error', () => resolve(1))
    child.once('exit', (code) => resolve(code ?? 1))
  })
}
