import { FOOT_LINES, FURNITURE_LINES, INLINE_FURNITURE } from '../rules/furniture.ts'
import { linesFromSource } from './lines.ts'
import type { SourceLine } from './lines.ts'

/** One paragraph as it will stand in the text, without line ends. */
export type ParagraphLine = { readonly text: string; readonly isListItem: boolean }

const LIST_ITEM = /^(?:[-–—•●▪■◦*+·]\s+|\(?(?:\d{1,3}[.)°-]|[a-zA-Zأ-ي]\)|[ivxIVX]{1,4}\))\s+)/u

/**
 * Makes paragraphs of the lines of a body: each line is one, except where lines were broken at
 * a fixed width, which are put together again. The foot of a web page is left out.
 */
export function paragraphsFromLines(lines: readonly SourceLine[]): readonly ParagraphLine[] {
  const body = withoutFoot(lines)
  const width = wrapWidth(body)
  const paragraphs: ParagraphLine[] = []
  body.forEach((line, at) => {
    if (line.text === '') return
    const text = line.text.normalize('NFC')
    const held = paragraphs.at(-1)
    const previous = body[at - 1]?.text ?? ''
    const isListItem = LIST_ITEM.test(text)
    const continues =
      held !== undefined &&
      previous !== '' &&
      !isListItem &&
      width !== null &&
      isBrokenAt(width, previous, text)
    if (continues) paragraphs.splice(-1, 1, { ...held, text: joinLines(held.text, text) })
    else paragraphs.push({ text, isListItem })
  })
  return paragraphs
}

/** The paragraphs of a block that holds several lines, without what a page prints between them. */
export function paragraphsFromBlock(text: string): readonly string[] {
  const lines = linesFromSource(text, 0)
  return paragraphsFromLines(lines).map((paragraph) => paragraph.text)
}

/** A word divided by a hyphen keeps it: nothing tells a soft hyphen from a hard one. */
const joinLines = (first: string, second: string): string =>
  /\p{Ll}-$/u.test(first) && /^\p{L}/u.test(second) ? first + second : `${first} ${second}`

/** A line was broken at the width when the first word of the next would not have fitted. */
function isBrokenAt(width: number, line: string, next: string): boolean {
  const word = /^\S+/u.exec(next)?.[0].length ?? 0
  return line.length + 1 + word > width
}

/**
 * The width lines were broken at, or null: lines that follow each other without a blank line,
 * none longer than 140, where at least four joints out of five could not have held another word.
 */
function wrapWidth(lines: readonly SourceLine[]): number | null {
  const joints = lines.flatMap((line, at) => {
    const next = lines[at + 1]
    return line.text !== '' && next !== undefined && next.text !== '' && !LIST_ITEM.test(next.text)
      ? [[line.text, next.text] as const]
      : []
  })
  if (joints.length < 2) return null
  const width = Math.max(...joints.map(([line]) => line.length))
  const longest = lines.reduce((held, { text }) => Math.max(held, text.length), 0)
  if (width < 40 || longest > 140) return null
  const tight = joints.filter(([line, next]) => isBrokenAt(width - 2, line, next)).length
  return tight >= joints.length * 0.6 ? width - 2 : null
}

/** Cuts from the first foot line on when what follows is mostly short or furniture too. */
function withoutFoot(lines: readonly SourceLine[]): readonly SourceLine[] {
  const cut = lines.findIndex(({ text }, at) => {
    if (!isWholly(text, FOOT_LINES)) return false
    const rest = lines.slice(at).filter((line) => line.text !== '')
    const furniture = rest.filter((line) => isWholly(line.text, AROUND_LINES))
    return furniture.length * 2 >= rest.length || rest.every((line) => line.text.length < 120)
  })
  const kept = cut <= 0 ? lines : lines.slice(0, cut)
  return kept.filter(({ text }) => !isWholly(text, INLINE_FURNITURE))
}

const AROUND_LINES = [...FOOT_LINES, ...FURNITURE_LINES]

/** The address of a link is none of its words: it may be longer than any line of furniture. */
function isWholly(line: string, patterns: readonly RegExp[]): boolean {
  const text = line.replace(/\]\([^()\s]*\)/gu, ']')
  return (
    text.length <= 160 && patterns.some((pattern) => pattern.exec(text)?.[0].length === text.length)
  )
}
