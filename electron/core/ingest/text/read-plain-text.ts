import type { Paragraph, Version } from '../../../../shared/model/communique.ts'
import type { Language } from '../../../../shared/model/language.ts'
import { readHeader } from './header.ts'
import { directionFromPassage } from './language.ts'
import type { LanguageDetector } from './language.ts'
import { linesFromSource, normaliseLineEnds } from './lines.ts'
import { paragraphsFromLines } from './paragraph-lines.ts'
import type { ParagraphLine } from './paragraph-lines.ts'
import { readWrapper } from './wrapper.ts'
import type { WrapperField } from './wrapper.ts'

/** The wording of a plain-text source, as a `Version` keeps it. */
export type PlainText = Pick<
  Version,
  'preamble' | 'title' | 'titleEvidence' | 'text' | 'paragraphs' | 'language' | 'direction'
>

const CRAWL_PREFIX = /^\s*date \d{4}-\d{2}(?=\s)[ \t]*/u
const MAX_PROPOSED_TITLE = 140

/**
 * Splits a plain-text source into what stands before the body and the body. `text` is NFC, its
 * paragraphs joined by exactly one blank line; `preamble` keeps the lines before it as read.
 * The title comes from the front matter or the header, with its evidence in the preamble; where
 * there is none, the first sentence is proposed and the evidence is in the text.
 */
export function readPlainText(source: string, detect: LanguageDetector): PlainText {
  const read = normaliseLineEnds(source).replace(/^\uFEFF/u, '')
  const frame = readFrame(read)
  const lines = linesFromSource(read.slice(0, frame.bodyEnd), frame.bodyStart)
  const header = readHeader(lines, frame.title?.value ?? null)
  const body = header.bodyLine < 0 ? [] : lines.slice(header.bodyLine)
  const preamble = read.slice(0, body[0]?.start ?? frame.bodyEnd).trimEnd()
  const { text, paragraphs } = placeParagraphs(paragraphsFromLines(body), detect)
  const language = dominantLanguage(paragraphs)
  const direction = directionFromPassage(text, language)
  const title = frame.title ?? header.title
  const titled =
    title === null
      ? proposeTitle(text, paragraphs)
      : titleFromSpan(preamble, title, frame.title?.value ?? null)
  return { preamble, ...titled, text, paragraphs, language, direction }
}

/** Where the text stands in its source, and the title its structure states. */
type Frame = {
  readonly bodyStart: number
  readonly bodyEnd: number
  readonly title: WrapperField | null
}

function readFrame(read: string): Frame {
  const wrapper = readWrapper(read)
  if (wrapper === null) {
    const bodyStart = CRAWL_PREFIX.exec(read)?.[0].length ?? 0
    return { bodyStart, bodyEnd: read.length, title: null }
  }
  return { ...wrapper, title: wrapper.fields.find(isStatedTitle) ?? null }
}

const isStatedTitle = ({ name, value }: WrapperField): boolean =>
  name === 'title' && value.trim() !== ''

function titleFromSpan(
  preamble: string,
  { start, end }: { readonly start: number; readonly end: number },
  stated: string | null,
): Pick<PlainText, 'title' | 'titleEvidence'> {
  const quote = preamble.slice(start, end)
  return {
    title: cleanTitle(stated ?? quote),
    titleEvidence: { part: 'preamble', start, end, quote },
  }
}

function placeParagraphs(
  lines: readonly ParagraphLine[],
  detect: LanguageDetector,
): { readonly text: string; readonly paragraphs: Paragraph[] } {
  const text = lines.map((line) => line.text).join('\n\n')
  const whole = detect(text)
  const paragraphs: Paragraph[] = []
  let start = 0
  lines.forEach((line, at) => {
    const end = start + line.text.length
    const language = paragraphLanguage(line.text, whole, detect)
    const direction = directionFromPassage(line.text, language)
    paragraphs.push({ start, end, kind: paragraphKind(lines, at), language, direction })
    start = end + 2
  })
  return { text, paragraphs }
}

/** Too few letters prove nothing: a short line follows its text unless its script differs. */
function paragraphLanguage(text: string, whole: Language, detect: LanguageDetector): Language {
  const letters = (text.match(/\p{L}/gu) ?? []).length
  const isArabic = (text.match(/\p{Script=Arabic}/gu) ?? []).length > letters / 2
  if (letters < 40 && isArabic === (whole === 'ar')) return whole
  return detect(text)
}

function paragraphKind(lines: readonly ParagraphLine[], at: number): Paragraph['kind'] {
  const line = lines[at]
  if (line === undefined || line.isListItem) return 'list-item'
  const next = lines[at + 1]?.text ?? ''
  const isShort = line.text.length <= 100 && line.text.split(/\s+/u).length <= 14
  const isOpen =
    /^(?:#+\s|\p{Lu}|\p{Lo}|\d)/u.test(line.text) && !/[.,;:!?…؟،؛»”"]$/u.test(line.text)
  return isShort && isOpen && next.length > line.text.length ? 'heading' : 'body'
}

/** The language most letters of the text are in. */
function dominantLanguage(paragraphs: readonly Paragraph[]): Language {
  const weights = new Map<Language, number>()
  for (const { language, start, end } of paragraphs) {
    weights.set(language, (weights.get(language) ?? 0) + end - start)
  }
  return [...weights].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 'und'
}

/** The first sentence, cut at a word when it is long. */
function proposeTitle(
  text: string,
  paragraphs: readonly Paragraph[],
): Pick<PlainText, 'title' | 'titleEvidence'> {
  const first = paragraphs[0]
  if (first === undefined) return { title: '', titleEvidence: null }
  const paragraph = text.slice(first.start, first.end)
  const sentence = /^[\s\S]{20,}?[.!?؟](?=\s|$)/u.exec(paragraph)?.[0] ?? paragraph
  const isLong = sentence.length > MAX_PROPOSED_TITLE
  const quote = isLong ? sentence.slice(0, MAX_PROPOSED_TITLE).replace(/\s+\S*$/u, '') : sentence
  return {
    title: isLong ? `${cleanTitle(quote)}…` : cleanTitle(quote),
    titleEvidence: { part: 'text', start: 0, end: quote.length, quote },
  }
}

/**
 * A title on one line, NFC, without characters that could reorder what stands around it. A
 * no-break space between two words stays: it is how the title is printed.
 */
function cleanTitle(title: string): string {
  return title
    .normalize('NFC')
    .replace(/[\u202A-\u202E\u2066-\u2069\uFEFF]/gu, '')
    .replace(/\s+/gu, (space) => (/^[\u00A0\u202F]$/u.test(space) ? space : ' '))
    .trim()
}
