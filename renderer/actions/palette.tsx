import { Search } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import {
  Autocomplete,
  Collection,
  Dialog,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components'
import { useSpeech } from '../i18n/words.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useActing } from './acting.tsx'
import { ACTIONS, type ActionGroup, type ActionId } from './actions.ts'
import { chordsOf, keysFromChord } from './chords.ts'
import { KeyRow } from './key-row.tsx'
import { answersTo } from './palette-filter.ts'

const GROUPS: readonly ActionGroup[] = ['annotations', 'text', 'tools', 'everywhere']

/** Every action that can be done now, by its name in the language of the window. */
export function Palette({
  onRun,
  onClose,
}: {
  readonly onRun: (id: ActionId) => void
  readonly onClose: () => void
}) {
  const { words } = useSpeech()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  return (
    <ModalOverlay
      className="veil palette-veil"
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Modal className="modal palette">
        <Dialog className="dialog" aria-label={words.actions.names.palette}>
          <Autocomplete filter={answersTo}>
            <SearchField className="palette-field" aria-label={words.actions.sought}>
              <Search aria-hidden className="search-icon" />
              <Input
                ref={field}
                className="palette-input"
                // oxlint-disable-next-line jsx-a11y/role-has-required-aria-props -- the autocomplete around it names the list it controls
                role="combobox"
                aria-expanded
                aria-haspopup="listbox"
                placeholder={words.actions.sought}
                dir="auto"
              />
            </SearchField>
            <PossibleActions onRun={onRun} />
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function PossibleActions({ onRun }: { readonly onRun: (id: ActionId) => void }) {
  const { words } = useSpeech()
  const { actOf } = useActing()
  // What can be done is settled when it opens: it lies above all that could change it.
  const possible = useMemo(
    () => ACTIONS.filter(({ id }) => id !== 'palette' && actOf(id) !== undefined),
    [actOf],
  )
  return (
    <ListBox
      className="palette-list"
      aria-label={words.actions.names.palette}
      selectionMode="none"
      renderEmptyState={() => <EmptyState title={words.actions.none} />}
      onAction={(key) => {
        const chosen = possible.find(({ id }) => id === key)
        if (chosen) onRun(chosen.id)
      }}
    >
      {GROUPS.map((group) => (
        <ListBoxSection key={group} id={group}>
          <Header className="palette-group">{words.actions.groups[group]}</Header>
          <Collection items={possible.filter((action) => action.group === group)}>
            {({ id }) => <PaletteItem id={id} />}
          </Collection>
        </ListBoxSection>
      ))}
    </ListBox>
  )
}

function PaletteItem({ id }: { readonly id: ActionId }) {
  const { words } = useSpeech()
  const { own } = useActing()
  const chord = chordsOf(id, own)[0]
  const name = words.actions.names[id]
  return (
    <ListBoxItem id={id} className="palette-item" textValue={name}>
      <span>{name}</span>
      {chord !== undefined && <KeyRow keys={keysFromChord(chord, words.shortcuts.keys)} />}
    </ListBoxItem>
  )
}
