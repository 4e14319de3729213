import { useEffect, useId, useState, type KeyboardEvent } from 'react'
import type { CommuniqueSummary } from '../../shared/model/communique.ts'
import type { PagesView } from '../client/use-pages.ts'
import { useSpeech } from '../i18n/words.tsx'
import { useSettings } from '../settings/settings.tsx'
import type { Sort } from '../desk.tsx'
import { CommuniqueRow } from './communique-row.tsx'
import { monthAt, startsMonth } from './months.ts'
import { useScrollWindow } from './use-scroll-window.ts'

const ROW_HEIGHT = { comfortable: 84, compact: 60 } as const

/** The list of communiqués: any number of rows, one tab stop, arrows to move and Enter to open. */
export function CommuniqueList({
  pages,
  sort,
  openId,
  onOpen,
}: {
  readonly pages: PagesView<CommuniqueSummary, null>
  readonly sort: Sort
  readonly openId: string | null
  readonly onOpen: (row: CommuniqueSummary) => void
}) {
  const { words, formats } = useSpeech()
  const { settings } = useSettings()
  const id = useId()
  const [active, setActive] = useState(0)
  const count = pages.total ?? 0
  const rowHeight = ROW_HEIGHT[settings.density]
  const view = useScrollWindow(count, rowHeight)
  const { first, last } = view
  const { want } = pages
  useEffect(() => {
    if (last >= first) want(first, last)
  }, [want, first, last])
  const moveTo = (row: number): void => {
    const next = Math.min(count - 1, Math.max(0, row))
    setActive(next)
    view.bringIntoView(next)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const target = rowAfterKey(event, active, count, view.rowsPerPage)
    if (target !== null) moveTo(target)
    else if (event.key !== 'Enter' && event.key !== ' ') return
    else openRow(pages.rowAt(active), onOpen)
    event.preventDefault()
  }
  const isGrouped = sort === 'newest' || sort === 'oldest'
  const month = isGrouped ? monthAt(pages.rowAt, view.atTop) : null
  const shown = Array.from({ length: Math.max(0, last - first + 1) }, (_, step) => first + step)
  return (
    <div className="list-frame">
      {isGrouped && (
        <div className="list-month" aria-hidden="true">
          {month === null ? words.list.undated : formats.month(month)}
        </div>
      )}
      <div
        ref={view.ref}
        className="list"
        role="listbox"
        tabIndex={0}
        aria-label={words.list.label}
        aria-activedescendant={active >= first && active <= last ? `${id}-${active}` : undefined}
        onKeyDown={onKeyDown}
        onScroll={view.onScroll}
      >
        <div className="list-track" role="presentation" style={{ blockSize: view.height }}>
          {shown.map((index) => (
            <CommuniqueRow
              key={index}
              id={`${id}-${index}`}
              row={pages.rowAt(index)}
              index={index}
              count={count}
              top={view.topOf(index)}
              height={rowHeight}
              month={isGrouped && index > 0 ? startsMonth(pages.rowAt, index) : null}
              isGrouped={isGrouped}
              isActive={index === active}
              openId={openId}
              onOpen={(row) => {
                setActive(index)
                onOpen(row)
              }}
            />
          ))}
        </div>
      </div>
    </div>
  )
}

function openRow(
  row: CommuniqueSummary | undefined,
  onOpen: (row: CommuniqueSummary) => void,
): void {
  if (row) onOpen(row)
}

/** The row a key leads to, or null for any other key. */
function rowAfterKey(
  event: KeyboardEvent,
  active: number,
  count: number,
  page: number,
): number | null {
  if (event.altKey || event.ctrlKey || event.metaKey) return null
  const rows: Readonly<Record<string, number>> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + page,
    PageUp: active - page,
    Home: 0,
    End: count - 1,
  }
  return rows[event.key] ?? null
}
