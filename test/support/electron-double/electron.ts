/**
 * A test double of the `electron` package: the built main and preload scripts run on it
 * unchanged, and windows are pages of a real Chromium. See `launch.ts` for what tests call.
 */
import { EventEmitter } from 'node:events'
import path from 'node:path'
import { tmpdir } from 'node:os'
import { createUtilityProcess } from './ports.ts'
import { createSessions } from './session.ts'
import { createStage, requireNotReady, strict } from './stage.ts'
import { DoubleWindow, type WindowOptions } from './window.ts'

export { MessageChannelMain } from './ports.ts'

// The state of one process of Electron: a module, because the package is one.
export const stage = createStage()
export const windows: DoubleWindow[] = []

const appEvents = new EventEmitter()
export const app = strict(
  'app',
  Object.assign(appEvents, {
    isPackaged: false,
    commandLine: strict('app.commandLine', {
      appendSwitch: (name: string, value?: string) => stage.note('switch', [name, value]),
    }),
    enableSandbox: () => {
      requireNotReady(stage, 'app.enableSandbox')
      stage.note('sandbox')
    },
    exit: (code: number) => stage.note('exit', code),
    getLocale: () => 'fr',
    getPath: (name: string) => path.join(tmpdir(), name),
    getVersion: () => '0.0.0',
    quit: () => {
      stage.note('quit')
      for (const name of ['before-quit', 'will-quit', 'quit']) appEvents.emit(name, {})
    },
    requestSingleInstanceLock: () => !stage.isSecondInstance,
    whenReady: () => stage.ready.promise,
  }),
)

export class BrowserWindow extends DoubleWindow {
  constructor(options: WindowOptions) {
    super(stage, options)
    windows.push(this)
    appEvents.emit('web-contents-created', {}, this.webContents)
    this.once('closed', () => appEvents.emit('window-all-closed'))
  }
}

export const dialog = strict('dialog', {
  showSaveDialog: async (
    _window: BrowserWindow,
    options: object,
  ): Promise<{ readonly canceled: boolean; readonly filePath: string }> => {
    stage.note('save-dialog', options)
    const answer = stage.saveAnswers.shift()
    if (!answer) throw new Error('a save dialog that the test did not expect')
    return answer
  },
})

export const ipcMain = strict('ipcMain', stage.ipc)

export const Menu = strict('Menu', {
  buildFromTemplate: (template: object) => template,
  setApplicationMenu: (menu: object) => stage.note('menu', menu),
})

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged: (schemes: readonly object[]) => {
    requireNotReady(stage, 'protocol.registerSchemesAsPrivileged')
    stage.note('schemes', schemes)
  },
})

export const session = strict('session', createSessions(stage))
export const utilityProcess = strict('utilityProcess', createUtilityProcess(stage))
