import type { DateRole, StatedDate } from '../../shared/model/stated-date.ts'
import { useReading } from './reading.tsx'
import { StatedDateLine } from './stated-date-line.tsx'

const ROLES: readonly DateRole[] = ['event', 'signed', 'published', 'header']

/** Every date of the text, the event first; rejected suggestions last. */
export function StatedDates() {
  const { record } = useReading()
  return inOrder(record.communique.dates).map((date) => (
    <StatedDateLine key={date.id} date={date} />
  ))
}

function inOrder(dates: readonly StatedDate[]): readonly StatedDate[] {
  return dates.toSorted((a, b) => rankOf(a) - rankOf(b))
}

function rankOf({ role, settlement }: StatedDate): number {
  return ROLES.indexOf(role) + (settlement === 'rejected' ? ROLES.length : 0)
}
