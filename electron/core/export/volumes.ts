import type { PageModel } from './page-model.ts'
import type { VolumePart } from './volume-parts.ts'

/**
 * Most characters typeset at once, about two hundred pages: the compiler holds every page in
 * memory until the file is written, and cannot be stopped in between.
 */
const MOST_CHARACTERS = 450_000

/** Divides the parts of a dossier into volumes in their order; a text is never divided. */
export function volumesFromParts(parts: readonly VolumePart[]): readonly (readonly VolumePart[])[] {
  const volumes: VolumePart[][] = [[]]
  let room = MOST_CHARACTERS
  for (const part of parts) {
    const size = part.kind === 'text' ? sizeOfPage(part.page) : part.words.length + OWN_ROOM / 9
    if (size > room && volumes.at(-1)?.length !== 0) {
      volumes.push([])
      room = MOST_CHARACTERS
    }
    volumes.at(-1)?.push(part)
    room -= size
  }
  return volumes
}

/** Head, provenance and the rest of the last page take the room of so many characters. */
const OWN_ROOM = 900

const sizeOfPage = ({ paragraphs, notes }: PageModel): number =>
  OWN_ROOM +
  paragraphs.flatMap(({ runs }) => runs).reduce((sum, { text }) => sum + text.length, 0) +
  notes.reduce((sum, { text, quote }) => sum + text.length + quote.length + 100, 0)
