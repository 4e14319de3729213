import { useEffect, useRef } from 'react'
import type { Suggestion } from '../../shared/model/suggestion.ts'
import { useSpeech } from '../i18n/words.tsx'
import { aspectWords, suggestionKey, valueWords } from './suggestion-words.ts'

/** The suggestions that are left, text by text; the one that is looked at stays in view. */
export function SuggestionList({
  rows,
  current,
  onCurrent,
}: {
  readonly rows: readonly Suggestion[]
  readonly current: Suggestion
  readonly onCurrent: (key: string) => void
}) {
  const speech = useSpeech()
  const list = useRef<HTMLElement>(null)
  const currentKey = suggestionKey(current)
  useEffect(() => {
    const item = list.current?.querySelector(`[data-key="${CSS.escape(currentKey)}"]`)
    item?.scrollIntoView({ block: 'nearest' })
  }, [currentKey])
  return (
    <nav ref={list} className="vetting-list" aria-label={speech.words.check.list}>
      {byText(rows).map(({ communiqueId, title, suggestions }) => (
        <section key={communiqueId}>
          <h3 className="vetting-text" dir="auto">
            {title}
          </h3>
          <ol>
            {suggestions.map((suggestion) => (
              <li key={suggestionKey(suggestion)}>
                <button
                  type="button"
                  className="vetting-item"
                  data-key={suggestionKey(suggestion)}
                  aria-current={suggestionKey(suggestion) === currentKey}
                  onClick={() => onCurrent(suggestionKey(suggestion))}
                >
                  <span className="vetting-aspect">{aspectWords(suggestion, speech)}</span>
                  <bdi className="vetting-item-value">{valueWords(suggestion, speech)}</bdi>
                </button>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </nav>
  )
}

interface TextSuggestions {
  readonly communiqueId: string
  readonly title: string
  readonly suggestions: readonly Suggestion[]
}

/** The archive lists suggestions text by text. */
function byText(rows: readonly Suggestion[]): readonly TextSuggestions[] {
  const texts = new Map<string, Suggestion[]>()
  for (const row of rows) {
    const known = texts.get(row.communiqueId)
    if (known) known.push(row)
    else texts.set(row.communiqueId, [row])
  }
  return [...texts].map(([communiqueId, suggestions]) => ({
    communiqueId,
    title: suggestions[0]?.title ?? '',
    suggestions,
  }))
}
