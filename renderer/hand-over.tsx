import { createContext, use, useCallback, useMemo, useState, type ReactNode } from 'react'
import type { DossierSummary, NewDossierItem } from '../shared/model/dossier.ts'

/** What is to leave the archive. */
export type ExportSubject =
  | {
      readonly kind: 'text'
      readonly communiqueId: string
      /** Null for the newest wording. */
      readonly versionId: string | null
    }
  | { readonly kind: 'chosen'; readonly ids: readonly string[] }
  | { readonly kind: 'listed' }
  | { readonly kind: 'dossier'; readonly id: string; readonly title: string }

/** One of the two texts that are compared. */
export interface ComparedText {
  readonly communiqueId: string
  /** Null for the newest wording. */
  readonly versionId: string | null
}

/** What a dossier's cover says. */
export type Described = Pick<DossierSummary, 'id' | 'title' | 'description' | 'marking'>

/** What opens above the panes to hand over, to gather or to compare. */
export type HandOver =
  | { readonly name: 'export'; readonly subject: ExportSubject }
  | { readonly name: 'compare'; readonly old: ComparedText; readonly fresh: ComparedText }
  | { readonly name: 'gather'; readonly items: readonly NewDossierItem[] }
  | { readonly name: 'briefing'; readonly ids: readonly string[] }
  | { readonly name: 'describe'; readonly dossier: Described | null }

interface HandOvers {
  readonly opened: HandOver | null
  readonly openHandOver: (asked: HandOver) => void
  readonly close: () => void
  /** The dossier that stands in place of the list; null for the list. */
  readonly dossierId: string | null
  readonly openDossier: (id: string | null) => void
}

const HandOverContext = createContext<HandOvers | null>(null)

/** Holds what is handed over, gathered or compared in this window. */
export function HandOverProvider({ children }: { readonly children: ReactNode }) {
  const [opened, setOpened] = useState<HandOver | null>(null)
  const [dossierId, openDossier] = useState<string | null>(null)
  const close = useCallback(() => setOpened(null), [])
  const hold = useMemo(
    () => ({ opened, openHandOver: setOpened, close, dossierId, openDossier }),
    [opened, close, dossierId],
  )
  return <HandOverContext value={hold}>{children}</HandOverContext>
}

/** What is handed over in this window, and how to open more of it. */
export function useHandOver(): HandOvers {
  const hold = use(HandOverContext)
  if (hold === null) throw new Error('handing over is used outside its provider')
  return hold
}
