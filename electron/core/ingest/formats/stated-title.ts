import type { ReadingBlock, StructuredValue } from '../reading.ts'
import { statedValue } from './reading-item.ts'

const OPENING_BLOCKS = 12
const FEWEST_WORDS = 3

/**
 * The title in the properties of a file, if the text itself begins with it. Programs fill that
 * field with file names, templates and the titles of older documents, so it proves nothing alone.
 */
export function titleFromProperty(
  property: string | null | undefined,
  blocks: readonly ReadingBlock[],
  rule: string,
): StructuredValue | undefined {
  const title = foldTitle(property ?? '')
  const opening = blocks.slice(0, OPENING_BLOCKS).map(({ text }) => foldTitle(text))
  const isLong = title.split(' ').length >= FEWEST_WORDS
  const isPrinted = opening.includes(title) || (isLong && opening.join(' ').includes(title))
  return title !== '' && isPrinted ? statedValue(property, rule) : undefined
}

/** The heading a text opens with, or null. */
export function openingHeading(blocks: readonly ReadingBlock[]): string | null {
  const first = blocks.find(({ text }) => text.trim() !== '')
  return first?.kind === 'heading' ? first.text : null
}

const foldTitle = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
