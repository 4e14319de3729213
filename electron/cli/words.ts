import type { Failure, FailureKind } from '../../shared/model/failure.ts'
import type { UnreadableReason } from '../../shared/model/ingest.ts'

/** Languages the command line speaks. */
export type CliLanguage = 'fr' | 'en'

type FailureByKind = { readonly [F in Failure as F['kind']]: F }

/** Every word the command line says, in one language. */
export interface CliWords {
  readonly usage: string
  readonly failure: {
    readonly [K in FailureKind]: (failure: FailureByKind[K]) => string
  }
  readonly unreadable: Readonly<Record<UnreadableReason, string>>
  readonly unknownVerb: (verb: string) => string
  readonly missing: (what: string) => string
  readonly resumed: (done: number, total: number) => string
  readonly report: (counts: {
    readonly added: number
    readonly identical: number
    readonly related: number
    readonly unreadable: number
  }) => string
  readonly progress: (done: number, total: number) => string
  readonly verified: (checked: number) => string
  readonly finding: (what: string, id: string) => string
  readonly written: (name: string) => string
  readonly leftOut: (text: string) => string
  readonly quoteMissing: string
  readonly quoteTwice: (count: number) => string
  readonly noHit: string
  readonly corrected: (asked: string, instead: string) => string
  readonly emptyArchive: string
  readonly nothingToRead: string
}

/** A failure as a sentence that says what to do next. */
export function sentenceFromFailure(words: CliWords, failure: Failure): string {
  return sentenceOfKind(words, failure.kind, failure)
}

function sentenceOfKind<K extends FailureKind>(
  words: CliWords,
  kind: K,
  failure: FailureByKind[K],
): string {
  return words.failure[kind](failure)
}

/** The language of the terminal: French unless the system says English. */
export function languageFromEnvironment(env: NodeJS.ProcessEnv): CliLanguage {
  const locale = env['FONDS_LANG'] ?? env['LC_ALL'] ?? env['LC_MESSAGES'] ?? env['LANG'] ?? ''
  return locale.toLowerCase().startsWith('en') ? 'en' : 'fr'
}
