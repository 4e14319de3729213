/** The entries of a list written on several lines and separated by semicolons. */
export function wordsFromList(list: string): readonly string[] {
  return list
    .split(';')
    .map((word) => word.trim().replace(/\s*\n\s*/gu, ' '))
    .filter((word) => word !== '')
}
