import path from 'node:path'
import { app, BrowserWindow, dialog, Menu, type MenuItemConstructorOptions } from 'electron'
import type { DeskMemory } from './desk-memory.ts'
import type { Desks } from './desks.ts'
import { menuLabelsFor, type MenuLabels } from './menu-labels.ts'

/** What the menu bar is made of. */
interface MenuParts {
  /** BCP 47 tag. */
  readonly locale: string
  readonly memory: DeskMemory
  readonly desks: Desks
  /** True where the administrator settled which archive is opened. */
  readonly isSettled: boolean
}

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' }

/** Sets the menu bar: what the system does for every application, and the archives to open. */
export function showMenu(parts: MenuParts): void {
  const labels = menuLabelsFor(parts.locale)
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      fileMenu(labels, parts),
      editMenu(labels),
      {
        label: labels.view,
        submenu: [
          { role: 'resetZoom', label: labels.actualSize },
          { role: 'zoomIn', label: labels.zoomIn },
          { role: 'zoomOut', label: labels.zoomOut },
          SEPARATOR,
          { role: 'togglefullscreen', label: labels.fullScreen },
        ],
      },
      {
        label: labels.window,
        submenu: [
          { role: 'minimize', label: labels.minimize },
          { role: 'close', label: labels.close },
        ],
      },
      {
        label: labels.help,
        submenu: [{ label: labels.about, click: () => parts.desks.showAbout() }],
      },
    ]),
  )
}

function fileMenu(labels: MenuLabels, parts: MenuParts): MenuItemConstructorOptions {
  return {
    label: labels.file,
    submenu: [
      ...(parts.isSettled ? [] : archiveItems(labels, parts)),
      {
        label: labels.print,
        click: () => BrowserWindow.getFocusedWindow()?.webContents.print(),
      },
      SEPARATOR,
      { role: 'quit', label: labels.quit },
    ],
  }
}

function archiveItems(
  labels: MenuLabels,
  { memory, desks, locale }: MenuParts,
): MenuItemConstructorOptions[] {
  const clear = (): void => {
    memory.clearRecent()
    app.clearRecentDocuments()
    showMenu({ memory, desks, locale, isSettled: false })
  }
  const recent = memory.recent().map((archivePath) => ({
    label: path.basename(archivePath),
    click: () => void desks.open(archivePath),
  }))
  return [
    { label: labels.openArchive, click: () => void askForArchive(labels, desks) },
    {
      label: labels.recent,
      enabled: recent.length > 0,
      submenu: [...recent, SEPARATOR, { label: labels.clearRecent, click: clear }],
    },
    SEPARATOR,
  ]
}

function editMenu(labels: MenuLabels): MenuItemConstructorOptions {
  return {
    label: labels.edit,
    submenu: [
      { role: 'undo', label: labels.undo },
      { role: 'redo', label: labels.redo },
      SEPARATOR,
      { role: 'cut', label: labels.cut },
      { role: 'copy', label: labels.copy },
      { role: 'paste', label: labels.paste },
      { role: 'selectAll', label: labels.selectAll },
    ],
  }
}

async function askForArchive(labels: MenuLabels, desks: Desks): Promise<void> {
  const { canceled, filePaths } = await dialog.showOpenDialog({
    title: labels.openArchive,
    filters: [{ name: 'Fonds', extensions: ['fonds'] }],
    properties: ['openFile'],
  })
  const [chosen] = filePaths
  if (!canceled && chosen !== undefined) await desks.open(chosen)
}
