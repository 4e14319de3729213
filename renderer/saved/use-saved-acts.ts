import type { SavedSearch } from '../../shared/model/saved-search.ts'
import { useCommand } from '../client/use-command.ts'
import { useSpeech } from '../i18n/words.tsx'
import { useTellFailure } from '../reader/use-tell-failure.ts'
import { useNotices } from '../ui/notices.tsx'

interface SavedActs {
  /** False where it could not be done. */
  readonly rename: (search: SavedSearch, name: string) => Promise<boolean>
  /** Deletes; the message that tells so offers to put it back as it was. */
  readonly remove: (search: SavedSearch) => Promise<void>
  readonly markSeen: (search: SavedSearch) => Promise<void>
}

/** What can be done with a saved search; what cannot be is told. */
export function useSavedActs(): SavedActs {
  const { words } = useSpeech()
  const { show } = useNotices()
  const tellFailure = useTellFailure()
  const renameSearch = useCommand('saved-search.rename')
  const deleteSearch = useCommand('saved-search.delete')
  const restoreSearch = useCommand('saved-search.restore')
  const markSearchSeen = useCommand('saved-search.mark-seen')
  const putName = async (id: string, name: string): Promise<boolean> => {
    const renamed = await renameSearch({ id, name })
    if (!renamed.ok) tellFailure(renamed)
    return renamed.ok
  }
  return {
    rename: async (search, name) => {
      if (!(await putName(search.id, name))) return false
      const undo = (): void => void putName(search.id, search.name)
      show(words.saved.renamed(name), { label: words.common.undo, run: undo })
      return true
    },
    remove: async ({ id, name }) => {
      const removed = await deleteSearch({ id })
      if (!removed.ok) {
        tellFailure(removed)
        return
      }
      const restore = async (): Promise<void> => {
        const restored = await restoreSearch({ id })
        if (!restored.ok) tellFailure(restored)
      }
      const undo = (): void => void restore()
      show(words.saved.removed(name), { label: words.common.undo, run: undo })
    },
    markSeen: async ({ id }) => {
      const seen = await markSearchSeen({ id })
      if (!seen.ok) tellFailure(seen)
    },
  }
}
