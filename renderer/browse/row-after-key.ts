/** The part of a key press that moves in a list. */
interface Pressed {
  readonly key: string
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}

interface ListPlace {
  readonly active: number
  readonly count: number
  /** Rows that a page key moves by. */
  readonly page: number
}

/** The row a key leads to, or null for any other key. */
export function rowAfterKey(event: Pressed, { active, count, page }: ListPlace): number | null {
  if (event.altKey || event.ctrlKey || event.metaKey) return null
  const rows: Readonly<Record<string, number>> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + page,
    PageUp: active - page,
    Home: 0,
    End: count - 1,
  }
  const row = rows[event.key]
  return row === undefined ? null : Math.min(count - 1, Math.max(0, row))
}
