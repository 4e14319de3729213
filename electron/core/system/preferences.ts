import path from 'node:path'
import { z } from 'zod'
import { dataFolder } from './files.ts'
import { openKept } from './kept-json.ts'

const preferencesSchema = z.record(z.string(), z.string())

/** The choices of one officer for the interface, by name, each as JSON. */
export interface Preferences {
  readonly read: () => Readonly<Record<string, string>>
  /** Keeps a choice for every window to come. */
  readonly keep: (name: string, text: string) => void
  /** Whether, in this run, a file that could not be understood was set aside. */
  readonly wasSetAside: () => boolean
}

/**
 * Opens the choices kept in a file. What another window kept meanwhile is not lost: the file is read
 * again before each change. One that cannot be read counts as empty and is kept under another name,
 * and one that cannot be written costs the choice when the last window closes, and nothing else.
 */
export function openPreferences(file: string): Preferences {
  const kept = openKept(file, preferencesSchema, {})
  let known = kept.read()
  return {
    read: () => {
      known = { ...known, ...kept.read() }
      return known
    },
    keep: (name, text) => {
      known = { ...known, ...kept.read(), [name]: text }
      try {
        kept.write(known)
      } catch {
        // Held in memory: windows of this run still find it.
      }
    },
    wasSetAside: kept.wasSetAside,
  }
}

/** Where they are kept by a shell without a folder of its own. */
export function defaultPreferencesPath(env: NodeJS.ProcessEnv = process.env): string {
  return path.join(dataFolder(env), 'preferences.json')
}
