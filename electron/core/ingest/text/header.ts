import { FURNITURE_LINES, IDENTIFIER_LINES } from '../rules/furniture.ts'
import { readDateLine } from './date-line.ts'
import type { SourceLine } from './lines.ts'
import { readNumberedTitle, readReferenceLine } from './reference-line.ts'

/** What stands before the body: the line index it ends at and the span of the title. */
export type Header = {
  /** Index of the first line of the body. */
  readonly bodyLine: number
  /** Offsets of the title in the source, or null. */
  readonly title: { readonly start: number; readonly end: number } | null
}

const LOOK_AHEAD = 6
const MAX_TITLE = 230
const MAX_HEADER_LINES = 40
/** So many short lines may stand between the title and the date line. */
const CAPTIONS = 3

/**
 * Walks the lines above the body: furniture, identifiers, title, date lines, repeated titles.
 * A first line is a title when a date line follows, or a blank line or a longer paragraph, and
 * it does not read as a sentence, a salutation, an identifier or an agency dateline.
 */
export function readHeader(lines: readonly SourceLine[], knownTitle: string | null): Header {
  let title: SourceLine | null = null
  let titles = knownTitle === null ? [] : [foldTitle(knownTitle)]
  for (let at = 0; at < Math.min(lines.length, MAX_HEADER_LINES); at += 1) {
    const line = lines[at]
    if (line === undefined || line.text === '') continue
    if (isHeaderLine(line.text)) continue
    if (titles.includes(foldTitle(line.text))) continue
    if (title === null && knownTitle === null && opensAsTitle(lines, at)) {
      title = trimTitle(line)
      titles = [foldTitle(line.text), foldTitle(title.text)]
      continue
    }
    if (isCaption(lines, at)) continue
    return { bodyLine: at, title }
  }
  return { bodyLine: lines.findIndex((line) => line.text !== ''), title: null }
}

/** True for a line that states only a date or a reference, or that a page prints around a text. */
function isHeaderLine(line: string): boolean {
  return (
    matchesWhole(line, FURNITURE_LINES) ||
    matchesWhole(line, IDENTIFIER_LINES) ||
    readReferenceLine(line) !== null ||
    isDateLine(line)
  )
}

const isDateLine = (line: string): boolean => readDateLine(line, false) !== null

function matchesWhole(line: string, patterns: readonly RegExp[]): boolean {
  if (line.length > 160) return false
  return patterns.some((pattern) => pattern.exec(line)?.[0].length === line.length)
}

const opensAsTitle = (lines: readonly SourceLine[], at: number): boolean =>
  readNumberedTitle(lines[at]?.text ?? '') !== null ||
  (!isBrokenSentence(lines, at) && !followsDateline(lines, at) && isTitle(lines, at))

function isTitle(lines: readonly SourceLine[], at: number): boolean {
  const line = lines[at]?.text ?? ''
  const next = lines.slice(at + 1).filter(({ text }) => text !== '')
  if (next.length === 0) return false
  if (line.length > MAX_TITLE || !looksLikeWords(line)) return false
  if (dateLineFollows(next)) return true
  const isApart = lines[at + 1]?.text === ''
  return !isSentence(line) && (isApart || (next[0]?.text.length ?? 0) > 60)
}

/** The next line goes on in small letters: the first line of a paragraph that was broken. */
const isBrokenSentence = (lines: readonly SourceLine[], at: number): boolean =>
  /^\p{Ll}/u.test(lines[at + 1]?.text ?? '') && !/[.!?:;]$/u.test(lines[at]?.text ?? '')

/** A wire prints its title above its dateline: what stands below begins the text. */
const followsDateline = (lines: readonly SourceLine[], at: number): boolean =>
  lines.slice(0, at).some(({ text }) => readDateLine(text, false)?.isDateline === true)

/** A salutation, an announcement, or a sentence too long for a title. */
const isSentence = (line: string): boolean =>
  /[:,،؛;]$/u.test(line) || (/[.!؟?]["»”]?$/u.test(line) && line.length > 120)

function looksLikeWords(line: string): boolean {
  const letters = (line.match(/[\p{L}\p{M}]/gu) ?? []).length
  const words = (line.match(/\p{L}[\p{L}\p{M}]{2,}/gu) ?? []).length
  return words >= 2 && letters >= line.length * 0.55
}

/** A date line among the next lines, before anything as long as a paragraph. */
function dateLineFollows(next: readonly SourceLine[]): boolean {
  const near = next.slice(0, LOOK_AHEAD)
  const date = near.findIndex(({ text }) => isDateLine(text))
  const long = near.findIndex(({ text }) => text.length > 200)
  return date >= 0 && (long < 0 || date < long) && near.slice(0, date).every(isShort)
}

const isShort = ({ text }: SourceLine): boolean => text.length <= 150 && !/[.;؛]$/u.test(text)

/** A short line that is not a sentence, between the title and the date line: a caption or a site name. */
function isCaption(lines: readonly SourceLine[], at: number): boolean {
  const line = lines[at]
  if (line === undefined || !isShort(line)) return false
  const next = lines.slice(at + 1).filter(({ text }) => text !== '')
  const near = next.filter(({ text }) => !matchesWhole(text, FURNITURE_LINES)).slice(0, CAPTIONS)
  const date = near.findIndex(({ text }) => isDateLine(text))
  return date >= 0 && near.slice(0, date).every(isLabel) && next.length > date + 1
}

/** A line of a few words that ends no sentence. */
const isLabel = ({ text }: SourceLine): boolean =>
  text.length <= 60 && !/[.,;:!?؟،؛…»"”]$/u.test(text)

/** Leaves out Markdown marks and the name of the series printed before a headline. */
function trimTitle(line: SourceLine): SourceLine {
  const lead =
    /^(?:[#>*\s]+)?(?:(?:Press|News) Release\s*[:-]\s*|Communiqué de presse\s*:\s*)?/iu.exec(
      line.text,
    )?.[0].length ?? 0
  const text = line.text.slice(lead).replace(/[\s*#]+$/u, '')
  return { text, start: line.start + lead, end: line.start + lead + text.length }
}

/** Two titles are one when their letters and digits are. */
function foldTitle(title: string): string {
  return title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}
