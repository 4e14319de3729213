import { globSync, statSync } from 'node:fs'
import path from 'node:path'
import { inspect } from 'node:util'
import { z } from 'zod'
import { digestOfFile } from '../../electron/core/system/files.ts'

const LONG = 'x'.repeat(200_000)

/**
 * What no channel that is fitted by a value may take: other types, keys too many, keys of
 * prototypes, and values too large or too deep.
 */
export function misfitsOf(fitting: object): readonly unknown[] {
  const spoilt = Object.entries(fitting).flatMap(([key, value]) =>
    spoiltValues(value).map((wrong) => ({ ...fitting, [key]: wrong })),
  )
  return [
    null,
    undefined,
    7,
    Number.NaN,
    true,
    'text',
    LONG,
    [],
    [fitting],
    deepValue(500),
    Array.from({ length: 1000 }, () => fitting),
    { ...fitting, extra: 1 },
    { ...fitting, [LONG]: 1 },
    Object.fromEntries(Array.from({ length: 3000 }, (_, at) => [`key${at}`, at])),
    ...PROTOTYPES.map((key) => withOwnKey(fitting, key)),
    ...spoilt,
  ]
}

const PROTOTYPES = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty']

/** The key stands on the value itself; in a literal `__proto__` would set a prototype. */
function withOwnKey(fitting: object, key: string): object {
  return Object.defineProperty({ ...fitting }, key, {
    value: { polluted: true, prototype: { polluted: true } },
    enumerable: true,
  })
}

/** No field takes an object like this, an array in an array, so long a text, or so odd a number. */
function spoiltValues(value: unknown): readonly unknown[] {
  const wrong: unknown[] = [{ deep: true }, [[]], LONG]
  if (typeof value === 'number') return [...wrong, Number.POSITIVE_INFINITY, 1e300, -1, 0.5, '1']
  return typeof value === 'boolean' ? [...wrong, 1, 'true'] : [...wrong, -1, true]
}

const deepValue = (depth: number): unknown =>
  JSON.parse(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`)

const plainRefusalSchema = z.strictObject({
  ok: z.literal(false),
  failure: z.strictObject({
    kind: z.literal('input-refused'),
    at: z.string().regex(/^[\w.-]{0,80}$/u),
  }),
  items: z.array(z.unknown()).max(0).optional(),
})

/** Whether an answer says that the input was refused, and at most at which of its fields. */
export const isPlainRefusal = (answer: object): boolean =>
  plainRefusalSchema.safeParse(answer).success

/** A value as a failing test may print it. */
export const startOf = (value: unknown): string =>
  inspect(value, { depth: 2, maxStringLength: 80, maxArrayLength: 3 }).slice(0, 200)

/** A path, a piece of SQL, or a line of a stack. */
export const TELLS_TOO_MUCH =
  /\/[a-z]+\/|[A-Z]:\\|\b(?:SELECT|INSERT|UPDATE|DELETE|FROM)\b|\bat .*:\d+/u

/** Digests of all files under a folder by their path in it; what readers share is no content. */
export function digestsIn(folder: string): Readonly<Record<string, string>> {
  const files = globSync('**/*', { cwd: folder })
    .filter((name) => !name.endsWith('-shm') && statSync(path.join(folder, name)).isFile())
    .toSorted()
  return Object.fromEntries(files.map((name) => [name, digestOfFile(path.join(folder, name))]))
}
