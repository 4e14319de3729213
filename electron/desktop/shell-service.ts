import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import { app, dialog, type BrowserWindow } from 'electron'
import type { OutputOf } from '../../shared/channels/channel.ts'
import { shellContract, type ShellContract } from '../../shared/channels/shell.ts'
import { fail, succeed, type Failure, type Outcome } from '../../shared/model/failure.ts'
import type { PolicyReading } from '../../shared/model/policy.ts'
import type { Handlers, Service } from '../core/dispatch.ts'
import { readParts } from '../core/page/read-parts.ts'
import { describePolicy } from '../core/policy/describe-policy.ts'
import { numberedName } from '../core/export/file-name.ts'
import { IN_USE, writeFileAtomically } from '../core/system/files.ts'
import { describeError, openLog } from '../core/system/log.ts'
import type { Preferences } from '../core/system/preferences.ts'
import type { DraggedFiles } from './dragged-files.ts'
import type { Notices } from './notices.ts'
import type { WatchedFolder } from './watched-folder.ts'

interface ShellParts {
  readonly reading: PolicyReading
  readonly notices: Notices
  readonly preferences: Preferences
  /** What could not be read as this run began. */
  readonly listSetAside: () => OutputOf<ShellContract['preference.list']>['setAside']
  readonly dragged: DraggedFiles
  readonly folder: WatchedFolder
}

/** Answers what the page asks of the desktop shell. No path ever reaches the page. */
export function openShellService(
  window: BrowserWindow,
  { reading, notices, preferences, listSetAside, dragged, folder }: ShellParts,
): Service<ShellContract, null> {
  const log = openLog(reading.policy.logLevel)
  return {
    contract: shellContract,
    handlers: {
      'shell.describe': () =>
        succeed({
          runtime: 'desktop',
          version: app.getVersion(),
          locale: reading.policy.language ?? app.getLocale(),
        }),
      'shell.list-parts': () => succeed(describeParts()),
      'policy.describe': () => succeed(describePolicy(reading)),
      ...preferenceHandlers(preferences, listSetAside),
      ...draftHandlers(),
      'shell.watch': async function* watch(_input, _context, { signal }) {
        for (;;) {
          const notice = await notices.next(signal)
          if (notice === null) return succeed({})
          yield notice
        }
      },
      ...folderHandlers(window, folder),
      'caret.show': ({ isShown }) => {
        // Screen readers are told too, and follow the caret from then on.
        window.webContents.setCaretBrowsingEnabled(isShown)
        return succeed({ isShown: window.webContents.isCaretBrowsingEnabled() })
      },
      'file.drag': ({ name, bytes }) => dragOut(window, dragged.keep(name, bytes)),
      'file.save': async ({ name, bytes }) => {
        const { canceled, filePath } = await dialog.showSaveDialog(window, {
          // A name, whichever system's separators it was given.
          defaultPath: path.join(app.getPath('documents'), path.win32.basename(name)),
          properties: ['createDirectory', 'showOverwriteConfirmation'],
        })
        if (canceled || !filePath) return succeed({ saved: false })
        writeFileAtomically(filePath, bytes)
        return succeed({ saved: true })
      },
      'file.save-all': async ({ files }) => {
        const { canceled, filePaths } = await dialog.showOpenDialog(window, {
          defaultPath: app.getPath('documents'),
          properties: ['openDirectory', 'createDirectory'],
        })
        const [place] = filePaths
        if (canceled || place === undefined) return succeed({ saved: false })
        writeAllOrNone(place, files)
        return succeed({ saved: true })
      },
    },
    context: () => succeed(null),
    failureFromError,
    onBug: (channel, error) => log('bug', { channel, ...describeError(error) }),
  }
}

function preferenceHandlers(
  preferences: Preferences,
  listSetAside: ShellParts['listSetAside'],
): Pick<Handlers<ShellContract, null>, 'preference.list' | 'preference.keep'> {
  return {
    'preference.list': () => succeed({ preferences: preferences.read(), setAside: listSetAside() }),
    'preference.keep': ({ name, text }) => {
      preferences.keep(name, text)
      return succeed({})
    },
  }
}

