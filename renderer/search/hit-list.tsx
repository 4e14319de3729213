import { useEffect, useId, useRef, type KeyboardEvent, type MouseEvent } from 'react'
import type { Hit } from '../../shared/model/search.ts'
import type { PagesView } from '../client/use-pages.ts'
import { useSpeech } from '../i18n/words.tsx'
import { isAside } from '../keys.ts'
import { rowAfterKey } from '../browse/row-after-key.ts'
import { HitWords } from './hit-words.tsx'
import { useActiveRow, useHitRows, useScrollTo } from './use-hit-rows.ts'
import type { SearchExtra } from './use-search.ts'

/** More rows than anyone scrolls through; each is placed anew with every answer. */
const MOST_ROWS = 10_000
const PAGE_OF_HITS = 5

interface HitListProps {
  /** What the hits answer. With another, the list begins at its first hit again. */
  readonly asked: string
  readonly total: number
  readonly pages: PagesView<Hit, SearchExtra>
  readonly openId: string | null
  readonly onOpen: (hit: Hit, snippetIndex: number | null, isAside: boolean) => void
  /** Told of the hit that the arrows stand on, and of null when the list goes. */
  readonly onActive: (hit: Hit | null) => void
}

/**
 * The hits of a search: rows of their own height, one tab stop, arrows to move, Enter to open. Its
 * rows stay from one answer to the next: with each letter only their words are drawn anew.
 */
export function HitList({ asked, total, pages, openId, onOpen, onActive }: HitListProps) {
  const { words, formats } = useSpeech()
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const [active, setActive] = useActiveRow(asked)
  const count = Math.min(total, MOST_ROWS)
  const rows = useHitRows(asked, { count, scroller })
  const shown = rows.getVirtualItems()
  const first = shown.at(0)?.index ?? 0
  const last = shown.at(-1)?.index ?? 0
  const { want, rowAt } = pages
  useEffect(() => want(first, last), [want, first, last])
  const activeHit = rowAt(active) ?? null
  useToldHit(activeHit, onActive)
  const scrollTo = useScrollTo(rows, active, activeHit !== null)
  const onKeyDown = (event: KeyboardEvent): void => {
    const target = rowAfterKey(event, { active, count, page: PAGE_OF_HITS })
    if (target !== null) {
      setActive(target)
      scrollTo(target)
    } else if (event.key === 'Enter' && activeHit) onOpen(activeHit, null, isAside(event))
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
      <div
        className="list-track"
        role="presentation"
        style={{ blockSize: rows.getTotalSize(), paddingBlockStart: shown.at(0)?.start ?? 0 }}
      >
        {shown.map(({ index }) => (
          <HitRow
            key={index}
            id={`${id}-${index}`}
            hit={rowAt(index)}
            measure={rows.measureElement}
            {...{ index, count, openId }}
            isActive={index === active}
            onOpen={(hit, snippetIndex, isBeside) => {
              setActive(index)
              onOpen(hit, snippetIndex, isBeside)
            }}
          />
        ))}
      </div>
      {total > count && <p className="hits-end">{words.search.topOnly(formats.number(count))}</p>}
    </div>
  )
}

function useToldHit(hit: Hit | null, onActive: (hit: Hit | null) => void): void {
  useEffect(() => {
    onActive(hit)
    return () => onActive(null)
  }, [hit, onActive])
}

interface HitRowProps {
  readonly id: string
  readonly hit: Hit | undefined
  readonly measure: (element: HTMLElement | null) => void
  readonly index: number
  readonly count: number
  readonly isActive: boolean
  readonly openId: string | null
  readonly onOpen: (hit: Hit, snippetIndex: number | null, isAside: boolean) => void
}

function HitRow({ id, hit, measure, index, count, ...rest }: HitRowProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the listbox around it keeps the focus and answers the keys
    <div
      ref={measure}
      data-index={index}
      id={id}
      role="option"
      aria-selected={hit !== undefined && hit.id === rest.openId}
      aria-setsize={count}
      aria-posinset={index + 1}
      className={rest.isActive ? 'hit row-active' : 'hit'}
      onClick={(event) => {
        if (hit) rest.onOpen(hit, snippetUnder(event), isAside(event))
      }}
      onAuxClick={(event) => {
        if (hit && event.button === 1) rest.onOpen(hit, snippetUnder(event), isAside(event))
      }}
    >
      {hit ? <HitWords hit={hit} /> : <span className="shape hit-shape" />}
    </div>
  )
}

function snippetUnder(event: MouseEvent): number | null {
  const { target } = event
  if (!(target instanceof Element)) return null
  const index = target.closest<HTMLElement>('[data-snippet]')?.dataset['snippet']
  return index === undefined ? null : Number(index)
}
