import { z } from 'zod'
import { paragraphSchema, type Paragraph } from '../../../shared/model/communique.ts'

/** As it is stored: `[start, end, kind, language, direction]`, a third of the room of an object. */
const packedSchema = z.tuple([
  paragraphSchema.shape.start,
  paragraphSchema.shape.end,
  paragraphSchema.shape.kind,
  paragraphSchema.shape.language,
  paragraphSchema.shape.direction,
])

/** The paragraphs of a wording as the archive keeps them, JSON. */
export const packParagraphs = (paragraphs: readonly Paragraph[]): string =>
  JSON.stringify(
    paragraphs.map(({ start, end, kind, language, direction }) => [
      start,
      end,
      kind,
      language,
      direction,
    ]),
  )

/** The paragraphs of a wording from what the archive keeps. Throws when it holds anything else. */
export const unpackParagraphs = (packed: string): Paragraph[] =>
  z
    .array(packedSchema)
    .parse(JSON.parse(packed))
    .map(([start, end, kind, language, direction]) => ({ start, end, kind, language, direction }))

/** The same, and none where what the archive keeps is damaged: the words are still to be read. */
export function paragraphsOrNone(packed: string): Paragraph[] {
  try {
    return unpackParagraphs(packed)
  } catch {
    return []
  }
}
