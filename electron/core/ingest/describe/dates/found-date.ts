import type { CalendarDate } from '../../../../../shared/model/stated-date.ts'

/** Why a date is not to be taken as it stands. */
export type DateDoubt =
  | 'impossible'
  | 'ambiguous'
  | 'two-digit-year'
  | 'weekday-mismatch'
  | 'glued-digits'
  | 'unresolved'

/**
 * A date expression. `start` and `end` are offsets into the reading copy. `value` is null when
 * the expression names no day that can be known: impossible, ambiguous, or relative to a day of
 * publication nobody stated.
 */
export type FoundDate = {
  readonly start: number
  readonly end: number
  readonly value: CalendarDate | null
  readonly rule: string
  /** `full` states its year, `yearless` borrows it, `relative` counts from the reference day. */
  readonly form: 'full' | 'yearless' | 'relative' | 'hijri'
  readonly doubt: DateDoubt | null
  /** The two readings of an ambiguous numeric date, day first then month first. */
  readonly readings?: readonly CalendarDate[]
}

/** What the reader may lean on. */
export type DateContext = {
  /** The day relative and yearless expressions are counted from; null leaves them unresolved. */
  readonly reference: CalendarDate | null
  /** True where the first number of 04/05/2025 may be the month. */
  readonly monthMayComeFirst: boolean
}
