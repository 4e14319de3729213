import type { Paragraph } from '../../shared/model/communique.ts'

/** The paragraph that holds an offset of the text, or undefined between paragraphs. */
export function paragraphAt(
  paragraphs: readonly Paragraph[],
  offset: number,
): Paragraph | undefined {
  return paragraphs.find(({ start, end }) => offset >= start && offset < end)
}

/** The number printed beside a paragraph, from 1; null off the text. */
export function paragraphNumber(paragraphs: readonly Paragraph[], offset: number): number | null {
  const index = paragraphs.findIndex(({ start, end }) => offset >= start && offset < end)
  return index === -1 ? null : index + 1
}
