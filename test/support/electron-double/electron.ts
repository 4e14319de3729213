/**
 * A test double of the `electron` package: the built main and preload scripts run on it
 * unchanged, and windows are pages of a real Chromium. See `launch.ts` for what tests call.
 */
import { EventEmitter } from 'node:events'
import path from 'node:path'
import { tmpdir } from 'node:os'
import { preventable } from './contents.ts'
import { createUtilityProcess } from './ports.ts'
import { createSessions } from './session.ts'
import { digestOf } from '../../../electron/core/system/files.ts'
import { createStage, requireNotReady, requireReady, strict } from './stage.ts'
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
    addRecentDocument: (file: string) => stage.note('recent-document', file),
    clearRecentDocuments: () => stage.note('recent-cleared'),
    getFileIcon: async (file: string) => ({ iconOf: file }),
    getLocale: () => 'fr',
    getPath: (name: string) => (name === 'userData' ? stage.userData : path.join(tmpdir(), name)),
    getVersion: () => '0.0.0',
    quit: () => {
      stage.note('quit')
      appEvents.emit('before-quit', preventable({}))
      // Every window is asked; one that does not close keeps the application running.
      for (const window of windows) if (!window.isClosed) window.close()
      if (windows.some(({ isClosed }) => !isClosed)) return
      const event = preventable({})
      appEvents.emit('will-quit', event)
      if (!event.prevented) appEvents.emit('quit', {})
    },
    requestSingleInstanceLock: () => !stage.isSecondInstance,
    whenReady: () => stage.ready.promise,
  }),
)

export class BrowserWindow extends DoubleWindow {
  /** The one that was opened last: the double has no other way to the front. */
  static getFocusedWindow(): BrowserWindow | null {
    return windows.findLast(({ isClosed }) => !isClosed) ?? null
  }

  constructor(options: WindowOptions) {
    super(stage, options)
    windows.push(this)
    appEvents.emit('web-contents-created', {}, this.webContents)
    this.once('closed', () => {
      if (windows.every(({ isClosed }) => isClosed)) appEvents.emit('window-all-closed')
    })
  }
}

export const dialog = strict('dialog', {
  showErrorBox: (title: string, content: string) => stage.note('error-box', { title, content }),
  showOpenDialog: async (
    _window: BrowserWindow,
    options: object,
  ): Promise<{ readonly canceled: boolean; readonly filePaths: readonly string[] }> => {
    stage.note('folder-dialog', options)
    const answer = stage.folderAnswers.shift()
    if (answer === undefined) throw new Error('a folder dialog that the test did not expect')
    return { canceled: answer === null, filePaths: answer === null ? [] : [answer] }
  },
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

export const powerMonitor = strict('powerMonitor', new EventEmitter())

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged: (schemes: readonly object[]) => {
    requireNotReady(stage, 'protocol.registerSchemesAsPrivileged')
    stage.note('schemes', schemes)
  },
})

/** What this keychain protects only this keychain gives back, and only as it was. */
const MASK = 0x5a
export const safeStorage = strict('safeStorage', {
  isAsyncEncryptionAvailable: async () => {
    requireReady(stage, 'safeStorage.isAsyncEncryptionAvailable')
    return true
  },
  getSelectedStorageBackend: () => stage.keychain,
  encryptStringAsync: async (text: string) => {
    const masked = Buffer.from(text).map((byte) => byte ^ MASK)
    return Buffer.concat([Buffer.from(digestOf(masked), 'hex'), masked])
  },
  decryptStringAsync: async (kept: Buffer) => {
    const masked = kept.subarray(32)
    if (digestOf(masked) !== kept.toString('hex', 0, 32)) throw new Error('Error while decrypting')
    return {
      shouldReEncrypt: false,
      result: Buffer.from(masked.map((byte) => byte ^ MASK)).toString(),
    }
  },
})

export const screen = strict('screen', {
  getDisplayMatching: () => ({ workArea: stage.workArea }),
})

export const session = strict('session', createSessions(stage))
export const utilityProcess = strict('utilityProcess', createUtilityProcess(stage))
