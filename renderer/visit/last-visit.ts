/** Up to where an archive was seen: the last wording that had come in, and when. */
export interface Seen {
  readonly upTo: number
  readonly at: string
}

/** What was seen of each archive, as far as it can still be read. */
export function seenFrom(kept: unknown): Readonly<Record<string, Seen>> {
  if (typeof kept !== 'object' || kept === null) return {}
  return Object.fromEntries(
    Object.entries(kept).flatMap(([archiveId, value]: readonly [string, unknown]) =>
      isSeen(value) ? [[archiveId, { upTo: value.upTo, at: value.at }]] : [],
    ),
  )
}

/** The day of an instant where the officer is, as a calendar date. */
export function dayOf(at: string): string {
  const when = new Date(at)
  const parts = [when.getFullYear(), when.getMonth() + 1, when.getDate()]
  return parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-')
}

function isSeen(value: unknown): value is Seen {
  return (
    typeof value === 'object' &&
    value !== null &&
    'upTo' in value &&
    Number.isSafeInteger(value.upTo) &&
    'at' in value &&
    typeof value.at === 'string' &&
    !Number.isNaN(Date.parse(value.at))
  )
}
