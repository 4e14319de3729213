/**
 * Remembers small choices of the interface where the window allows it. An in-memory session, or a
 * policy, may forbid storage: the choice then lasts as long as the window.
 */
export function recall(name: string): unknown {
  try {
    const text = window.localStorage.getItem(`fonds.${name}`)
    return text === null ? null : JSON.parse(text)
  } catch {
    return null
  }
}

/** Keeps a choice for the next window, if storage is allowed. */
export function remember(name: string, value: unknown): void {
  try {
    window.localStorage.setItem(`fonds.${name}`, JSON.stringify(value))
  } catch {
    // Storage is forbidden or full: the choice lasts as long as the window.
  }
}
