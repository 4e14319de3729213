import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { dataFolder, writeFileAtomically } from './files.ts'

const preferencesSchema = z.record(z.string(), z.string())

/** The choices of one officer for the interface, by name, each as JSON. */
export interface Preferences {
  readonly read: () => Readonly<Record<string, string>>
  /** Keeps a choice for every window to come. */
  readonly keep: (name: string, text: string) => void
}

/**
 * Opens the choices kept in a file. What another window kept meanwhile is not lost: the file is read
 * again before each change. One that cannot be read counts as empty, and one that cannot be written
 * costs the choice when the last window closes, and nothing else.
 */
export function openPreferences(file: string): Preferences {
  let known = readPreferences(file)
  return {
    read: () => {
      known = { ...known, ...readPreferences(file) }
      return known
    },
    keep: (name, text) => {
      known = { ...known, ...readPreferences(file), [name]: text }
      try {
        mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
        writeFileAtomically(file, Buffer.from(JSON.stringify(known)))
      } catch {
        // Held in memory: windows of this run still find it.
      }
    },
  }
}

/** Where they are kept by a shell without a folder of its own. */
export function defaultPreferencesPath(env: NodeJS.ProcessEnv = process.env): string {
  return path.join(dataFolder(env), 'preferences.json')
}

function readPreferences(file: string): Readonly<Record<string, string>> {
  try {
    return preferencesSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return {}
  }
}
