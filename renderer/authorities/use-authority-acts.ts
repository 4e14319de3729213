import { useState } from 'react'
import type {
  AuthorityDraft,
  AuthorityKind,
  AuthorityRecord,
} from '../../shared/model/authority-record.ts'
import { useCommand } from '../client/use-command.ts'
import { useSpeech } from '../i18n/words.tsx'
import { useTellFailure } from '../reader/use-tell-failure.ts'
import { useNotices } from '../ui/notices.tsx'

/** Two records that are one: which stays, and which is joined to it. */
export interface Pair {
  readonly keptId: string
  readonly mergedId: string
}

/** What can be done with records; each act can be taken back. */
interface AuthorityActs {
  readonly create: (kind: AuthorityKind, draft: AuthorityDraft) => Promise<AuthorityRecord | null>
  readonly revise: (
    record: AuthorityRecord,
    draft: AuthorityDraft,
  ) => Promise<AuthorityRecord | null>
  readonly merge: (pair: Pair) => Promise<boolean>
  /** The merge that would be taken back now, or null. */
  readonly lastMerge: string | null
  readonly undoMerge: () => Promise<void>
}

export function useAuthorityActs(): AuthorityActs {
  const { words } = useSpeech()
  const { show } = useNotices()
  const tell = useTellFailure()
  const create = useCommand('authority.create')
  return {
    create: async (kind, draft) => {
      const outcome = await create({ kind, ...draft })
      tell(outcome)
      if (outcome.ok) show(words.names.saved(outcome.value.name))
      return outcome.ok ? outcome.value : null
    },
    revise: useRevise(),
    ...useMerging(),
  }
}

function useRevise(): AuthorityActs['revise'] {
  const { words } = useSpeech()
  const { show } = useNotices()
  const tell = useTellFailure()
  const revise = useCommand('authority.revise')
  return async ({ id, name, names }, draft) => {
    const outcome = await revise({ id, ...draft })
    if (!outcome.ok) {
      if (outcome.failure.kind === 'input-refused') show(words.names.headingTaken)
      else tell(outcome)
      return null
    }
    const run = async (): Promise<void> => {
      const restored = await revise({ id, name, names })
      tell(restored)
      if (restored.ok) show(words.names.restored)
    }
    show(words.names.saved(outcome.value.name), { label: words.common.undo, run: () => void run() })
    return outcome.value
  }
}

function useMerging(): Pick<AuthorityActs, 'merge' | 'lastMerge' | 'undoMerge'> {
  const { words } = useSpeech()
  const { show } = useNotices()
  const tell = useTellFailure()
  const merge = useCommand('authority.merge')
  const undo = useCommand('authority.undo-merge')
  const [merges, setMerges] = useState<readonly string[]>([])
  const lastMerge = merges.at(-1) ?? null
  const takeBack = async (mergeId: string): Promise<void> => {
    const outcome = await undo({ mergeId })
    tell(outcome)
    setMerges((before) => before.filter((each) => each !== mergeId))
    if (outcome.ok) show(words.names.parted)
  }
  return {
    merge: async (pair) => {
      const outcome = await merge(pair)
      tell(outcome)
      if (!outcome.ok) return false
      const { mergeId } = outcome.value
      setMerges((before) => [...before, mergeId])
      show(words.names.mergeNowDone, {
        label: words.common.undo,
        run: () => void takeBack(mergeId),
      })
      return true
    },
    lastMerge,
    undoMerge: async () => {
      if (lastMerge !== null) await takeBack(lastMerge)
    },
  }
}
