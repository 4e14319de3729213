import { useCallback } from 'react'
import type { Outcome } from '../../shared/model/failure.ts'
import { useSpeech } from '../i18n/words.tsx'
import { useNotices } from '../ui/notices.tsx'
import { useTellFailure } from './use-tell-failure.ts'

/** Tells what a decision on the spot came to, and offers to take it back. */
export function useTellSettled(): (
  outcome: Outcome<unknown>,
  told: string,
  takeBack: () => Promise<Outcome<unknown>>,
) => void {
  const { words } = useSpeech()
  const { show } = useNotices()
  const tell = useTellFailure()
  return useCallback(
    (outcome, told, takeBack) => {
      tell(outcome)
      if (!outcome.ok) return
      const undo = async (): Promise<void> => {
        const undone = await takeBack()
        tell(undone)
        if (undone.ok) show(words.annotate.undone)
      }
      show(told, { label: words.common.undo, run: () => void undo() })
    },
    [tell, show, words],
  )
}
