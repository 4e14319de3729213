import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { useEffect, useMemo, useState, type KeyboardEvent, type RefObject } from 'react'
import { findPassages, foldText } from '../annotate/find-passages.ts'
import { useSpeech } from '../i18n/words.tsx'
import { IconButton } from '../ui/button.tsx'
import { useReading } from './reading.tsx'

/** Looks for words in the open text: how many, and from one to the next. */
export function FindBar({
  inputRef,
  onClose,
}: {
  readonly inputRef: RefObject<HTMLInputElement | null>
  readonly onClose: () => void
}) {
  const { words } = useSpeech()
  const { textRef } = useReading()
  const [sought, setSought] = useState(() => document.getSelection()?.toString().trim() ?? '')
  const { total, current, move } = useFind(sought)
  const leave = (): void => {
    onClose()
    textRef.current?.focus({ preventScroll: true })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') move(event.shiftKey ? -1 : 1)
    else if (event.key === 'Escape') leave()
    else return
    event.preventDefault()
  }
  const told = total === 0 ? words.find.none : words.find.position(current + 1, total)
  return (
    <search className="find-bar">
      <input
        ref={inputRef}
        className="input find-input"
        type="text"
        dir="auto"
        spellCheck={false}
        aria-label={words.find.label}
        placeholder={words.find.label}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the officer asked to look for words
        autoFocus
        value={sought}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setSought(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <output className="find-count">{sought.trim() === '' ? '' : told}</output>
      <IconButton
        label={words.find.previous}
        icon={<ChevronUp aria-hidden />}
        isDisabled={total === 0}
        onPress={() => move(-1)}
      />
      <IconButton
        label={words.find.next}
        icon={<ChevronDown aria-hidden />}
        isDisabled={total === 0}
        onPress={() => move(1)}
      />
      <IconButton label={words.common.close} icon={<X aria-hidden />} onPress={leave} />
    </search>
  )
}

interface Find {
  readonly total: number
  readonly current: number
  readonly move: (step: number) => void
}

/** Finds words in the open text and has them painted. */
function useFind(sought: string): Find {
  const { record, found, setFound } = useReading()
  const folded = useMemo(() => foldText(record.version.text), [record])
  const spans = useMemo(() => findPassages(folded, sought), [folded, sought])
  useEffect(() => {
    setFound({ spans, current: 0 })
    return () => setFound(null)
  }, [spans, setFound])
  const total = spans.length
  const current = Math.min(found?.current ?? 0, Math.max(0, total - 1))
  const move = (step: number): void => {
    if (total > 0) setFound({ spans, current: (current + step + total) % total })
  }
  return { total, current, move }
}
