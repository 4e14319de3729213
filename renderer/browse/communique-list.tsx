import { useEffect, useId, type KeyboardEvent, type MouseEvent } from 'react'
import type { CommuniqueSummary } from '../../shared/model/communique.ts'
import type { CalendarDate } from '../../shared/model/stated-date.ts'
import type { PagesView } from '../client/use-pages.ts'
import { useSpeech } from '../i18n/words.tsx'
import { isAside } from '../keys.ts'
import { useSettings } from '../settings/settings.tsx'
import type { Sort } from '../desk.tsx'
import { useChosen } from './chosen.tsx'
import { CommuniqueRow } from './communique-row.tsx'
import { rowAfterKey } from './row-after-key.ts'
import { isByDate, monthAt, startsMonth } from './months.ts'
import { useKeptActive } from './use-kept-active.ts'
import { useScrollWindow, type ScrollView } from './use-scroll-window.ts'

const ROW_HEIGHT = { comfortable: 86, compact: 62 } as const

interface ListProps {
  /** What is listed: a list that comes back with the same stands where it was left. */
  readonly of: string
  readonly pages: PagesView<CommuniqueSummary, null>
  readonly sort: Sort
  readonly openId: string | null
  readonly onOpen: (row: CommuniqueSummary) => void
  /** Opens behind the text that is open. */
  readonly onOpenAside: (row: CommuniqueSummary) => void
}

/** The list of communiqués: any number of rows, one tab stop, arrows to move and Enter to open. */
export function CommuniqueList({ of, pages, sort, openId, onOpen, onOpenAside }: ListProps) {
  const { words } = useSpeech()
  const { settings } = useSettings()
  const id = useId()
  const { chosen, toggle, add, clear } = useChosen()
  const count = pages.total ?? 0
  const rowHeight = ROW_HEIGHT[settings.density]
  const scrolling = useScrollWindow(count, rowHeight)
  const { ref, view, onScroll, bringIntoView } = scrolling
  const [active, setActive] = useKeptActive(of, count, scrolling)
  const { first, last, atTop, rowsPerPage } = view
  const { want, rowAt } = pages
  useEffect(() => {
    if (last >= first) want(first, last)
  }, [want, first, last])
  const goTo = (target: number, isExtending: boolean): void => {
    if (isExtending) add(rowsBetween(rowAt, active, target))
    setActive(target)
    bringIntoView(target)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const target = rowAfterKey(event, { active, count, page: rowsPerPage })
    const row = rowAt(active)
    if (target !== null) goTo(target, event.shiftKey)
    else if (row && event.key === 'Enter') (isAside(event) ? onOpenAside : onOpen)(row)
    else if (row && event.key === ' ') toggle(row)
    else if (event.key === 'Escape' && chosen.size > 0) clear()
    else return
    event.preventDefault()
  }
  const onPress = (row: CommuniqueSummary, index: number, press: MouseEvent): void => {
    setActive(index)
    if (isAside(press)) onOpenAside(row)
    else if (press.shiftKey) add(rowsBetween(rowAt, active, index))
    else onOpen(row)
  }
  return (
    <div className="list-frame">
      {isByDate(sort) && <MonthAtTop month={monthAt(rowAt, atTop, sort)} />}
      <div
        ref={ref}
        className="list"
        role="listbox"
        tabIndex={0}
        aria-label={words.list.label}
        aria-multiselectable
        aria-activedescendant={active >= first && active <= last ? `${id}-${active}` : undefined}
        onKeyDown={onKeyDown}
        onScroll={onScroll}
      >
        <ListRows {...{ id, rowAt, count, view, rowHeight, sort, active, openId, onPress }} />
      </div>
    </div>
  )
}

function MonthAtTop({ month }: { readonly month: CalendarDate | null }) {
  const { words, formats } = useSpeech()
  return (
    <div className="list-month" aria-hidden="true">
      {month === null ? words.list.undated : formats.month(month)}
    </div>
  )
}

interface RowsProps {
  readonly id: string
  readonly rowAt: (index: number) => CommuniqueSummary | undefined
  readonly count: number
  readonly view: ScrollView
  readonly rowHeight: number
  readonly sort: Sort
  readonly active: number
  readonly openId: string | null
  readonly onPress: (row: CommuniqueSummary, index: number, press: MouseEvent) => void
}

/** The rows from one to another, as far as they are known. */
function rowsBetween(
  rowAt: ListProps['pages']['rowAt'],
  one: number,
  other: number,
): readonly CommuniqueSummary[] {
  const first = Math.min(one, other)
  const many = Array.from({ length: Math.abs(one - other) + 1 }, (_, step) => rowAt(first + step))
  return many.filter((row) => row !== undefined)
}

function ListRows({ id, rowAt, count, view, rowHeight, ...rest }: RowsProps) {
  const { first, last, height, topOf } = view
  const isGrouped = isByDate(rest.sort)
  const shown = Array.from({ length: Math.max(0, last - first + 1) }, (_, step) => first + step)
  return (
    <div className="list-track" role="presentation" style={{ blockSize: height }}>
      {shown.map((index) => (
        <CommuniqueRow
          key={index}
          id={`${id}-${index}`}
          row={rowAt(index)}
          index={index}
          count={count}
          top={topOf(index)}
          height={rowHeight}
          month={isGrouped && index > 0 ? startsMonth(rowAt, index, rest.sort) : null}
          sort={rest.sort}
          isActive={index === rest.active}
          openId={rest.openId}
          onPress={(row, press) => rest.onPress(row, index, press)}
        />
      ))}
    </div>
  )
}
