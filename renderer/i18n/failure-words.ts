import type { Failure, FailureKind } from '../../shared/model/failure.ts'

/** What a language says of a failure. None of the three may be left out. */
interface Telling {
  /** What happened. */
  readonly title: string
  /** What is safe. */
  readonly kept: string
  /** What to do. */
  readonly next: string
}

/** What an officer is told; `advice` is what is safe and what to do, in one. */
interface Told extends Telling {
  readonly advice: string
}

type FailureByKind = { readonly [F in Failure as F['kind']]: F }

/** One telling per kind of failure: a language that leaves one out does not compile. */
export type FailureWords = {
  readonly [K in FailureKind]: (failure: FailureByKind[K]) => Telling
}

/** A failure in the words of one language. */
export function tellFailure(words: FailureWords, failure: Failure): Told {
  const { title, kept, next } = tellKind(words, failure.kind, failure)
  return { title, kept, next, advice: `${kept} ${next}` }
}

function tellKind<K extends FailureKind>(
  words: FailureWords,
  kind: K,
  failure: FailureByKind[K],
): Telling {
  return words[kind](failure)
}
