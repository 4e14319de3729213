/** Writes one event. Values are identifiers, counts and codes; never document text or paths. */
export type Log = (
  event: string,
  values: Readonly<Record<string, string | number | boolean>>,
) => void

/** A log that writes one line of JSON per event to the standard error stream, or none. */
export function openLog(level: 'off' | 'errors' = 'errors'): Log {
  if (level === 'off') return () => {}
  return (event, values) => {
    process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), event, ...values })}\n`)
  }
}

/** What may be said of an unexpected error: its class and code, and where in our code it came from. */
export function describeError(error: unknown): { readonly name: string; readonly where: string } {
  if (!(error instanceof Error)) return { name: typeof error, where: '' }
  const code = 'code' in error && typeof error.code === 'string' ? `/${error.code}` : ''
  const frame = /\/((?:electron|shared|dist)\/[\w./-]+:\d+(?::\d+)?)/u.exec(error.stack ?? '')
  return { name: `${error.name}${code}`, where: frame?.[1] ?? '' }
}
