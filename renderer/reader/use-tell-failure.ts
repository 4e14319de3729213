import { useCallback } from 'react'
import type { Outcome } from '../../shared/model/failure.ts'
import { tellFailure } from '../i18n/failure-words.ts'
import { useSpeech } from '../i18n/words.tsx'
import { useNotices } from '../ui/notices.tsx'

/** Tells of a failed outcome; says nothing of one that succeeded. */
export function useTellFailure(): (outcome: Outcome<unknown>) => void {
  const { words } = useSpeech()
  const { show } = useNotices()
  return useCallback(
    (outcome) => {
      if (outcome.ok) return
      const { title, advice } = tellFailure(words.failures, outcome.failure)
      show(`${title}. ${advice}`)
    },
    [words, show],
  )
}
