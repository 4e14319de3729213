import type { Failure, FailureKind } from '../../shared/model/failure.ts'

/** What an officer is told: what happened, then what to do next. */
export interface Told {
  readonly title: string
  readonly advice: string
}

type FailureByKind = { readonly [F in Failure as F['kind']]: F }

/** One telling per kind of failure: a language that leaves one out does not compile. */
export type FailureWords = {
  readonly [K in FailureKind]: (failure: FailureByKind[K]) => Told
}

/** A failure in the words of one language. */
export function tellFailure(words: FailureWords, failure: Failure): Told {
  return tellKind(words, failure.kind, failure)
}

function tellKind<K extends FailureKind>(
  words: FailureWords,
  kind: K,
  failure: FailureByKind[K],
): Told {
  return words[kind](failure)
}
