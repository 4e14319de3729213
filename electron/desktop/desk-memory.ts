import { z } from 'zod'
import { openKept } from '../core/system/kept-json.ts'

/** Farther than any display reaches; the system refuses numbers beyond its own. */
const FARTHEST = 100_000

const placeSchema = z.strictObject({
  x: z.int().min(-FARTHEST).max(FARTHEST),
  y: z.int().min(-FARTHEST).max(FARTHEST),
  width: z.int().positive().max(FARTHEST),
  height: z.int().positive().max(FARTHEST),
  isMaximized: z.boolean(),
})
/** Where a window stood, in device-independent pixels. */
export type WindowPlace = z.infer<typeof placeSchema>

const memorySchema = z.strictObject({
  place: placeSchema.nullable(),
  /** Absolute paths of archives, the last opened first. */
  recent: z.array(z.string().min(1)),
})

/** What the application remembers by itself: where its window stood, which archives were open. */
export interface DeskMemory {
  readonly place: () => WindowPlace | null
  readonly keepPlace: (place: WindowPlace) => void
  readonly recent: () => readonly string[]
  readonly addRecent: (archivePath: string) => void
  readonly clearRecent: () => void
  /** Whether a file that could not be understood was set aside. */
  readonly wasSetAside: () => boolean
}

const MOST_RECENT = 10

/** Opens the memory kept in a file. One that cannot be read counts as empty, and is set aside. */
export function openDeskMemory(file: string): DeskMemory {
  const kept = openKept(file, memorySchema, { place: null, recent: [] })
  let memory = kept.read()
  const keep = (part: Partial<typeof memory>): void => {
    memory = { ...memory, ...part }
    try {
      kept.write(memory)
    } catch {
      // A profile that cannot be written to costs a remembered place, and nothing else.
    }
  }
  return {
    place: () => memory.place,
    keepPlace: (place) => keep({ place }),
    recent: () => memory.recent,
    addRecent: (archivePath) => {
      const others = memory.recent.filter((each) => each !== archivePath)
      keep({ recent: [archivePath, ...others].slice(0, MOST_RECENT) })
    },
    clearRecent: () => keep({ recent: [] }),
    wasSetAside: kept.wasSetAside,
  }
}
