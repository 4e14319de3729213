import { useCallback } from 'react'
import type { CalendarDate, Settlement, StatedDate } from '../../shared/model/stated-date.ts'
import { useCommand } from '../client/use-command.ts'
import { useSpeech } from '../i18n/words.tsx'
import { useTellFailure } from './use-tell-failure.ts'
import { useTellSettled } from './use-tell-settled.ts'

/** Settles a date, or corrects it, tells what came of it, and offers to take that back. */
export function useSettleDate(): (
  date: StatedDate,
  settlement: Settlement,
  value: CalendarDate | null,
) => Promise<void> {
  const { words } = useSpeech()
  const settle = useCommand('date.settle')
  const tell = useTellFailure()
  const tellSettled = useTellSettled(words.dates)
  return useCallback(
    async (date, settlement, value) => {
      const { id, origin } = date
      const outcome = await settle({ id, settlement, value })
      if (settlement === 'unconfirmed') return tell(outcome)
      tellSettled(outcome, settlement, async () => {
        const before = { id, settlement: date.settlement }
        if (origin === 'officer') return settle({ ...before, value: date.value })
        // Without a value the rule's own proposal comes back.
        const proposed = await settle({ id, settlement: 'unconfirmed', value: null })
        if (!proposed.ok || date.settlement === 'unconfirmed') return proposed
        return settle({ ...before, value: null })
      })
    },
    [settle, tell, tellSettled],
  )
}

/** A date that a rule deduced and no officer has looked at. */
export function isOpenSuggestion({ origin, settlement }: StatedDate): boolean {
  return origin === 'deduced' && settlement === 'unconfirmed'
}
