import {
  createContext,
  use,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react'
import { fail, succeed, type Outcome } from '../../shared/model/failure.ts'
import type { SavedSearch } from '../../shared/model/saved-search.ts'
import type { Filter, Span } from '../../shared/model/search.ts'
import type { NoteFields } from '../annotate/note-fields.ts'
import { useConnection } from '../client/connection.tsx'
import type { Described } from '../hand-over.tsx'
import { useVault } from './vault.tsx'

/** What an officer may be in the middle of writing, by what is written. */
export interface KeptDrafts {
  /** A note, and where. */
  readonly note: {
    readonly communiqueId: string
    readonly versionId: string
    readonly span: Span
    /** The annotation whose note it is; null for one that is not made yet. */
    readonly annotationId: string | null
    readonly fields: NoteFields
  }
  /** A note or heading to be added to a dossier. */
  readonly addition: { readonly dossierId: string; readonly words: string }
  /** Words of a dossier that are being changed. */
  readonly line: { readonly dossierId: string; readonly itemId: string; readonly words: string }
  /** A text that is pasted or typed, to be taken in. */
  readonly paste: { readonly text: string }
  /** The cover of a dossier; of a new one where `dossier` is null. */
  readonly cover: { readonly dossier: Described | null; readonly fields: CoverFields }
  /** The name of a search: of one that is kept, or else of what was looked for. */
  readonly search: {
    readonly search: SavedSearch | null
    readonly query: string
    readonly filter: Filter
    readonly name: string
  }
  /** Words to be looked up, and by which tool. */
  readonly question: { readonly tool: 'trace' | 'verify'; readonly text: string }
}

type CoverFields = Pick<Described, 'title' | 'marking' | 'description'>

export type DraftName = keyof KeptDrafts

const NAMES: readonly DraftName[] = [
  'note',
  'addition',
  'line',
  'paste',
  'cover',
  'search',
  'question',
]

type ByName = Partial<Record<DraftName, string>>

/** What is done for what is being written, should the archive lock or the page be lost. */
interface DraftKeeper {
  /** Keeps what is being written; null once it was saved or given up. */
  readonly keep: <Name extends DraftName>(name: Name, draft: KeptDrafts[Name] | null) => void
  /** What waits to be taken up. */
  readonly offered: readonly DraftName[]
  /** Takes it up. */
  readonly resume: <Name extends DraftName>(name: Name) => Promise<Outcome<KeptDrafts[Name]>>
  readonly giveUp: (name: DraftName) => void
  /** What was taken up, until it is saved or given up. */
  readonly resumed: Partial<KeptDrafts>
}

interface Held {
  readonly read: () => ByName
  readonly write: (name: DraftName, text: string | null) => void
}

const HeldContext = createContext<Held>({ read: () => ({}), write: () => {} })
const DraftsContext = createContext<DraftKeeper>({
  keep: () => {},
  offered: [],
  resume: () => Promise.resolve(fail({ kind: 'not-found', what: 'draft', id: '' })),
  giveUp: () => {},
  resumed: {},
})

/**
 * All that a locked window holds of drafts: their encrypted form, which only the archive's key opens.
 * The shell holds the same for a page that is lost, and forgets it with the window.
 */
export function HeldDraftsProvider({ children }: { readonly children: ReactNode }) {
  const { backend } = useConnection()
  const drafts = useRef<ByName>({})
  const shell = useRef(backend?.shell)
  useEffect(() => {
    shell.current = backend?.shell
  }, [backend])
  const held = useMemo(
    () => ({
      read: () => drafts.current,
      write: (name: DraftName, text: string | null) => {
        const { [name]: _before, ...others } = drafts.current
        drafts.current = text === null ? others : { ...others, [name]: text }
        void shell.current?.call('draft.keep', { name, text })
      },
    }),
    [],
  )
  return <HeldContext value={held}>{children}</HeldContext>
}

/** Keeps drafts of a window that is unlocked. It is taken down, with all it knows, on a lock. */
export function KeptDraftsProvider({ children }: { readonly children: ReactNode }) {
  const { backend } = useConnection()
  const isEncrypted = useVault()?.isEncrypted === true
  const held = use(HeldContext)
  const newest = useRef<Partial<Record<DraftName, number>>>({})
  const { offered, withdraw } = useOffered()
  const [resumed, setResumed] = useState<Partial<KeptDrafts>>({})
  useSealing(isEncrypted)
  const keep: DraftKeeper['keep'] = useCallback(
    (name, draft) => {
      const own = (newest.current[name] ?? 0) + 1
      newest.current[name] = own
      if (draft === null) {
        held.write(name, offered[name] ?? null)
        setResumed(({ [name]: _done, ...others }) => others)
        return
      }
      if (backend === null) return
      const text = JSON.stringify(draft)
      const hold = async (): Promise<void> => {
        const sealed = isEncrypted ? await backend.archive.call('vault.seal', { text }) : null
        if (sealed?.ok === false || own !== newest.current[name]) return
        held.write(name, sealed === null ? text : sealed.value.sealed)
      }
      void hold()
    },
    [backend, isEncrypted, offered, held],
  )
  const drafts = useMemo(
    (): DraftKeeper => ({
      keep,
      offered: NAMES.filter((name) => offered[name] !== undefined),
      resume: async (name) => {
        if (backend === null) return fail({ kind: 'connection-lost' })
        const text = await openText(backend.archive, offered[name] ?? '')
        if (!text.ok && text.failure.kind === 'connection-lost') return text
        withdraw(name)
        if (!text.ok) return text
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- held for this very window, and sealed ones are whole, or they would not open
        const draft = JSON.parse(text.value) as KeptDrafts[typeof name]
        setResumed((others) => ({ ...others, [name]: draft }))
        return succeed(draft)
      },
      giveUp: (name) => {
        held.write(name, null)
        withdraw(name)
      },
      resumed,
    }),
    [keep, offered, withdraw, backend, held, resumed],
  )
  return <DraftsContext value={drafts}>{children}</DraftsContext>
}

/** What waits from before a lock, or in the shell from before the page was lost. */
function useOffered(): { readonly offered: ByName; readonly withdraw: (name: DraftName) => void } {
  const { backend } = useConnection()
  const held = use(HeldContext)
  const [offered, setOffered] = useState(() => held.read())
  const isAsked = useRef(false)
  useEffect(() => {
    if (backend === null || isAsked.current) return
    isAsked.current = true
    const ask = async (): Promise<void> => {
      const listed = await backend.shell.call('draft.list', {})
      if (listed.ok) setOffered((own) => ({ ...listed.value.drafts, ...own }))
    }
    void ask()
  }, [backend])
  const withdraw = useCallback(
    (name: DraftName) => setOffered(({ [name]: _done, ...others }) => others),
    [],
  )
  return { offered, withdraw }
}

const SEALED = 'draft1.'

/** What was written while the archive was still plain is not to be read once it locks. */
function useSealing(isEncrypted: boolean): void {
  const { backend } = useConnection()
  const held = use(HeldContext)
  useEffect(() => {
    if (!isEncrypted || backend === null) return
    const seal = async (name: DraftName, text: string): Promise<void> => {
      const sealed = await backend.archive.call('vault.seal', { text })
      // What was written meanwhile is sealed already.
      if (held.read()[name] === text) held.write(name, sealed.ok ? sealed.value.sealed : null)
    }
    for (const name of NAMES) {
      const text = held.read()[name]
      if (text !== undefined && !text.startsWith(SEALED)) void seal(name, text)
    }
  }, [isEncrypted, backend, held])
}

async function openText(
  archive: NonNullable<ReturnType<typeof useConnection>['backend']>['archive'],
  held: string,
): Promise<Outcome<string>> {
  if (!held.startsWith(SEALED)) return succeed(held)
  const outcome = await archive.call('vault.unseal', { sealed: held })
  return outcome.ok ? succeed(outcome.value.text) : outcome
}

/** What is being written, kept over a lock and over the loss of a page. */
export function useKeptDrafts(): DraftKeeper {
  return use(DraftsContext)
}
