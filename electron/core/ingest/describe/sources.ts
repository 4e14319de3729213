import type { Paragraph } from '../../../../shared/model/communique.ts'
import type { Language } from '../../../../shared/model/language.ts'
import type { Evidence } from '../../../../shared/model/provenance.ts'
import type { Settlement } from '../../../../shared/model/stated-date.ts'
import { spanInSource } from '../text/reading-copy.ts'
import type { ReadingCopy } from '../text/reading-copy.ts'

/** What the rules read: working copies of the two parts of a communiqué. */
export type Sources = {
  readonly preamble: ReadingCopy
  readonly text: ReadingCopy
  readonly title: string
  readonly paragraphs: readonly Paragraph[]
  readonly language: Language
}

/** A described value with the rule that read it and the words it was read from. */
export type Candidate = {
  readonly value: string
  readonly rule: string
  readonly settlement: Settlement
  readonly evidence: Evidence
}

/** Evidence for a span of a working copy; the quote is the part's own words, unchanged. */
export function evidenceFromSpan(
  part: 'preamble' | 'text',
  copy: ReadingCopy,
  start: number,
  end: number,
): Evidence {
  const span = spanInSource(copy, start, end)
  return { part, ...span, quote: copy.source.slice(span.start, span.end) }
}

/** Evidence for a span of one line of a part, counted from the start of the line. */
export function evidenceInLine(
  part: 'preamble' | 'text',
  source: string,
  line: { readonly start: number },
  span: { readonly start: number; readonly end: number },
): Evidence {
  const [start, end] = [line.start + span.start, line.start + span.end]
  return { part, start, end, quote: source.slice(start, end) }
}

/** A proposed value: the words of a span of the text, on one line and without invisible characters. */
export function candidateFromSpan(
  sources: Sources,
  rule: string,
  span: readonly [number, number],
): Candidate {
  const evidence = evidenceFromSpan('text', sources.text, span[0], span[1])
  return { value: cleanValue(evidence.quote), rule, settlement: 'unconfirmed', evidence }
}

/** A value on one line, NFC, without invisible characters. */
export function cleanValue(value: string): string {
  return value
    .normalize('NFC')
    .replace(/!\[[^\]]*\]\([^()]*\)|\[(?=[^[\]]*\]\()|\]\([^()]*\)|<\/?[a-z][^<>]*>/giu, '')
    .replace(/\*\*|__|[\u00AD\uFEFF\u200B-\u200F\u202A-\u202E\u2066-\u2069]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
}

/** Offsets of a named group of a match made with the `d` flag; null when it took no part. */
export function groupSpan(match: RegExpExecArray, name: string): readonly [number, number] | null {
  return match.indices?.groups?.[name] ?? null
}
