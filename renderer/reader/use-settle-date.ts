import { useCallback } from 'react'
import type { CalendarDate, Settlement, StatedDate } from '../../shared/model/stated-date.ts'
import { useCommand } from '../client/use-command.ts'
import { useSpeech } from '../i18n/words.tsx'
import { useNotices } from '../ui/notices.tsx'
import { useTellFailure } from './use-tell-failure.ts'

/** Settles a date, or corrects it, and tells what came of it. */
export function useSettleDate(): (
  date: StatedDate,
  settlement: Settlement,
  value: CalendarDate | null,
) => Promise<void> {
  const { words } = useSpeech()
  const { announce } = useNotices()
  const settle = useCommand('date.settle')
  const tell = useTellFailure()
  return useCallback(
    async (date, settlement, value) => {
      const outcome = await settle({ id: date.id, settlement, value })
      tell(outcome)
      if (!outcome.ok) return
      if (settlement === 'confirmed') announce(words.dates.nowConfirmed)
      if (settlement === 'rejected') announce(words.dates.nowRejected)
    },
    [settle, tell, announce, words],
  )
}

/** A date that a rule deduced and no officer has looked at. */
export function isOpenSuggestion({ origin, settlement }: StatedDate): boolean {
  return origin === 'deduced' && settlement === 'unconfirmed'
}
