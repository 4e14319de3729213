import { EventEmitter } from 'node:events'
import type { BrowserContext } from 'playwright-core'

/** One thing that happened to the application, for a test to look at. */
interface JournalEntry {
  readonly what: string
  readonly data: unknown
}

/** What the officer answers to a save dialog. */
interface SaveAnswer {
  readonly canceled: boolean
  readonly filePath: string
}

/** What every part of the double shares, as the parts of Electron share one process. */
export interface Stage {
  readonly journal: JournalEntry[]
  readonly note: (what: string, data?: unknown) => void
  /** Settles when the application may open windows. */
  readonly ready: PromiseWithResolvers<void>
  /** Where windows appear; there once the application is ready. */
  display: BrowserContext | undefined
  /** Whether another instance of the application already runs. */
  isSecondInstance: boolean
  /** Answers to come; a dialog that finds none is an error. */
  readonly saveAnswers: SaveAnswer[]
  /** Folders to come; null declines. */
  readonly folderAnswers: (string | null)[]
  /** Which keychain the system has, as Electron names it. */
  keychain: 'gnome_libsecret' | 'basic_text'
  /** The folder of what the application keeps for itself. */
  userData: string
  /** What of the only display may hold windows. */
  workArea: {
    readonly x: number
    readonly y: number
    readonly width: number
    readonly height: number
  }
  /** Receives what pages send. */
  readonly ipc: EventEmitter
}

/** A stage on which nothing happened yet. */
export function createStage(): Stage {
  const journal: JournalEntry[] = []
  return {
    journal,
    note: (what, data = null) => void journal.push({ what, data }),
    ready: Promise.withResolvers(),
    display: undefined,
    isSecondInstance: false,
    saveAnswers: [],
    folderAnswers: [],
    keychain: 'basic_text',
    userData: '',
    workArea: { x: 0, y: 0, width: 1920, height: 1040 },
    ipc: new EventEmitter(),
  }
}

/** Fails, as Electron does, when something is done before the application is ready. */
export function requireReady(stage: Stage, what: string): BrowserContext {
  if (!stage.display) throw new Error(`${what} before the application is ready`)
  return stage.display
}

/** Fails, as Electron does, when something is done once the application is ready. */
export function requireNotReady(stage: Stage, what: string): void {
  if (stage.display) throw new Error(`${what} once the application is ready`)
}

/** What the application uses and the double lacks must fail aloud, never read as undefined. */
export function strict<T extends object>(name: string, part: T): T {
  return new Proxy(part, {
    get: (target, key) => {
      if (key in target || typeof key === 'symbol' || key === 'then') {
        return Reflect.get(target, key, target)
      }
      throw new Error(`the double has no ${name}.${key}`)
    },
  })
}
