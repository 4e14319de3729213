import { useEffect, useRef } from 'react'
import type { Version } from '../../shared/model/communique.ts'
import type { Span } from '../../shared/model/search.ts'
import { directionFromLanguage } from '../../shared/model/language.ts'

/** A whole text with one passage marked and in view. With `onPick`, what is selected is told. */
export function MarkedSide({
  version,
  span,
  label,
  onPick,
}: {
  readonly version: Pick<Version, 'text' | 'language'>
  readonly span: Span | null
  readonly label: string
  readonly onPick?: (span: Span | null) => void
}) {
  const { text, language } = version
  const ref = useRef<HTMLDivElement>(null)
  const start = span?.start ?? 0
  const end = span?.end ?? 0
  useEffect(() => {
    if (start === end) return
    ref.current?.querySelector('mark')?.scrollIntoView({ block: 'center' })
  }, [start, end])
  useEffect(() => {
    if (!onPick) return
    const follow = (): void => {
      const picked = ref.current && spanSelectedIn(ref.current)
      if (picked) onPick(picked)
    }
    document.addEventListener('selectionchange', follow)
    return () => document.removeEventListener('selectionchange', follow)
  }, [onPick])
  return (
    <div
      ref={ref}
      className="marked-side"
      role="region"
      aria-label={label}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must take the focus
      tabIndex={0}
      lang={language === 'und' ? '' : language}
      dir={directionFromLanguage(language)}
    >
      {text.slice(0, start)}
      {span !== null && <mark>{text.slice(start, end)}</mark>}
      {text.slice(end)}
    </div>
  )
}

/** The selection as a span of all the text that an element holds; null where there is none. */
function spanSelectedIn(root: HTMLElement): Span | null {
  const selection = document.getSelection()
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null
  if (range === null || range.collapsed || !root.contains(range.commonAncestorContainer)) {
    return null
  }
  const before = document.createRange()
  before.setStart(root, 0)
  before.setEnd(range.startContainer, range.startOffset)
  const start = before.toString().length
  return { start, end: start + range.toString().length }
}
