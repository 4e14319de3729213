/**
 * Starts the desktop shell on the double once, prints the instant of its first paint and ends:
 * `node test/bench/start-desktop.ts ARCHIVE USER-DATA`. See start.ts.
 */
import { registerHooks } from 'node:module'
import path from 'node:path'
import { paintOf, watchPaint } from './first-paint.ts'

const [archivePath = '', userData = ''] = process.argv.slice(2)
const double = path.resolve(import.meta.dirname, '../support/electron-double/electron.ts')
registerHooks({
  resolve: (name, context, next) =>
    name === 'electron'
      ? { url: new URL(`file://${double}`).href, shortCircuit: true }
      : next(name, context),
})
const { stage, app, windows } = await import('../support/electron-double/electron.ts')
const { startOnDouble } = await import('../support/electron-double/start.ts')
const browser = await startOnDouble(
  { stage, app },
  { archivePath, userData, onDisplay: (display) => watchPaint(display) },
)
while (windows.length === 0) await new Promise((resolve) => setImmediate(resolve))
const page = await windows[0]?.webContents.openedPage
if (!page) throw new Error('no window')
process.stdout.write(`${await paintOf(page)}\n`)
await browser.close()
process.exit(0)
