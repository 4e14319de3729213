import { useState } from 'react'
import { Input, Label, TextField } from 'react-aria-components'
import type { SavedSearch } from '../../shared/model/saved-search.ts'
import { useCommand } from '../client/use-command.ts'
import { useDesk } from '../desk.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { useTellFailure } from '../reader/use-tell-failure.ts'
import { useKeptDrafts } from '../safety/kept-draft.tsx'
import { useAnsweredQuery, useSearchTools } from '../search/search-tools.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useNotices } from '../ui/notices.tsx'
import { useSaving } from '../ui/use-saving.ts'
import { useSavedActs } from './use-saved-acts.ts'

const MOST_LETTERS = 200

/** Names the search of the moment to keep it, or gives one that is kept another name. */
export function NameSearchDialog({ search }: { readonly search: SavedSearch | null }) {
  const { words } = useSpeech()
  const keep = useKeeping()
  const { rename } = useSavedActs()
  const { name, setName, close } = useName(search)
  const isNamed = name.trim() !== ''
  const { isSaving, saveOnce } = useSaving()
  /** A name that could not be saved is told, and stays where it was written. */
  const save = async (): Promise<void> => {
    if (!isNamed) return
    const isSaved = await saveOnce(() =>
      search === null ? keep(name.trim()) : rename(search, name.trim()),
    )
    if (isSaved === true) close()
  }
  return (
    <Dialog
      title={search === null ? words.tools.save : words.saved.renameTitle}
      onClose={close}
      isBusy={isSaving}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <div className="dialog-body">
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the one field of a dialog that was asked for */}
          <TextField className="field" value={name} onChange={setName} autoFocus>
            <Label className="field-label">{words.saved.name}</Label>
            <Input
              className="input"
              dir="auto"
              maxLength={MOST_LETTERS}
              onFocus={(event) => event.currentTarget.select()}
            />
          </TextField>
        </div>
        <footer className="dialog-footer">
          <Button onPress={close}>{words.common.cancel}</Button>
          <Button tone="primary" type="submit" isDisabled={!isNamed || isSaving}>
            {words.common.save}
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}

/** The name as it is typed, kept over a lock with what it is the name of. */
function useName(search: SavedSearch | null): {
  readonly name: string
  readonly setName: (name: string) => void
  readonly close: () => void
} {
  const query = useAnsweredQuery()
  const { filter } = useDesk()
  const { close } = useSearchTools()
  const { keep, resumed } = useKeptDrafts()
  const [name, setName] = useState(() => {
    const draft = resumed.search
    if (draft !== undefined && draft.search?.id === search?.id) return draft.name
    return search?.name ?? nameFromQuery(query)
  })
  return {
    name,
    setName: (to) => {
      setName(to)
      keep('search', { search, query, filter, name: to })
    },
    close: () => {
      keep('search', null)
      close()
    },
  }
}

/** Keeps the search of the moment; false where that could not be done. */
function useKeeping(): (name: string) => Promise<boolean> {
  const { words } = useSpeech()
  const query = useAnsweredQuery()
  const { filter } = useDesk()
  const { show } = useNotices()
  const tellFailure = useTellFailure()
  const create = useCommand('saved-search.create')
  return async (name) => {
    const created = await create({ name, query, filter })
    if (created.ok) show(words.saved.kept(name))
    else tellFailure(created)
    return created.ok
  }
}

/** A query says by itself what it finds; its signs say little. */
function nameFromQuery(query: string): string {
  return query
    .replaceAll(/[="“”«»]/gu, '')
    .trim()
    .slice(0, MOST_LETTERS)
}
