import { FilePlus2, LockKeyhole } from 'lucide-react'
import { memo, type RefObject } from 'react'
import type { OutputOf } from '../shared/channels/channel.ts'
import type { ArchiveContract } from '../shared/channels/contract.ts'
import { useActing, useKeysOf } from './actions/acting.tsx'
import { NotesButton } from './annotate/notes-button.tsx'
import { useDesk, useQuery } from './desk.tsx'
import { HelpMenu } from './help-menu.tsx'
import { useSpeech } from './i18n/words.tsx'
import { useLayout } from './layout.tsx'
import { useReadOnly } from './safety/read-only.tsx'
import { useVault } from './safety/vault.tsx'
import { SearchField } from './search/search-field.tsx'
import { SettingsButton } from './settings/settings-button.tsx'
import { Button, IconButton } from './ui/button.tsx'

export type ArchiveDescription = OutputOf<ArchiveContract['archive.describe']>

/** The bar above the panes: the archive, the search, and what concerns the whole. */
export const TopBar = memo(function TopBar({
  archive,
  searchRef,
  onAdd,
}: {
  readonly archive: ArchiveDescription
  readonly searchRef: RefObject<HTMLInputElement | null>
  readonly onAdd: () => void
}) {
  const { words } = useSpeech()
  const { room } = useLayout()
  const { actOf } = useActing()
  const keysOf = useKeysOf()
  const vault = useVault()
  const isReadOnly = useReadOnly().reason !== null
  return (
    <header className="top-bar">
      <p className="wordmark">{words.app.name}</p>
      <QueryField inputRef={searchRef} />
      <div className="top-acts">
        {isReadOnly && <span className="tag">{words.app.readOnly}</span>}
        {!isReadOnly &&
          (room === 'narrow' ? (
            <IconButton
              label={words.ingest.title}
              icon={<FilePlus2 aria-hidden />}
              onPress={onAdd}
            />
          ) : (
            <Button onPress={onAdd}>
              <FilePlus2 aria-hidden />
              {words.ingest.action}
            </Button>
          ))}
        {room !== 'narrow' && <HelpMenu />}
        <NotesButton />
        {vault?.isEncrypted === true && (
          <IconButton
            label={words.safety.lock}
            keys={keysOf('lock')?.shown}
            icon={<LockKeyhole aria-hidden />}
            onPress={() => actOf('lock')?.()}
          />
        )}
        <SettingsButton archive={archive} />
      </div>
    </header>
  )
})

/** By itself, so that the rest of the bar is not drawn again with each letter. */
function QueryField({ inputRef }: { readonly inputRef: RefObject<HTMLInputElement | null> }) {
  const query = useQuery()
  const { setQuery } = useDesk()
  return <SearchField value={query} onChange={setQuery} inputRef={inputRef} />
}
