import type { ReactNode } from 'react'
import { SavedSearchesProvider } from './saved/saved-searches-known.tsx'
import { SettledProvider } from './settled.tsx'
import { TrendProvider } from './timeline/trend.tsx'
import { VisitProvider } from './visit/visit.tsx'

/** What is counted beside the list once it stands: what came in since, and how much at each time. */
export function CountedBeside({
  archiveId,
  children,
}: {
  readonly archiveId: string
  readonly children: ReactNode
}) {
  return (
    <SettledProvider>
      <VisitProvider archiveId={archiveId}>
        <TrendProvider>
          <SavedSearchesProvider>{children}</SavedSearchesProvider>
        </TrendProvider>
      </VisitProvider>
    </SettledProvider>
  )
}
