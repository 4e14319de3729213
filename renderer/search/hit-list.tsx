import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useId, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react'
import type { Hit } from '../../shared/model/search.ts'
import type { PagesView } from '../client/use-pages.ts'
import { useSpeech } from '../i18n/words.tsx'
import { HitWords } from './hit-words.tsx'
import type { SearchExtra } from './use-search.ts'

const LIKELY_HEIGHT = 140
/** More rows than anyone scrolls through, and fewer than a track can hold. */
const MOST_ROWS = 50_000
const PAGE_OF_HITS = 5

/** The hits of a search: rows of their own height, one tab stop, arrows to move, Enter to open. */
export function HitList({
  total,
  pages,
  openId,
  onOpen,
}: {
  readonly total: number
  readonly pages: PagesView<Hit, SearchExtra>
  readonly openId: string | null
  readonly onOpen: (hit: Hit, snippetIndex: number | null) => void
}) {
  const { words, formats } = useSpeech()
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(0)
  const count = Math.min(total, MOST_ROWS)
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => LIKELY_HEIGHT,
    overscan: 4,
  })
  const shown = rows.getVirtualItems()
  const first = shown.at(0)?.index ?? 0
  const last = shown.at(-1)?.index ?? 0
  const { want } = pages
  useEffect(() => want(first, last), [want, first, last])
  const onKeyDown = (event: KeyboardEvent): void => {
    const target = hitAfterKey(event, active, count)
    const hit = pages.rowAt(active)
    if (target !== null) {
      setActive(target)
      rows.scrollToIndex(target)
    } else if (event.key === 'Enter' && hit) onOpen(hit, null)
    else return
    event.preventDefault()
  }
  const isDrawn = active >= first && active <= last
  return (
    <div
      ref={scroller}
      className="list hits"
      role="listbox"
      tabIndex={0}
      aria-label={words.search.count(total)}
      aria-activedescendant={isDrawn ? `${id}-${active}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div className="list-track" role="presentation" style={{ blockSize: rows.getTotalSize() }}>
        {shown.map(({ index, start }) => {
          const hit = pages.rowAt(index)
          return (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the listbox around it answers the keys
            <div
              key={index}
              ref={rows.measureElement}
              data-index={index}
              id={`${id}-${index}`}
              role="option"
              // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the listbox keeps the focus and names its active option
              aria-selected={hit !== undefined && hit.id === openId}
              aria-setsize={count}
              aria-posinset={index + 1}
              className={index === active ? 'hit row-active' : 'hit'}
              style={{ transform: `translateY(${start}px)` }}
              onClick={(event) => {
                setActive(index)
                if (hit) onOpen(hit, snippetUnder(event))
              }}
            >
              {hit ? <HitWords hit={hit} /> : <span className="shape hit-shape" />}
            </div>
          )
        })}
      </div>
      {total > count && <p className="hits-end">{words.search.topOnly(formats.number(count))}</p>}
    </div>
  )
}

function snippetUnder(event: MouseEvent): number | null {
  const { target } = event
  if (!(target instanceof Element)) return null
  const index = target.closest<HTMLElement>('[data-snippet]')?.dataset['snippet']
  return index === undefined ? null : Number(index)
}

function hitAfterKey(event: KeyboardEvent, active: number, count: number): number | null {
  if (event.altKey || event.ctrlKey || event.metaKey) return null
  const rows: Readonly<Record<string, number>> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + PAGE_OF_HITS,
    PageUp: active - PAGE_OF_HITS,
    Home: 0,
    End: count - 1,
  }
  const row = rows[event.key]
  return row === undefined ? null : Math.min(count - 1, Math.max(0, row))
}
