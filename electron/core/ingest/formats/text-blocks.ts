import type { ReadingBlock } from '../reading.ts'

const LIST_MARK = /^\s*(?:[-–—•*·]|\(?\d{1,2}[.)])\s/u
const QUOTE_MARK = /^\s*[>|]/u
const NARROWEST_WRAP = 55
const WIDEST_WRAP = 80

/**
 * The paragraphs of a text whose paragraphs are parted by blank lines. Lines that were broken at
 * a fixed width, as mail programs do, are joined again; any other line break stays.
 */
export function blocksFromText(text: string): ReadingBlock[] {
  return text
    .replace(/\r\n?/gu, '\n')
    .split(/\n[ \t\u00A0]*\n/u)
    .map((paragraph) => unwrap(paragraph.split('\n').map((line) => line.trimEnd())))
    .map((paragraph) => ({
      kind: LIST_MARK.test(paragraph) ? 'list-item' : 'body',
      text: paragraph,
    }))
}

function unwrap(lines: readonly string[]): string {
  const broken = lines.slice(0, -1)
  const isWrapped =
    broken.every(({ length }) => length >= NARROWEST_WRAP && length <= WIDEST_WRAP) &&
    !lines.slice(1).some((line) => LIST_MARK.test(line) || QUOTE_MARK.test(line))
  return lines
    .map((line) => line.trim())
    .join(isWrapped ? ' ' : '\n')
    .trim()
}
