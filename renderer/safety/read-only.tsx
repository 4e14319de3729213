import { BookLock } from 'lucide-react'
import { createContext, use, useCallback, useEffect, useMemo, type ReactNode } from 'react'
import type { Failure } from '../../shared/model/failure.ts'
import { useActing } from '../actions/acting.tsx'
import { usePolicy } from '../client/use-policy.ts'
import { useSpeech } from '../i18n/words.tsx'
import { useTellFailure } from '../reader/use-tell-failure.ts'

/** Why nothing is written to the archive: its medium takes no writing, or that is settled. */
type ReadOnlyReason = 'medium' | 'policy'

const REFUSALS: Readonly<Record<ReadOnlyReason, Failure>> = {
  medium: { kind: 'archive-read-only' },
  policy: { kind: 'policy-refuses', rule: 'readOnly' },
}

interface Held {
  /** Null where the archive may be written to. */
  readonly reason: ReadOnlyReason | null
  /** Tells why nothing was done, in the words in which the archive refuses. */
  readonly tell: () => void
}

const ReadOnlyContext = createContext<Held>({ reason: null, tell: () => {} })

/** Holds whether the archive may be written to; where not, the keys of writing tell why. */
export function ReadOnlyProvider({
  archive,
  children,
}: {
  readonly archive: { readonly readOnly: boolean }
  readonly children: ReactNode
}) {
  const policy = usePolicy()
  const isSettled = policy?.policy.readOnly === true
  const reason: ReadOnlyReason | null = archive.readOnly ? 'medium' : isSettled ? 'policy' : null
  const { holdWriting } = useActing()
  const tellFailure = useTellFailure()
  const tell = useCallback(() => {
    if (reason !== null) tellFailure({ ok: false, failure: REFUSALS[reason] })
  }, [reason, tellFailure])
  useEffect(() => (reason === null ? undefined : holdWriting(tell)), [reason, tell, holdWriting])
  const held = useMemo(() => ({ reason, tell }), [reason, tell])
  return <ReadOnlyContext value={held}>{children}</ReadOnlyContext>
}

/** Why the archive is not written to, if it is not, and how to tell so. */
export function useReadOnly(): Held {
  return use(ReadOnlyContext)
}

/** What writes to the archive: shown only where the archive takes it. */
export function Writing({ children }: { readonly children: ReactNode }) {
  return useReadOnly().reason === null ? children : null
}

/** Tells that nothing can be written, why, and what works all the same. */
export function ReadOnlyNotice() {
  const { words } = useSpeech()
  const { reason } = useReadOnly()
  if (reason === null) return null
  return (
    <p className="banner" role="status">
      <BookLock aria-hidden />
      {reason === 'medium' ? words.safety.readOnlyAdvice : words.safety.readOnlySettled}
    </p>
  )
}
