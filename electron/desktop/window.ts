import path from 'node:path'
import { app, BrowserWindow, screen, type Rectangle, type Session } from 'electron'
import { PAGE_URL } from './app-scheme.ts'
import type { WindowPlace } from './desk-memory.ts'

/** A page that crashed is loaded again, unless it had barely begun, in milliseconds. */
const STEADY_AFTER = 10_000
/** How much of a window must lie on a display for the officer to get hold of it, in pixels. */
const LEAST_SEEN = 120

/** Opens a window where one last stood; it shows itself when its first paint is ready. */
export function openWindow(session: Session, place: WindowPlace | null): BrowserWindow {
  const bounds = place && isWithinReach(place) ? boundsOf(place) : { width: 1360, height: 860 }
  const window = new BrowserWindow({
    ...bounds,
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
  window.once('ready-to-show', () => {
    if (place?.isMaximized) window.maximize()
    window.show()
  })
  // The title bar, the task list and screen captures never say what is being read.
  window.on('page-title-updated', (event) => event.preventDefault())
  reloadAfterCrash(window)
  return window
}

/** Where a window stands; of one that fills its display, where it would stand otherwise. */
export function placeOf(window: BrowserWindow): WindowPlace {
  return { ...boundsOf(window.getNormalBounds()), isMaximized: window.isMaximized() }
}

function boundsOf({ x, y, width, height }: Rectangle): Rectangle {
  return { x, y, width, height }
}

/** A display may have been unplugged since. */
function isWithinReach(place: Rectangle): boolean {
  const { workArea } = screen.getDisplayMatching(place)
  const across =
    Math.min(place.x + place.width, workArea.x + workArea.width) - Math.max(place.x, workArea.x)
  const isTitleSeen = place.y >= workArea.y && place.y < workArea.y + workArea.height - LEAST_SEEN
  return across >= LEAST_SEEN && isTitleSeen
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
