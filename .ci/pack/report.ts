import { say } from './programs.ts'

/** One thing that is looked at in the installers. */
export interface Check {
  readonly name: string
  /** Gives what is worth telling; throws what is wrong. */
  readonly run: () => string | Promise<string>
  /** Why it cannot be looked at on this machine, or null. */
  readonly missing?: string | null
}

/** Looks at everything, prints one line for each, and gives how many were wrong. */
export async function runChecks(checks: readonly Check[]): Promise<number> {
  let wrong = 0
  for (const { name, run, missing } of checks) {
    if (missing) {
      say(`skip   ${name}: ${missing}`)
      continue
    }
    try {
      say(`ok     ${name}: ${await run()}`)
    } catch (error) {
      wrong += 1
      say(`WRONG  ${name}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  say(wrong === 0 ? 'Everything is as it should be.' : `${wrong} wrong`)
  return wrong
}

/** Throws unless two values are equal as JSON, and tells the difference of lists. */
export function expectEqual(what: string, found: unknown, wanted: unknown): void {
  if (JSON.stringify(found) === JSON.stringify(wanted)) return
  if (Array.isArray(found) && Array.isArray(wanted)) {
    const more = found.filter((each) => !wanted.includes(each))
    const less = wanted.filter((each) => !found.includes(each))
    throw new Error(`${what}: too many ${JSON.stringify(more)}, missing ${JSON.stringify(less)}`)
  }
  throw new Error(`${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`)
}

/** Throws unless a text contains each of some others. */
export function expectAll(what: string, text: string, parts: readonly string[]): void {
  const missing = parts.filter((part) => !text.includes(part))
  if (missing.length > 0) throw new Error(`${what}: no ${missing.join(', no ')}`)
}
