import { useMemo } from 'react'
import { foldWord } from '../../shared/text/fold.ts'
import { useAnswer } from '../client/use-answer.ts'
import { useDebounced } from '../client/use-debounced.ts'
import { useSpeech } from '../i18n/words.tsx'
import type { Offer, TypedWord } from './typed-word.ts'

const TYPING_PAUSE = 120
const MOST_OFFERS = 8
const NO_OFFERS: readonly Offer[] = []

/** What may become of the word being typed: fields, names, then words. Nothing once it is whole. */
export function useCompletion(typed: TypedWord | null): readonly Offer[] {
  const { words } = useSpeech()
  const word = typed?.word ?? ''
  const settled = useDebounced(word, TYPING_PAUSE)
  const asked = settled === '' || settled !== word ? null : { start: settled, limit: MOST_OFFERS }
  const { value } = useAnswer('search.complete', asked)
  const isQuoted = typed?.isQuoted ?? false
  return useMemo(() => {
    if (value === null || word === '') return NO_OFFERS
    const folded = foldWord(word)
    if (value.completions.some(({ text }) => foldWord(text) === folded)) return NO_OFFERS
    const { or: _or, not: _not, near: _near, ...fields } = words.compose.keywords
    const named = Object.values(fields)
      .filter((field) => !isQuoted && foldWord(field).startsWith(folded))
      .map((field): Offer => ({ kind: 'field', text: `${field}:` }))
    return [...named, ...value.completions].slice(0, MOST_OFFERS)
  }, [value, word, isQuoted, words])
}
