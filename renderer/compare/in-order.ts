import type { CommuniqueRecord } from '../../shared/model/communique.ts'
import type { CalendarDate } from '../../shared/model/stated-date.ts'

/** The parts of a record that tell when its text came out. */
export interface Dated {
  readonly communique: Pick<CommuniqueRecord['communique'], 'id' | 'dates'>
}

/** The day a text was published, else any that it states and nobody rejected. */
export function publishedOnOf({ communique: { dates } }: Dated): CalendarDate | null {
  const known = dates.filter(({ settlement }) => settlement !== 'rejected')
  return (known.find(({ role }) => role === 'published') ?? known[0])?.value ?? null
}

/**
 * Two texts with the earlier one first, in whatever order they were chosen. Wordings of one text,
 * and texts of which a day is not known, stay as they are.
 */
export function earlierFirst<R extends Dated>(old: R, fresh: R): readonly [R, R] {
  const [before, after] = [publishedOnOf(old), publishedOnOf(fresh)]
  if (old.communique.id === fresh.communique.id || before === null || after === null) {
    return [old, fresh]
  }
  return after < before ? [fresh, old] : [old, fresh]
}
