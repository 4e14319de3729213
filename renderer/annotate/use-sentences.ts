import { useEffect, useMemo, useRef } from 'react'
import type { Span } from '../../shared/model/search.ts'
import { useSpeech } from '../i18n/words.tsx'
import { useReading } from '../reader/reading.tsx'
import { useNotices } from '../ui/notices.tsx'
import {
  growBySentence,
  sentenceAfter,
  sentenceBefore,
  sentencesOf,
  shrinkBySentence,
} from './sentences.ts'
import { revealSpan, selectSpan } from './use-selection.ts'

/** Selection by whole sentences, which needs neither a mouse nor a caret. */
export function useSentences(): Readonly<
  Record<'next' | 'previous' | 'grow' | 'shrink' | 'paragraph', () => void>
> {
  const { words } = useSpeech()
  const { announce } = useNotices()
  const { record, selected, setSelected, textRef, scrollRef, textMap } = useReading()
  const { version } = record
  const sentences = useMemo(() => sentencesOf(version.text, version.paragraphs), [version])
  // Marking a passage lets go of it; the next step goes on from there.
  const last = useRef<Span | null>(null)
  useEffect(() => {
    if (selected) last.current = selected
  }, [selected])
  const from = (): Span | null => selected ?? last.current
  const select = (span: Span | null | undefined): void => {
    if (!span) return
    const map = textMap()
    textRef.current?.focus({ preventScroll: true })
    selectSpan(map, span)
    setSelected(span)
    revealSpan(scrollRef.current, map, span)
    announce(words.annotate.sentenceSelected(version.text.slice(span.start, span.end)))
  }
  return {
    next: () => select(step(from(), (span) => sentenceAfter(sentences, span)) ?? sentences.at(0)),
    previous: () =>
      select(step(from(), (span) => sentenceBefore(sentences, span)) ?? sentences.at(-1)),
    grow: () => select(selected ? growBySentence(sentences, selected) : sentences.at(0)),
    // The paragraph of the selection; once it is selected, the next one.
    paragraph: () => {
      const span = from()
      const { paragraphs } = version
      const at = paragraphs.findIndex(
        ({ start, end }) => span && span.start >= start && span.start < end,
      )
      const here = paragraphs[at]
      const isWhole = here && span && span.start === here.start && span.end >= here.end
      select(isWhole ? paragraphs[at + 1] : (here ?? paragraphs[0]))
    },
    shrink: () => select(selected && shrinkBySentence(sentences, selected)),
  }
}

function step(from: Span | null, move: (span: Span) => Span | null): Span | null {
  return from && move(from)
}
