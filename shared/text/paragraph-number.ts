/**
 * The number, from 1, of the paragraph in which an offset (UTF-16) of a text stands. Where the
 * recorded paragraphs list none there, a blank line parts them.
 */
export function paragraphNumber(
  text: string,
  recorded: readonly { readonly end: number }[],
  offset: number,
): number {
  const index = recorded.findIndex(({ end }) => offset < end)
  if (index >= 0) return index + 1
  return text.slice(0, offset).split(/\n\n+/u).length
}
