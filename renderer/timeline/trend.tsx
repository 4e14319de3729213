import { createContext, use, type ReactNode } from 'react'
import type { OutputOf } from '../../shared/channels/channel.ts'
import type { ArchiveContract } from '../../shared/channels/contract.ts'
import { useAnswer, type Answer } from '../client/use-answer.ts'
import { useSettled } from '../settled.tsx'
import { useSettings } from '../settings/settings.tsx'

export type TrendCount = OutputOf<ArchiveContract['search.count-trend']>
type Trend = Answer<TrendCount>

const TrendContext = createContext<Trend | null>(null)

/**
 * Counts what is listed over time while the timeline is shown. It stands above the list, so that
 * a list that gives way to another does not have it counted again before the other is answered.
 */
export function TrendProvider({ children }: { readonly children: ReactNode }) {
  const { answered: query, filter } = useSettled()
  const { settings } = useSettings()
  const asked = settings.timelineShown ? { query, filter: { ...filter, periods: [] } } : null
  const trend = useAnswer('search.count-trend', asked, 'timeline')
  return <TrendContext value={trend}>{children}</TrendContext>
}

/** How many of what is listed there are at each time. */
export function useTrend(): Trend {
  const trend = use(TrendContext)
  if (trend === null) throw new Error('useTrend needs a TrendProvider around it')
  return trend
}
