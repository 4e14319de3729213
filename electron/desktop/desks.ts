import { app, type BrowserWindow, type MessagePortMain, type Session } from 'electron'
import type { KeptHost } from '../core/host/keep-host.ts'
import type { PolicyReading } from '../../shared/model/policy.ts'
import { resolveArchivePath } from '../core/system/place.ts'
import type { Preferences } from '../core/system/preferences.ts'
import { PAGE_URL } from './app-scheme.ts'
import type { DraggedFiles } from './dragged-files.ts'
import type { DeskMemory } from './desk-memory.ts'
import type { FolderChoices } from './folder-choices.ts'
import type { HostProcess } from './host-process.ts'
import { menuLabelsFor } from './menu-labels.ts'
import { openNotices, type Notices } from './notices.ts'
import { answerPages, connectPage, type ConnectedPage } from './ports.ts'
import { openShellService } from './shell-service.ts'
import { openWatchedFolder } from './watched-folder.ts'
import { openWindow, placeOf } from './window.ts'

/** What every desk of the application shares. */
interface DeskParts {
  readonly session: Session
  readonly reading: PolicyReading
  readonly memory: DeskMemory
  /** How the officer likes every window. */
  readonly preferences: Preferences
  readonly dragged: DraggedFiles
  readonly choices: FolderChoices
  /** The folder that the administrator settled for an archive, or null. */
  readonly settledFolder: (archivePath: string) => string | null
  /** `isFirst` is false for a host that takes the place of one that was lost. */
  readonly startHost: (archivePath: string, isFirst: boolean) => HostProcess
  /** Told when the list of recent archives has changed. */
  readonly onRecent: () => void
}

/** The desks that are open: one window and one archive host for each archive. */
export interface Desks {
  /** Opens the archive, or brings the window forward in which it is open already. */
  readonly open: (archivePath: string) => Promise<void>
  /** Hands a file to the page of the desk in front. */
  readonly offer: (name: string, bytes: Uint8Array) => void
  /** Has the page of the desk in front tell what this program is. */
  readonly showAbout: () => void
  /** Brings the desk in front forward. */
  readonly focus: () => void
  /** Locks every archive that is encrypted. */
  readonly lock: () => void
  /** Has every desk finish what it is writing and close. */
  readonly close: () => void
  /** Hosts that were left running, once they have stopped; null where there are none. */
  readonly stop: () => Promise<unknown> | null
}

interface Desk {
  readonly archivePath: string
  readonly window: BrowserWindow
  readonly host: KeptHost<MessagePortMain>
  readonly notices: Notices
  readonly page: ConnectedPage
}

export function openDesks(parts: DeskParts): Desks {
  /** The one in front is last. */
  const desks: Desk[] = []
  answerPages(() => desks.map(({ page }) => page))
  const front = (): Desk | undefined => desks.at(-1)
  const focus = (desk: Desk | undefined): void => {
    if (desk?.window.isMinimized()) desk.window.restore()
    desk?.window.focus()
  }
  const forget = (desk: Desk): void => {
    const at = desks.indexOf(desk)
    if (at !== -1) desks.splice(at, 1)
  }
  return {
    open: async (asked) => {
      const archivePath = resolveArchivePath(asked)
      const known = desks.find((desk) => desk.archivePath === archivePath)
      if (known) return focus(known)
      const desk = openDesk(parts, archivePath)
      desks.push(desk)
      desk.window.on('focus', () => {
        forget(desk)
        desks.push(desk)
      })
      desk.window.once('closed', () => forget(desk))
      parts.memory.addRecent(archivePath)
      app.addRecentDocument(archivePath)
      parts.onRecent()
      await desk.window.loadURL(PAGE_URL)
    },
    offer: (name, bytes) => {
      focus(front())
      front()?.notices.add({ kind: 'file-opened', name, bytes })
    },
    showAbout: () => {
      focus(front())
      front()?.notices.add({ kind: 'about-asked' })
    },
    focus: () => focus(front()),
    lock: () => {
      for (const { host } of desks) host.lock()
    },
    close: () => {
      for (const { window } of desks) window.close()
    },
    stop: () => (desks.length === 0 ? null : Promise.all(desks.map(({ host }) => host.stop()))),
  }
}

function openDesk(parts: DeskParts, archivePath: string): Desk {
  const { session, reading, memory, preferences, dragged, choices } = parts
  const labels = menuLabelsFor(reading.policy.language ?? app.getLocale())
  const window = openWindow(session, memory.place(), labels)
  const notices = openNotices()
  const settled = parts.settledFolder(archivePath)
  const folder = openWatchedFolder({ archivePath, settled, choices, notices })
  const shell = openShellService(window, {
    reading,
    notices,
    preferences,
    listSetAside: () => listSetAside(parts),
    dragged,
    folder,
  })
  let starts = 0
  const startHost = (): HostProcess => {
    const started = parts.startHost(archivePath, starts++ === 0)
    folder.attach(started)
    return started
  }
  const page = connectPage(window, { startHost, shell })
  const { host } = page
  const state = { isClosing: false, isStopped: false }
  window.on('close', (event) => {
    if (state.isStopped) return
    // The text that is being taken in is committed or rolled back before the window goes.
    event.preventDefault()
    if (state.isClosing) return
    state.isClosing = true
    memory.keepPlace(placeOf(window))
    notices.add({ kind: 'closing' })
    const finish = async (): Promise<void> => {
      await host.stop()
      state.isStopped = true
      window.destroy()
    }
    void finish()
  })
  return { archivePath, window, host, notices, page }
}

function listSetAside({
  preferences,
  memory,
  choices,
}: DeskParts): ('preferences' | 'desk' | 'folders')[] {
  const kept = { preferences, desk: memory, folders: choices }
  return (['preferences', 'desk', 'folders'] as const).filter((name) => kept[name].wasSetAside())
}
