import { z } from 'zod'
import { openKept } from '../core/system/kept-json.ts'

const choiceSchema = z.strictObject({ folder: z.string().min(1), isOn: z.boolean() })
/** The folder that an officer chose to have watched, by its absolute path, and whether it is. */
export type FolderChoice = z.infer<typeof choiceSchema>

const choicesSchema = z.record(z.string(), choiceSchema)

/** The folders chosen for archives, by the absolute paths of these. */
export interface FolderChoices {
  readonly of: (archivePath: string) => FolderChoice | null
  readonly keep: (archivePath: string, choice: FolderChoice) => void
  /** Whether a file that could not be understood was set aside. */
  readonly wasSetAside: () => boolean
}

/**
 * Opens the choices kept in a file. One that cannot be read counts as empty, so that nothing is
 * watched, and is set aside.
 */
export function openFolderChoices(file: string): FolderChoices {
  const kept = openKept(file, choicesSchema, {})
  const choices = new Map(Object.entries(kept.read()))
  return {
    of: (archivePath) => choices.get(archivePath) ?? null,
    keep: (archivePath, choice) => {
      choices.set(archivePath, choice)
      kept.write(Object.fromEntries(choices))
    },
    wasSetAside: kept.wasSetAside,
  }
}
