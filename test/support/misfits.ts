const LONG = 'x'.repeat(200_000)

/**
 * What no channel that is fitted by a value may take: other types, keys too many, keys of
 * prototypes, and values too large or too deep, at the top and in each of its parts. It also runs
 * inside a page, so it imports nothing.
 */
export function misfitsOf(fitting: object): readonly unknown[] {
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
    { ...fitting, [LONG]: 1 },
    Object.fromEntries(Array.from({ length: 3000 }, (_, at) => [`key${at}`, at])),
    ...PROTOTYPES.map((key) => withOwnKey(fitting, key)),
    ...spoiltCopies(fitting),
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

/** A value again and again, with one thing wrong in it each time; of an array, in its first item. */
function spoiltCopies(value: unknown): readonly unknown[] {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return []
  if (Array.isArray(value)) {
    const [first, ...rest] = value
    if (value.length === 0) return []
    return [...spoiltValues(first), ...spoiltCopies(first)].map((wrong) => [wrong, ...rest])
  }
  const copies = Object.entries(value).flatMap(([key, part]) =>
    [...spoiltValues(part), ...spoiltCopies(part)].map((wrong) => ({ ...value, [key]: wrong })),
  )
  return [{ ...value, extra: 1 }, withOwnKey(value, '__proto__'), ...copies]
}

/** No field takes an object like this, an array in an array, so long a text, or so odd a number. */
function spoiltValues(value: unknown): readonly unknown[] {
  const wrong: unknown[] = [{ deep: true }, [[]], LONG]
  if (typeof value === 'number') return [...wrong, Number.POSITIVE_INFINITY, 1e300, -1, 0.5, '1']
  return typeof value === 'boolean' ? [...wrong, 1, 'true'] : [...wrong, -1, true]
}

const deepValue = (depth: number): unknown =>
  JSON.parse(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`)
