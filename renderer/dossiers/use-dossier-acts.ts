import type { Dossier, NewDossierItem } from '../../shared/model/dossier.ts'
import type { Outcome } from '../../shared/model/failure.ts'
import { useCommand } from '../client/use-command.ts'
import { useSpeech } from '../i18n/words.tsx'
import { useTellFailure } from '../reader/use-tell-failure.ts'
import { useNotices } from '../ui/notices.tsx'

/** What a cover says. */
export interface DossierCover {
  readonly title: string
  readonly description: string
  readonly marking: string
}

interface DossierActs {
  readonly create: (
    cover: DossierCover,
    items: readonly NewDossierItem[],
  ) => Promise<Dossier | null>
  readonly describe: (id: string, cover: DossierCover) => Promise<Dossier | null>
  readonly remove: (id: string, title: string) => Promise<void>
  readonly add: (id: string, items: readonly NewDossierItem[]) => Promise<Dossier | null>
  /** Puts an item before another, or at the end, and tells where it now stands. */
  readonly move: (id: string, itemId: string, beforeId: string | null) => Promise<void>
  readonly removeItem: (id: string, itemId: string) => Promise<void>
  readonly write: (id: string, itemId: string, words: string) => Promise<Dossier | null>
  readonly undo: (id: string) => Promise<void>
  readonly redo: (id: string) => Promise<void>
}

/**
 * What can be done with dossiers. Each act tells what became of it and how to take it back; null
 * where it could not be done.
 */
export function useDossierActs(): DossierActs {
  const { words } = useSpeech()
  const { announce } = useNotices()
  const tellFailure = useTellFailure()
  const createDossier = useCommand('dossier.create')
  const describeDossier = useCommand('dossier.describe')
  const deleteDossier = useCommand('dossier.delete')
  const addItems = useCommand('dossier.add-items')
  const moveItems = useCommand('dossier.move-items')
  const removeItems = useCommand('dossier.remove-items')
  const writeItem = useCommand('dossier.write-item')
  const own = words.dossiers
  const { conclude, undo, redo } = useConclusion()
  return {
    create: async (cover, items) => {
      const created = await createDossier({ ...cover, items: [...items] })
      return conclude(created, own.created(cover.title))
    },
    describe: async (id, cover) =>
      conclude(await describeDossier({ id, ...cover }), own.described(cover.title)),
    remove: async (id, title) => {
      conclude(await deleteDossier({ id }), own.removed(title))
    },
    add: async (id, items) => {
      const added = await addItems({ id, items: [...items] })
      return conclude(added, added.ok ? own.added(added.value.title) : '')
    },
    move: async (id, itemId, beforeId) => {
      const moved = await moveItems({ id, itemIds: [itemId], beforeId })
      if (!moved.ok) return tellFailure(moved)
      const { items } = moved.value
      announce(own.moved(items.findIndex((item) => item.id === itemId) + 1, items.length))
    },
    removeItem: async (id, itemId) => {
      conclude(await removeItems({ id, itemIds: [itemId] }), own.itemRemoved)
    },
    write: async (id, itemId, text) =>
      conclude(await writeItem({ id, itemId, words: text }), own.written),
    undo,
    redo,
  }
}

interface Conclusion extends Pick<DossierActs, 'undo' | 'redo'> {
  /** Tells what became of an act, and offers to take it back. */
  readonly conclude: (outcome: Outcome<Dossier>, told: string) => Dossier | null
}

function useConclusion(): Conclusion {
  const { words } = useSpeech()
  const { show, announce } = useNotices()
  const tellFailure = useTellFailure()
  const undoDossier = useCommand('dossier.undo')
  const redoDossier = useCommand('dossier.redo')
  const undo = async (id: string): Promise<void> => {
    const undone = await undoDossier({ id })
    if (undone.ok) announce(words.dossiers.undone)
    else tellFailure(undone)
  }
  return {
    undo,
    redo: async (id) => {
      const redone = await redoDossier({ id })
      if (redone.ok) announce(words.dossiers.redone)
      else tellFailure(redone)
    },
    conclude: (outcome, told) => {
      if (!outcome.ok) {
        tellFailure(outcome)
        return null
      }
      const { id } = outcome.value
      show(told, { label: words.common.undo, run: () => void undo(id) })
      return outcome.value
    },
  }
}
