import type { CalendarDate } from '../../shared/model/stated-date.ts'

/**
 * The calendar date an officer typed: `14/04/2025`, `04/2025`, `2025`, with `/`, `.`, `-` or
 * spaces, or EDTF as it is. Null when no calendar holds it.
 */
export function dateFromTyped(typed: string): CalendarDate | null {
  const parts = typed.trim().split(/\s*[/.\-\s]\s*/u)
  if (parts.some((part) => !/^\d{1,4}$/u.test(part))) return null
  const ordered = parts[0]?.length === 4 ? parts : parts.toReversed()
  const [year, month, day] = ordered.map(Number)
  if (ordered.length > 3 || ordered[0]?.length !== 4 || year === undefined) return null
  const written = ordered.map((part) => part.padStart(2, '0')).join('-')
  if (month === undefined) return written
  const at = new Date(Date.UTC(2000, month - 1, day ?? 1))
  at.setUTCFullYear(year, month - 1, day ?? 1)
  const isReal = at.getUTCMonth() === month - 1 && at.getUTCDate() === (day ?? 1)
  return isReal ? written : null
}
