import { useCallback } from 'react'
import type { Outcome } from '../../shared/model/failure.ts'
import { useSpeech } from '../i18n/words.tsx'
import { useNotices } from '../ui/notices.tsx'
import { useTellFailure } from './use-tell-failure.ts'

/** Tells what a decision on the spot came to, in the words for what was decided on, and offers to take it back. */
export function useTellSettled({
  nowConfirmed,
  nowRejected,
}: {
  readonly nowConfirmed: string
  readonly nowRejected: string
}): (
  outcome: Outcome<unknown>,
  given: 'confirmed' | 'rejected',
  takeBack: () => Promise<Outcome<unknown>>,
) => void {
  const { words } = useSpeech()
  const { show } = useNotices()
  const tell = useTellFailure()
  return useCallback(
    (outcome, given, takeBack) => {
      tell(outcome)
      if (!outcome.ok) return
      const undo = async (): Promise<void> => {
        const undone = await takeBack()
        tell(undone)
        if (undone.ok) show(words.annotate.undone)
      }
      show(given === 'confirmed' ? nowConfirmed : nowRejected, {
        label: words.common.undo,
        run: () => void undo(),
      })
    },
    [tell, show, words, nowConfirmed, nowRejected],
  )
}
