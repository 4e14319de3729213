import type { Direction } from '../../shared/model/language.ts'

/** Letters that run against a language of either direction. */
const CONTRARY: Readonly<Record<Direction, RegExp>> = {
  ltr: /[\p{Script=Arabic}\p{Script=Hebrew}]/u,
  rtl: /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u,
}

/** Names a file, where an invisible sign has no place. */
const AS_GIVEN: ReadonlySet<string> = new Set(['codeFile'])

/**
 * Words whose values stand apart from the sentence around them (U+2068 and U+2069, UAX #9): a Latin
 * title in an Arabic sentence, or the other way round, moves no sign and no number of the other.
 * A value that runs as the sentence does is left as it is.
 */
export function isolateValues<T>(words: T, direction: Direction): T {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same shape, its functions wrapped
  return isolated(words, direction) as T
}

function isolated(words: unknown, direction: Direction): unknown {
  if (typeof words === 'function') return saying(words, direction)
  if (typeof words !== 'object' || words === null || Array.isArray(words)) return words
  return Object.fromEntries(
    Object.entries(words).map(([key, value]) => [
      key,
      AS_GIVEN.has(key) ? value : isolated(value, direction),
    ]),
  )
}

function saying(say: Function, direction: Direction): unknown {
  const apart = (value: unknown): unknown =>
    typeof value === 'string' && CONTRARY[direction].test(value) ? `\u2068${value}\u2069` : value
  const said = (...values: readonly unknown[]): unknown => say(...values.map(apart))
  return Object.defineProperty(said, 'length', { value: say.length })
}
