import { createContext, use, useCallback, useMemo, useRef, useState, type ReactNode } from 'react'
import { fail, succeed, type Outcome } from '../../shared/model/failure.ts'
import type { Span } from '../../shared/model/search.ts'
import type { NoteFields } from '../annotate/note-fields.ts'
import { useConnection } from '../client/connection.tsx'
import { useVault } from './vault.tsx'

/** A note that is being written, and where. */
export interface KeptDraft {
  readonly communiqueId: string
  readonly versionId: string
  readonly span: Span
  /** The annotation whose note it is; null for one that is not made yet. */
  readonly annotationId: string | null
  readonly fields: NoteFields
}

/** What is done for the note being written, should the archive lock. */
interface KeptDrafts {
  /** Keeps what is being written, encrypted; null once it was saved or given up. */
  readonly keep: (draft: KeptDraft | null) => void
  /** True while one from before the lock waits to be taken up. */
  readonly isOffered: boolean
  /** Takes it up. */
  readonly resume: () => Promise<Outcome<KeptDraft>>
  readonly giveUp: () => void
  /** The one that was taken up, until it is saved or given up. */
  readonly resumed: KeptDraft | null
}

interface Sealed {
  readonly read: () => string | null
  readonly write: (sealed: string | null) => void
}

const SealedContext = createContext<Sealed>({ read: () => null, write: () => {} })
const DraftsContext = createContext<KeptDrafts>({
  keep: () => {},
  isOffered: false,
  resume: () => Promise.resolve(fail({ kind: 'not-found', what: 'draft', id: '' })),
  giveUp: () => {},
  resumed: null,
})

/** All that a locked window holds of a draft: its encrypted form, which only the archive's key opens. */
export function SealedDraftProvider({ children }: { readonly children: ReactNode }) {
  const held = useRef<string | null>(null)
  const sealed = useMemo(
    () => ({
      read: () => held.current,
      write: (text: string | null) => {
        held.current = text
      },
    }),
    [],
  )
  return <SealedContext value={sealed}>{children}</SealedContext>
}

/** Keeps drafts of a window that is unlocked. It is taken down, with all it knows, on a lock. */
export function KeptDraftsProvider({ children }: { readonly children: ReactNode }) {
  const { backend } = useConnection()
  const isEncrypted = useVault()?.isEncrypted === true
  const sealed = use(SealedContext)
  const newest = useRef(0)
  const [offered, setOffered] = useState(() => sealed.read())
  const [resumed, setResumed] = useState<KeptDraft | null>(null)
  const keep = useCallback(
    (draft: KeptDraft | null): void => {
      const own = ++newest.current
      if (draft === null) {
        sealed.write(offered)
        setResumed(null)
      }
      if (draft === null || !isEncrypted || backend === null) return
      const seal = async (): Promise<void> => {
        const outcome = await backend.archive.call('vault.seal', { text: JSON.stringify(draft) })
        if (outcome.ok && own === newest.current) sealed.write(outcome.value.sealed)
      }
      void seal()
    },
    [backend, isEncrypted, offered, sealed],
  )
  const drafts = useMemo(
    () => ({
      keep,
      isOffered: offered !== null,
      resume: async (): Promise<Outcome<KeptDraft>> => {
        if (backend === null) return fail({ kind: 'connection-lost' })
        const outcome = await backend.archive.call('vault.unseal', { sealed: offered ?? '' })
        if (!outcome.ok && outcome.failure.kind === 'connection-lost') return outcome
        setOffered(null)
        if (!outcome.ok) return outcome
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- sealed by this very window, and whole, or it would not open
        const draft = JSON.parse(outcome.value.text) as KeptDraft
        setResumed(draft)
        return succeed(draft)
      },
      giveUp: () => {
        sealed.write(null)
        setOffered(null)
      },
      resumed,
    }),
    [keep, offered, backend, sealed, resumed],
  )
  return <DraftsContext value={drafts}>{children}</DraftsContext>
}

/** The note being written, kept over a lock. */
export function useKeptDrafts(): KeptDrafts {
  return use(DraftsContext)
}
