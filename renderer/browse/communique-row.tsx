import type { MouseEvent } from 'react'
import { Check, Highlighter, Layers } from 'lucide-react'
import type { CommuniqueSummary } from '../../shared/model/communique.ts'
import { dateOf, isByDate } from './months.ts'
import type { CalendarDate } from '../../shared/model/stated-date.ts'
import { useSpeech } from '../i18n/words.tsx'
import { useChosen } from './chosen.tsx'
import type { Sort } from '../desk.tsx'
import { DateGutter } from './date-gutter.tsx'

interface RowPlace {
  readonly id: string
  readonly index: number
  readonly count: number
  readonly top: number
  readonly height: number
  /** The month this row opens, or null. */
  readonly month: CalendarDate | null
  readonly sort: Sort
  readonly isActive: boolean
}

/** One communiqué in the list; a grey shape until its page has come. */
export function CommuniqueRow({
  row,
  openId,
  onPress,
  ...place
}: RowPlace & {
  readonly row: CommuniqueSummary | undefined
  readonly openId: string | null
  readonly onPress: (row: CommuniqueSummary, press: MouseEvent) => void
}) {
  const { formats } = useSpeech()
  const { chosen, toggle } = useChosen()
  const { id, index, count, top, height, month, isActive } = place
  const isChosen = row !== undefined && chosen.has(row.id)
  const isOpen = row !== undefined && row.id === openId
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the listbox around it keeps the focus and answers the keys
    <div
      id={id}
      className={`row ${isActive ? 'row-active' : ''} ${month === null ? '' : 'row-starts'} ${isChosen ? 'row-chosen' : ''}`}
      role="option"
      aria-selected={isOpen || isChosen}
      aria-setsize={count}
      aria-posinset={index + 1}
      style={{ blockSize: height, transform: `translateY(${top}px)` }}
      onClick={(event) => {
        if (row) onPress(row, event)
      }}
      onAuxClick={(event) => {
        if (row && event.button === 1) onPress(row, event)
      }}
    >
      {month !== null && (
        <span className="row-month" aria-hidden="true">
          {formats.month(month)}
        </span>
      )}
      {row !== undefined && (
        <span
          className="row-pick"
          aria-hidden="true"
          onClick={(event) => {
            event.stopPropagation()
            toggle(row)
          }}
        >
          <Check aria-hidden />
        </span>
      )}
      {row === undefined ? <RowShape /> : <RowWords row={row} sort={place.sort} />}
    </div>
  )
}

function RowShape() {
  const { words } = useSpeech()
  return (
    <>
      <span className="visually-hidden">{words.list.goneRow}</span>
      <span className="shape row-shape" aria-hidden="true" />
    </>
  )
}

function RowWords({ row, sort }: { readonly row: CommuniqueSummary; readonly sort: Sort }) {
  const { words } = useSpeech()
  return (
    <>
      <DateGutter
        on={dateOf(row, sort)}
        isSettled={sort === 'published' || row.eventOn === null || row.eventSettled}
        isGrouped={isByDate(sort)}
      />
      <span className="row-words">
        <bdi className="row-title" lang={row.language} dir={row.direction}>
          {row.title}
        </bdi>
        <span className="row-meta">
          <bdi className="row-issuer">{row.issuerName ?? words.list.issuerUnknown}</bdi>
          <RowCounts row={row} />
        </span>
      </span>
    </>
  )
}

function RowCounts({ row }: { readonly row: CommuniqueSummary }) {
  const { words, formats } = useSpeech()
  return (
    <span className="row-counts">
      {row.versionCount > 1 && (
        <span className="row-count" title={words.list.versions(row.versionCount)}>
          <Layers aria-hidden />
          <span aria-hidden="true">{formats.number(row.versionCount)}</span>
          <span className="visually-hidden">{words.list.versions(row.versionCount)}</span>
        </span>
      )}
      {row.annotationCount > 0 && (
        <span className="row-count" title={words.list.annotations(row.annotationCount)}>
          <Highlighter aria-hidden />
          <span aria-hidden="true">{formats.number(row.annotationCount)}</span>
          <span className="visually-hidden">{words.list.annotations(row.annotationCount)}</span>
        </span>
      )}
      <abbr className="language-tag" title={words.languages[row.language]}>
        {words.languageTags[row.language]}
      </abbr>
    </span>
  )
}
