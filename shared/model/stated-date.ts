import { z } from 'zod'
import { evidenceSchema } from './provenance.ts'

/**
 * A calendar date in EDTF level 0 (ISO 8601-2): a year `2025`, a month `2025-04` or a day
 * `2025-04-14`. Its length is its precision; nothing is ever padded to a day.
 */
export const calendarDateSchema = z.string().regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u)
export type CalendarDate = z.infer<typeof calendarDateSchema>

/** How much of a calendar date is known. */
export type DatePrecision = 'year' | 'month' | 'day'

/** What a date says about the communiqué. `header` is the month a crawl wrote above the text. */
export const dateRoleSchema = z.enum(['header', 'published', 'event', 'signed'])
export type DateRole = z.infer<typeof dateRoleSchema>

/** Where a date comes from: printed in the source, deduced by a rule, or set by the officer. */
export const dateOriginSchema = z.enum(['stated', 'deduced', 'officer'])
export type DateOrigin = z.infer<typeof dateOriginSchema>

/** Suggestions stay suggestions until an officer settles them. */
export const settlementSchema = z.enum(['unconfirmed', 'confirmed', 'rejected'])
export type Settlement = z.infer<typeof settlementSchema>

/** One date of a communiqué with the words that prove it and the rule that read them. */
export const statedDateSchema = z.strictObject({
  id: z.string(),
  role: dateRoleSchema,
  value: calendarDateSchema,
  origin: dateOriginSchema,
  settlement: settlementSchema,
  /** Name of the rule, for example `fr-weekday`. */
  rule: z.string(),
  /** The day a relative expression was counted from, or null. */
  relativeTo: calendarDateSchema.nullable(),
  evidence: evidenceSchema.nullable(),
})
export type StatedDate = z.infer<typeof statedDateSchema>

/** The precision of an EDTF level 0 date, read from its length. */
export function precisionFromDate(value: CalendarDate): DatePrecision {
  if (value.length === 4) return 'year'
  return value.length === 7 ? 'month' : 'day'
}
