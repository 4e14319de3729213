import { globSync, statSync } from 'node:fs'
import path from 'node:path'
import { inspect } from 'node:util'
import { z } from 'zod'
import { digestOfFile } from '../../electron/core/system/files.ts'

const plainRefusalSchema = z.strictObject({
  ok: z.literal(false),
  failure: z.strictObject({
    kind: z.literal('input-refused'),
    at: z.string().regex(/^[\w.-]{0,80}$/u),
  }),
  items: z.array(z.unknown()).max(0).optional(),
})

/** A path, a piece of SQL, or a line of a stack. */
const TELLS_TOO_MUCH = /\/[a-z]+\/|[A-Z]:\\|\b(?:SELECT|INSERT|UPDATE|DELETE|FROM)\b|\bat .*:\d+/u

/** One input that does not fit a channel, and what the channel answered. */
export interface Asked {
  readonly input: unknown
  readonly answer: unknown
}

/** The answers that are no plain refusal, or tell more than one; as a failing test prints them. */
export function faultsIn(asked: readonly Asked[], folder: string): readonly string[] {
  return asked.flatMap(({ input, answer }) => {
    const said = JSON.stringify(answer) ?? ''
    if (!plainRefusalSchema.safeParse(answer).success) {
      return [`accepted ${startOf(input)}: ${said.slice(0, 200)}`]
    }
    return TELLS_TOO_MUCH.test(said) || said.includes(folder) ? [`told ${said}`] : []
  })
}

const startOf = (value: unknown): string =>
  inspect(value, { depth: 2, maxStringLength: 80, maxArrayLength: 3 }).slice(0, 200)

/** Digests of all files under a folder by their path in it; what readers share is no content. */
export function digestsIn(folder: string): Readonly<Record<string, string>> {
  const files = globSync('**/*', { cwd: folder })
    .filter((name) => !name.endsWith('-shm') && statSync(path.join(folder, name)).isFile())
    .toSorted()
  return Object.fromEntries(files.map((name) => [name, digestOfFile(path.join(folder, name))]))
}
