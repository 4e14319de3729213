import { z } from 'zod'

const paragraphsSchema = z.array(z.looseObject({ start: z.number(), end: z.number() }))

/**
 * The number, from 1, of the paragraph in which an offset (UTF-16) of a text stands. `recorded` is
 * the JSON of the text's paragraphs; where it lists none there, or is damaged, a blank line parts them.
 */
export function paragraphNumber(text: string, recorded: string, offset: number): number {
  const index = paragraphsFrom(recorded).findIndex(({ end }) => offset < end)
  if (index >= 0) return index + 1
  return text.slice(0, offset).split(/\n\n+/u).length
}

function paragraphsFrom(recorded: string): z.output<typeof paragraphsSchema> {
  try {
    return paragraphsSchema.catch([]).parse(JSON.parse(recorded))
  } catch {
    return []
  }
}
