import type { Paragraph } from '../../shared/model/communique.ts'
import type { Span } from '../../shared/model/search.ts'

/**
 * The sentences of a text, in order, as trimmed spans that never cross a paragraph. Unicode's rules
 * (UAX #29, through Intl.Segmenter) cut after "M." in "M. Laftit": pieces that end in a known
 * abbreviation or an initial are joined with what follows.
 */
export function sentencesOf(
  text: string,
  paragraphs: readonly Pick<Paragraph, 'start' | 'end' | 'language'>[],
): readonly Span[] {
  const segmenters = new Map<string, Intl.Segmenter>()
  return paragraphs.flatMap(({ start, end, language }) => {
    const segmenter =
      segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'sentence' })
    segmenters.set(language, segmenter)
    return sentencesOfParagraph(text.slice(start, end), segmenter).map((sentence) => ({
      start: start + sentence.start,
      end: start + sentence.end,
    }))
  })
}

/** The sentence after a span: the first that ends beyond it; null at the end of the text. */
export function sentenceAfter(sentences: readonly Span[], span: Span): Span | null {
  return sentences.find(({ start }) => start >= span.end) ?? null
}

/** The sentence before a span; null at the beginning of the text. */
export function sentenceBefore(sentences: readonly Span[], span: Span): Span | null {
  return sentences.findLast(({ end }) => end <= span.start) ?? null
}

/** The span grown to the end of the next sentence. */
export function growBySentence(sentences: readonly Span[], span: Span): Span {
  const next = sentences.find(({ end }) => end > span.end)
  return next ? { start: span.start, end: next.end } : span
}

/** The span shrunk by its last sentence; unchanged when it holds only one. */
export function shrinkBySentence(sentences: readonly Span[], span: Span): Span {
  const last = sentences.findLast(({ end }) => end < span.end && end > span.start)
  return last ? { start: span.start, end: last.end } : span
}

const ABBREVIATION = new RegExp(
  `(?:^|[\\s(«“"’'])(?:${[
    // French and English titles, references and months; initials; honorifics written with points
    'MM?|Mmes?|Mlles?|Mgr|Dr|Pr|Prof|Me|Mr|Mrs|Ms|St|Ste|Gen|Gal|Col|Cdt|Sgt|Hon',
    'art|al|chap|cf|ex|p|pp|vol|n[o°]?|No|nos|réf|tél|av|bd|env|ibid|op|vs|approx',
    'janv|févr|avr|juil|sept|oct|nov|déc|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec',
    '\\p{Lu}|(?:\\p{L}\\.)+\\p{L}',
    'د|أ|م|ص|ج|هـ',
  ].join('|')})\\.\\s*$`,
  'u',
)

function sentencesOfParagraph(paragraph: string, segmenter: Intl.Segmenter): readonly Span[] {
  const sentences: Span[] = []
  let from = 0
  for (const { index, segment } of segmenter.segment(paragraph)) {
    const to = index + segment.length
    if (to < paragraph.length && ABBREVIATION.test(paragraph.slice(from, to))) continue
    const words = paragraph.slice(from, to)
    const start = from + words.length - words.trimStart().length
    const end = from + words.trimEnd().length
    if (end > start) sentences.push({ start, end })
    from = to
  }
  return sentences
}
