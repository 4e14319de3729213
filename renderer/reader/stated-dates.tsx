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
  const rank = ({ role, settlement }: StatedDate): number =>
    ROLES.indexOf(role) + (settlement === 'rejected' ? ROLES.length : 0)
  return dates.toSorted((a, b) => rank(a) - rank(b))
}
