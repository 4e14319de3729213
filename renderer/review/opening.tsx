import { createContext, lazy, Suspense, use, useMemo, useState, type ReactNode } from 'react'
import { useActions } from '../actions/acting.tsx'
import type { ReviewScope } from './review-scope.ts'

const ReviewDesk = lazy(async () => ({
  default: (await import('./review-desk.tsx')).ReviewDesk,
}))
const AuthorityDesk = lazy(async () => ({
  default: (await import('../authorities/authority-desk.tsx')).AuthorityDesk,
}))

interface Opening {
  readonly openReview: (scope?: Partial<ReviewScope>) => void
  readonly openAuthorities: () => void
}

type Opened =
  | { readonly kind: 'review'; readonly scope: ReviewScope }
  | { readonly kind: 'authorities' }
  | null

const OpeningContext = createContext<Opening>({ openReview: () => {}, openAuthorities: () => {} })

/** Holds the windows of the suggestions and of the names, which many places and two keys open. */
export function OpeningProvider({ children }: { readonly children: ReactNode }) {
  const [opened, setOpened] = useState<Opened>(null)
  const opening = useMemo<Opening>(
    () => ({
      openReview: (scope = {}) =>
        setOpened({ kind: 'review', scope: { communiqueId: null, batchId: null, ...scope } }),
      openAuthorities: () => setOpened({ kind: 'authorities' }),
    }),
    [],
  )
  useActions({ review: () => opening.openReview(), names: opening.openAuthorities })
  const close = (): void => setOpened(null)
  return (
    <OpeningContext value={opening}>
      {children}
      <Suspense>
        {opened?.kind === 'review' && <ReviewDesk scope={opened.scope} onClose={close} />}
        {opened?.kind === 'authorities' && <AuthorityDesk onClose={close} />}
      </Suspense>
    </OpeningContext>
  )
}

/** How a part of the window opens the suggestions or the names. */
export function useOpening(): Opening {
  return use(OpeningContext)
}
