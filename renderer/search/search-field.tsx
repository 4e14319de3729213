import { Search, X } from 'lucide-react'
import { useEffect, useId, useState, type KeyboardEvent, type RefObject } from 'react'
import { Button, Input, SearchField as AriaSearchField } from 'react-aria-components'
import { useKeysOf } from '../actions/acting.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { useNotices } from '../ui/notices.tsx'
import { OfferList } from './offer-list.tsx'
import { SearchToolsMenu } from './search-tools-menu.tsx'
import { takeOffer, typedWordAt, type Offer } from './typed-word.ts'
import { useCompletion } from './use-completion.ts'

/**
 * The search box with what may be meant by the word being typed. Escape closes the offers, then
 * empties the box; the arrows choose among the offers, or go to the results.
 */
export function SearchField({
  value,
  onChange,
  inputRef,
}: {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly inputRef: RefObject<HTMLInputElement | null>
}) {
  const { words } = useSpeech()
  const keysOf = useKeysOf()
  const id = useId()
  const offering = useOffering(value, onChange, inputRef)
  const { offers, active, isOpen } = offering
  return (
    <div className="search-box" onKeyDownCapture={offering.onKey} onBlur={offering.close}>
      <AriaSearchField
        className="search-field"
        aria-label={words.search.label}
        value={value}
        onChange={offering.onType}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
          document.querySelector<HTMLElement>('.list-pane [role="listbox"]')?.focus()
        }}
      >
        <Search aria-hidden className="search-icon" />
        <Input
          ref={inputRef}
          className="search-input"
          placeholder={words.search.placeholder}
          maxLength={2000}
          dir="auto"
          spellCheck={false}
          autoComplete="off"
          aria-autocomplete="list"
          aria-controls={isOpen ? id : undefined}
          aria-activedescendant={isOpen && active >= 0 ? `${id}-${active}` : undefined}
        />
        <kbd className="search-keys" aria-hidden="true">
          {keysOf('search')?.shown}
        </kbd>
        <Button className="search-clear" aria-label={words.search.clear}>
          <X aria-hidden />
        </Button>
      </AriaSearchField>
      {isOpen && <OfferList id={id} offers={offers} active={active} onTake={offering.take} />}
      <SearchToolsMenu />
    </div>
  )
}

interface Offering {
  readonly offers: readonly Offer[]
  readonly active: number
  readonly isOpen: boolean
  readonly close: () => void
  readonly onType: (value: string) => void
  readonly onKey: (event: KeyboardEvent) => void
  readonly take: (offer: Offer) => void
}

function useOffering(
  value: string,
  onChange: (value: string) => void,
  inputRef: RefObject<HTMLInputElement | null>,
): Offering {
  const [caret, setCaret] = useState<number | null>(null)
  const [active, setActive] = useState(-1)
  const typed = caret === null ? null : typedWordAt(value, caret)
  const offers = useCompletion(typed)
  const isOpen = typed !== null && offers.length > 0
  useTold(isOpen ? offers.length : 0)
  const close = (): void => {
    setCaret(null)
    setActive(-1)
  }
  const onType = (next: string): void => {
    setActive(-1)
    setCaret(inputRef.current?.selectionStart ?? next.length)
    onChange(next)
  }
  const take = (offer: Offer): void => {
    if (typed === null) return
    const taken = takeOffer(value, typed, offer)
    onChange(taken.query)
    close()
    requestAnimationFrame(() => {
      inputRef.current?.focus()
      inputRef.current?.setSelectionRange(taken.caret, taken.caret)
    })
  }
  const onKey = (event: KeyboardEvent): void => {
    if (!isOpen || event.nativeEvent.isComposing || event.target !== inputRef.current) return
    const chosen = offers[active]
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      // One step past either end stands in the box itself.
      const places = offers.length + 1
      setActive(((active + 1 + step + places) % places) - 1)
    } else if (event.key === 'Escape') close()
    else if (chosen && (event.key === 'Enter' || event.key === 'Tab')) take(chosen)
    else {
      if (event.key === 'Enter') close()
      return
    }
    event.preventDefault()
    event.stopPropagation()
  }
  return { offers, active, isOpen, close, onType, onKey, take }
}

/** Has the number of offers read out when it changes. */
function useTold(count: number): void {
  const { words } = useSpeech()
  const { announce } = useNotices()
  useEffect(() => {
    if (count > 0) announce(words.completion.count(count))
  }, [count, announce, words])
}
