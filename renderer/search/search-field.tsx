import { Search, X } from 'lucide-react'
import type { RefObject } from 'react'
import { Button, Input, SearchField as AriaSearchField } from 'react-aria-components'
import { useSpeech } from '../i18n/words.tsx'

/** The search box. Escape empties it; the arrow down goes to the results. */
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
  return (
    <AriaSearchField
      className="search-field"
      aria-label={words.search.label}
      value={value}
      onChange={onChange}
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
      />
      <kbd className="search-keys" aria-hidden="true">
        {words.shortcuts.keys.ctrl} K
      </kbd>
      <Button className="search-clear" aria-label={words.search.clear}>
        <X aria-hidden />
      </Button>
    </AriaSearchField>
  )
}
