import path from 'node:path'
import { app, BrowserWindow, dialog, screen, type Rectangle, type Session } from 'electron'
import { PAGE_URL } from './app-scheme.ts'
import type { WindowPlace } from './desk-memory.ts'
import type { MenuLabels } from './menu-labels.ts'

/** A page that stands for so long, in milliseconds, is no longer one that crashes as it begins. */
const STEADY_AFTER = 10_000
/** So many pages in a row may crash as they begin. */
const MOST_CRASHES = 3
/** How much of a window must lie on a display for the officer to get hold of it, in pixels. */
const LEAST_SEEN = 120

/** Opens a window where one last stood; it shows itself when its first paint is ready. */
export function openWindow(
  session: Session,
  place: WindowPlace | null,
  labels: MenuLabels,
): BrowserWindow {
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
  reloadAfterCrash(window, labels)
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

/** Loads a page that crashed again; where each crashes as it begins, says so and closes the window. */
function reloadAfterCrash(window: BrowserWindow, labels: MenuLabels): void {
  let [loadedAt, crashes] = [performance.now(), 0]
  window.webContents.on('did-finish-load', () => {
    loadedAt = performance.now()
  })
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return
    crashes = performance.now() - loadedAt < STEADY_AFTER ? crashes + 1 : 1
    if (crashes <= MOST_CRASHES) return void window.loadURL(PAGE_URL)
    dialog.showErrorBox(labels.pageLost, labels.pageLostAdvice)
    window.close()
  })
}
