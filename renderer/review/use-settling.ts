import { useState } from 'react'
import type { Relation } from '../../shared/model/communique.ts'
import type { Outcome } from '../../shared/model/failure.ts'
import type { CalendarDate, DateRole, Settlement } from '../../shared/model/stated-date.ts'
import type { Suggestion, SuggestionKind } from '../../shared/model/suggestion.ts'
import { useCommand } from '../client/use-command.ts'
import { useTellFailure } from '../reader/use-tell-failure.ts'
import { suggestionKey } from './suggestion-words.ts'

/** What an officer puts in place of what a rule proposed; nothing keeps it. */
export interface Correction {
  readonly value?: CalendarDate
  readonly role?: DateRole
  readonly authorityId?: string
  readonly relation?: Relation['kind']
}

/** Decisions on suggestions, each of which can be taken back. */
export interface Settling {
  /** How many suggestions of these kinds were decided here and not taken back. */
  readonly countDecided: (kinds: readonly SuggestionKind[]) => number
  readonly settle: (
    suggestion: Suggestion,
    settlement: Settlement,
    correction?: Correction,
  ) => Promise<boolean>
  /** Accepts several of one rule, all or none. */
  readonly acceptMany: (suggestions: readonly Suggestion[]) => Promise<boolean>
  /** Takes the last decision back; the key of a suggestion that is open again, or null. */
  readonly undoLast: () => Promise<string | null>
  readonly undoAll: () => Promise<void>
}

interface Act {
  readonly suggestions: readonly [Suggestion, ...Suggestion[]]
}

const RELATIONS: readonly Relation['kind'][] = ['relays', 'amends', 'same-event']

/** Decides on suggestions and remembers what was decided, newest last. */
export function useSettling(): Settling {
  const [acts, setActs] = useState<readonly Act[]>([])
  const tell = useTellFailure()
  const settleOne = useSettleOne()
  const settleMany = useSettleMany()
  const add = (act: Act, outcome: Outcome<unknown>): boolean => {
    tell(outcome)
    if (outcome.ok) setActs((before) => [...before, act])
    return outcome.ok
  }
  const takeBack = async ({ suggestions }: Act): Promise<boolean> => {
    const outcome =
      suggestions.length === 1
        ? await settleOne(suggestions[0], 'unconfirmed', asProposed(suggestions[0]))
        : await settleMany(suggestions, 'unconfirmed')
    tell(outcome)
    return outcome.ok
  }
  const undo = async (act: Act): Promise<boolean> => {
    const isDone = await takeBack(act)
    setActs((before) => before.filter((each) => each !== act))
    return isDone
  }
  return {
    countDecided: (kinds) =>
      acts.flatMap(({ suggestions }) => suggestions).filter(({ kind }) => kinds.includes(kind))
        .length,
    settle: async (suggestion, settlement, correction = {}) =>
      add({ suggestions: [suggestion] }, await settleOne(suggestion, settlement, correction)),
    acceptMany: async ([first, ...others]) =>
      first !== undefined &&
      add({ suggestions: [first, ...others] }, await settleMany([first, ...others], 'confirmed')),
    undoLast: async () => {
      const last = acts.at(-1)
      if (last === undefined) {
        tell({ ok: false, failure: { kind: 'nothing-to-undo' } })
        return null
      }
      return (await undo(last)) ? suggestionKey(last.suggestions[0]) : null
    },
    undoAll: async () => {
      for (const act of acts.toReversed()) if (!(await undo(act))) return
    },
  }
}

type SettleOne = (
  suggestion: Suggestion,
  settlement: Settlement,
  correction: Correction,
) => Promise<Outcome<unknown>>

function useSettleOne(): SettleOne {
  const date = useCommand('date.settle')
  const issuer = useCommand('issuer.settle')
  const publisher = useCommand('publisher.settle')
  const mention = useCommand('mention.settle')
  const relation = useCommand('relation.settle')
  return ({ kind, id }, settlement, { value, role, authorityId, relation: link }) => {
    const record = authorityId === undefined ? {} : { authorityId }
    switch (kind) {
      case 'date':
        return date({ id, settlement, value: value ?? null, ...(role ? { role } : {}) })
      case 'issuer':
        return issuer({ communiqueId: id, settlement, ...record })
      case 'publisher':
        return publisher({ communiqueId: id, settlement, ...record })
      case 'mention':
        return mention({ id, settlement, authorityId: authorityId ?? null })
      case 'relation':
        return relation({ id, settlement, ...(link ? { kind: link } : {}) })
    }
  }
}

function useSettleMany(): (
  suggestions: Act['suggestions'],
  settlement: Settlement,
) => Promise<Outcome<unknown>> {
  const settle = useCommand('suggestion.settle-many')
  return async ([first, ...others], settlement) => {
    const { kind, rule } = first
    const ids = [first, ...others].map(({ id }) => id)
    return kind === 'relation'
      ? { ok: false, failure: { kind: 'input-refused', at: 'kind' } }
      : settle({ kind, rule, ids, settlement })
  }
}

/** What brings back the rule's own proposal, whatever was put in its place. */
function asProposed({ kind, aspect, otherId }: Suggestion): Correction {
  if (kind === 'date') return {}
  if (kind !== 'relation') return otherId === null ? {} : { authorityId: otherId }
  const proposed = RELATIONS.find((each) => each === aspect)
  return proposed === undefined ? {} : { relation: proposed }
}
