import type { ReadingBlock } from '../reading.ts'
import type { PdfLine } from './pdf-lines.ts'
import { isRightToLeft } from './pdf-lines.ts'
import { LINE_HYPHEN } from './pdf-glyphs.ts'

/**
 * Rebuilds paragraphs from printed lines. A line opens a paragraph when the line before stopped
 * although its first word would still have fitted, when it stands further down than the leading,
 * changes size, is indented, or starts with a list mark; a paragraph goes on over a page. Heads
 * and page numbers that recur on most pages are left out.
 */
export function blocksFromLines(lines: readonly PdfLine[]): ReadingBlock[] {
  const body = withoutRunningHeads(lines)
  const layout = layoutOf(body)
  const groups: PdfLine[][] = []
  for (const [index, line] of body.entries()) {
    const previous = body[index - 1]
    const group = groups.at(-1)
    if (previous != null && group != null && !isBreak(previous, line, group, layout)) {
      group.push(line)
    } else groups.push([line])
  }
  const words = new Set(body.flatMap(({ text }) => text.toLowerCase().match(WORD) ?? []))
  return groups.map((group) => blockFromGroup(group, layout, words))
}

const WORD = /[\p{L}\p{M}]+(?:[-‐‑][\p{L}\p{M}]+)*/gu
const LIST_MARK = /^\s*(?:[-–—•▪●■◦➢✓*·]\s|\(?(?:\d{1,2}|[a-z])[.)°]\s)/u
const SENTENCE_END = /[.!?…:;؟؛»”"]\s*$/u

type Layout = {
  readonly size: number
  readonly leading: number
  readonly linesByPage: ReadonlyMap<number, readonly PdfLine[]>
}

function layoutOf(lines: readonly PdfLine[]): Layout {
  const sizes = lines.flatMap(({ size, text }) => Array<number>(1 + (text.length >> 4)).fill(size))
  const size = quantile(sizes, 0.5)
  const gaps = lines.flatMap((line, index) => {
    const previous = lines[index - 1]
    const gap = previous?.page === line.page ? previous.baseline - line.baseline : 0
    return gap > size * 0.7 && gap < size * 3 ? [gap] : []
  })
  // The lower part of the gaps: between paragraphs they are larger, never smaller.
  const linesByPage = Map.groupBy(lines, ({ page }) => page)
  return { size, leading: quantile(gaps, 0.35) || size * 1.2, linesByPage }
}

function isBreak(
  previous: PdfLine,
  line: PdfLine,
  group: readonly PdfLine[],
  layout: Layout,
): boolean {
  if (Math.abs(line.size - previous.size) > previous.size * 0.08) return true
  if (line.isBold !== previous.isBold && group.every(({ isBold }) => isBold === previous.isBold)) {
    return SENTENCE_END.test(previous.text) || stopsShort(previous, line, layout) || line.isBold
  }
  const isSamePlace = previous.page === line.page && line.baseline <= previous.baseline
  const gap = previous.baseline - line.baseline
  if (isSamePlace && gap > Math.max(layout.leading, line.size) * 1.35) return true
  if (stopsShort(previous, line, layout)) return true
  if (LIST_MARK.test(line.text) && SENTENCE_END.test(previous.text)) return true
  return isIndented(previous, line, group)
}

/** Whether the first word of a line would have fitted at the end of the line before it. */
function stopsShort(previous: PdfLine, line: PdfLine, layout: Layout): boolean {
  const room = roomAfter(previous, layout)
  const firstWord = line.text.trimStart().split(/\s/u)[0] ?? ''
  const letterWidth = (line.right - line.left) / Math.max(1, line.text.trim().length)
  return room > (firstWord.length + 1.5) * letterWidth + line.size * 0.3
}

/** Space between the end of a line and the end of its column: lines that start where it does. */
function roomAfter(line: PdfLine, layout: Layout): number {
  const isRtl = isRightToLeft(line.text)
  const near = line.size * 3
  const column = (layout.linesByPage.get(line.page) ?? []).filter((own) =>
    isRtl ? Math.abs(own.right - line.right) < near : Math.abs(own.left - line.left) < near,
  )
  return isRtl
    ? line.left -
        quantile(
          column.map(({ left }) => left),
          0.1,
        )
    : quantile(
        column.map(({ right }) => right),
        0.9,
      ) - line.right
}

function isIndented(previous: PdfLine, line: PdfLine, group: readonly PdfLine[]): boolean {
  const first = group[0] ?? previous
  // The lines under a list mark hang to the right of it: they are not new paragraphs.
  if (LIST_MARK.test(first.text) || previous.page !== line.page) return false
  const shift = isRightToLeft(line.text) ? previous.right - line.right : line.left - previous.left
  return shift > line.size * 0.9 && shift < line.size * 6 && SENTENCE_END.test(previous.text)
}

function blockFromGroup(
  group: readonly PdfLine[],
  layout: Layout,
  words: ReadonlySet<string>,
): ReadingBlock {
  const text = group
    .map((line) => line.text.trim())
    .reduce((before, next) => joinLines(before, next, words))
    .replaceAll(LINE_HYPHEN, '-')
  const isLarge = group.every(({ size }) => size > layout.size * 1.12)
  const isBold = group.every((line) => line.isBold) && !/[.;,:]\s*$/u.test(text)
  if (group.length <= 3 && text.length <= 200 && (isLarge || isBold)) {
    return { kind: 'heading', text }
  }
  return { kind: LIST_MARK.test(text) ? 'list-item' : 'body', text }
}

// After these a French hyphen stays: «peut-être», «dit-il», «celui-ci», «c’est-à-dire».
const KEPT_AFTER_HYPHEN =
  /^(?:être|là|ci|ils?|elles?|on|je|tu|nous|vous|les?|la|lui|leur|moi|toi|mêmes?|t|ce|en|y|dire|à|de)(?!\p{L})/iu

function joinLines(text: string, next: string, words: ReadonlySet<string>): string {
  const [before] = /[\p{L}\p{M}]+(?=[-‐\u00AD\uFFFE]$)/u.exec(text) ?? []
  const [after] = /^[\p{L}\p{M}]+/u.exec(next) ?? []
  if (before == null || after == null) return `${text} ${next}`
  const stem = text.slice(0, -1)
  if (text.endsWith('\u00AD')) return stem + next
  if (words.has(`${before}${after}`.toLowerCase())) return stem + next
  const isCompound = words.has(`${before}-${after}`.toLowerCase())
  const isLowerCase = /\p{Ll}$/u.test(before) && /^\p{Ll}/u.test(after)
  const isSplit = isLowerCase && !isCompound && !KEPT_AFTER_HYPHEN.test(after)
  return isSplit ? stem + next : `${stem}-${next}`
}

const EDGE_LINES = 2
const PAGES_WITH_HEADS = 3
const HEAD_LENGTH = 100

function withoutRunningHeads(lines: readonly PdfLine[]): readonly PdfLine[] {
  const pages = [...Map.groupBy(lines, ({ page }) => page).values()]
  if (pages.length < PAGES_WITH_HEADS) return lines
  const edges = pages.flatMap((page) => [
    ...new Set([...page.slice(0, EDGE_LINES), ...page.slice(-EDGE_LINES)]),
  ])
  const pagesByKey = Map.groupBy(edges, keyOf)
  const isHead = (line: PdfLine): boolean =>
    line.text.length <= HEAD_LENGTH &&
    new Set((pagesByKey.get(keyOf(line)) ?? []).map(({ page }) => page)).size >= pages.length * 0.6
  const heads = new Set(edges.filter(isHead))
  return lines.filter((line) => !heads.has(line))
}

/** A place and a text with its numbers masked: what a head or a page number has in common. */
const keyOf = ({ text, baseline }: PdfLine): string =>
  `${Math.round(baseline / 6)} ${text.replace(/\p{Nd}+/gu, '#').trim()}`

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
