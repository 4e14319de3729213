import { precisionFromDate, type CalendarDate } from '../../shared/model/stated-date.ts'
import { useSpeech } from '../i18n/words.tsx'

const MONTH_LENGTH = 7

/** The date at the edge of a row; a hollow mark tells that it is only suggested. */
export function DateGutter({
  on,
  isSettled,
  isGrouped,
}: {
  readonly on: CalendarDate | null
  readonly isSettled: boolean
  /** True where the month is already written above. */
  readonly isGrouped: boolean
}) {
  const { words, formats } = useSpeech()
  if (on === null) {
    return (
      <span className="gutter">
        <span aria-hidden="true" className="gutter-small">
          —
        </span>
        <span className="visually-hidden">{words.list.undated}</span>
      </span>
    )
  }
  const day = formats.day(on)
  const small =
    isGrouped && day !== null ? day.weekday : formats.shortDate(on.slice(0, MONTH_LENGTH))
  return (
    <span className="gutter">
      <span className="visually-hidden">{formats.fullDate(on)}</span>
      <span aria-hidden="true" className="gutter-day">
        {day?.day ?? (precisionFromDate(on) === 'year' ? '' : '·')}
        {!isSettled && <span className="gutter-suggested" title={words.list.dateSuggested} />}
      </span>
      <span aria-hidden="true" className="gutter-small">
        {small}
      </span>
      {!isSettled && <span className="visually-hidden">{words.list.dateSuggested}</span>}
    </span>
  )
}