/** Holds what is being written for as long as the window is there. */
function draftHandlers(): Pick<Handlers<ShellContract, null>, 'draft.keep' | 'draft.list'> {
  const drafts = new Map<string, string>()
  return {
    'draft.keep': ({ name, text }) => {
      if (text === null) drafts.delete(name)
      else drafts.set(name, text)
      return succeed({})
    },
    'draft.list': () => succeed({ drafts: Object.fromEntries(drafts) }),
  }
}

const SETTLED: Failure = { kind: 'policy-refuses', rule: 'watchedFolder' }

type FolderChannel =
  | 'watched-folder.follow'
  | 'watched-folder.choose'
  | 'watched-folder.turn'
  | 'watched-folder.read-again'

function folderHandlers(
  window: BrowserWindow,
  folder: WatchedFolder,
): Pick<Handlers<ShellContract, null>, FolderChannel> {
  return {
    'watched-folder.follow': async function* follow(_input, _context, { signal }) {
      yield* folder.follow(signal)
      return succeed({})
    },
    'watched-folder.choose': async () => {
      if (folder.isManaged) return fail(SETTLED)
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        defaultPath: app.getPath('documents'),
        properties: ['openDirectory'],
      })
      const [chosen] = filePaths
      if (canceled || chosen === undefined) return succeed({ chosen: false })
      folder.choose(chosen)
      return succeed({ chosen: true })
    },
    'watched-folder.read-again': () => {
      folder.readAgain()
      return succeed({})
    },
    'watched-folder.turn': ({ isOn }) => {
      if (folder.isManaged) return fail(SETTLED)
      folder.turn(isOn)
      return succeed({})
    },
  }
}

/** No file that was there is replaced; when one cannot be written, those before it are taken back. */
function writeAllOrNone(
  folder: string,
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): void {
  const written: string[] = []
  try {
    for (const { name, bytes } of files) {
      const isFree = (candidate: string): boolean => !existsSync(path.join(folder, candidate))
      const target = path.join(folder, numberedName(path.win32.basename(name), isFree))
      writeFileAtomically(target, bytes)
      written.push(target)
    }
  } catch (error) {
    for (const target of written) rmSync(target, { force: true })
    throw error
  }
}

const PROJECT_FOLDER = path.join(import.meta.dirname, '../..')

const KEY_BY_RUNTIME: ReadonlyMap<string, string> = new Map([
  ['Electron', 'electron'],
  ['Chromium', 'chrome'],
  ['Node.js', 'node'],
])

function describeParts(): OutputOf<ShellContract['shell.list-parts']> {
  const runtimes = [...KEY_BY_RUNTIME].flatMap(([name, key]) => {
    const version = process.versions[key]
    return version === undefined ? [] : [{ name, version }]
  })
  return { runtimes, parts: [...readParts(PROJECT_FOLDER)] }
}

async function dragOut(
  window: BrowserWindow,
  file: string,
): Promise<Outcome<Record<string, never>>> {
  window.webContents.startDrag({ file, icon: await app.getFileIcon(file) })
  return succeed({})
}

const FAILURE_BY_CODE: ReadonlyMap<string, Failure> = new Map([
  ['ENOSPC', { kind: 'disk-full' }],
  ['EDQUOT', { kind: 'disk-full' }],
  ['EIO', { kind: 'disk-fails' }],
  ['EACCES', { kind: 'no-permission' }],
  ['EPERM', { kind: 'no-permission' }],
  ['EROFS', { kind: 'no-permission' }],
  ['ENOENT', { kind: 'no-permission' }],
  ['ENAMETOOLONG', { kind: 'input-refused', at: 'name' }],
  ['EBUSY', { kind: 'file-in-use' }],
  ['ETXTBSY', { kind: 'file-in-use' }],
  [IN_USE, { kind: 'file-in-use' }],
])

function failureFromError(error: unknown): Failure | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null
  return FAILURE_BY_CODE.get(error.code) ?? null
}
