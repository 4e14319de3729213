import path from 'node:path'
import { app, BrowserWindow, type Session } from 'electron'
import { PAGE_URL } from './app-scheme.ts'

/** A page that crashed is loaded again, unless it had barely begun, in milliseconds. */
const STEADY_AFTER = 10_000

/** Opens the one window of the application; it shows itself when its first paint is ready. */
export function openWindow(session: Session): BrowserWindow {
  const window = new BrowserWindow({
    width: 1360,
    height: 860,
    minWidth: 720,
    minHeight: 480,
    show: false,
    title: 'Fonds',
    webPreferences: {
      session,
      preload: path.join(import.meta.dirname, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  })
  window.once('ready-to-show', () => window.show())
  // The title bar, the task list and screen captures never say what is being read.
  window.on('page-title-updated', (event) => event.preventDefault())
  reloadAfterCrash(window)
  return window
}

function reloadAfterCrash(window: BrowserWindow): void {
  let loadedAt = performance.now()
  window.webContents.on('did-finish-load', () => {
    loadedAt = performance.now()
  })
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || performance.now() - loadedAt < STEADY_AFTER) return
    void window.loadURL(PAGE_URL)
  })
}
