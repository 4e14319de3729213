import {
  ArrowLeft,
  ArrowRight,
  FileDown,
  List,
  MessagesSquare,
  PanelLeftClose,
  Save,
  TextCursor,
  TextSearch,
} from 'lucide-react'
import { useActing, useKeysOf } from '../actions/acting.tsx'
import { useShell } from '../client/use-shell.ts'
import { useDesk } from '../desk.tsx'
import { GatherButton } from '../dossiers/gather-button.tsx'
import { SimilarButton } from '../hit/similar-button.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { useLayout } from '../layout.tsx'
import { Writing } from '../safety/read-only.tsx'
import { useSettings } from '../settings/settings.tsx'
import { IconButton, IconToggle } from '../ui/button.tsx'
import { TextKind } from './text-kind.tsx'
import { useSaveOriginal } from './use-save-original.ts'

/** What can be done with the open text. */
export function ReaderToolbar({
  notesShown,
  onNotes,
  onFind,
  onExport,
}: {
  readonly notesShown: boolean
  readonly onNotes: (shown: boolean) => void
  readonly onFind: () => void
  readonly onExport: () => void
}) {
  const { words } = useSpeech()
  const { leave } = useDesk()
  const { room } = useLayout()
  const saveOriginal = useSaveOriginal()
  const keysOf = useKeysOf()
  return (
    <div className="reader-toolbar" role="toolbar" aria-label={words.reader.toolbar}>
      {room === 'narrow' && (
        <IconButton
          label={words.dossiers.back}
          icon={<List aria-hidden className="flips" />}
          onPress={leave}
        />
      )}
      {room !== 'narrow' && <ListToggle />}
      <Steps />
      {room === 'narrow' ? <span className="reader-gap" /> : <TextKind />}
      <IconButton
        label={words.find.label}
        keys={keysOf('find')?.shown}
        icon={<TextSearch aria-hidden className="flips" />}
        onPress={onFind}
      />
      <IconButton
        label={words.reader.exportPdf}
        keys={keysOf('export-pdf')?.shown}
        icon={<FileDown aria-hidden />}
        onPress={onExport}
      />
      <IconButton
        label={words.reader.saveOriginal}
        icon={<Save aria-hidden />}
        onPress={() => void saveOriginal()}
      />
      <Writing>
        <GatherButton />
      </Writing>
      <SimilarButton />
      <CaretToggle />
      <IconToggle
        label={notesShown ? words.annotate.hidePanel : words.annotate.showPanel}
        icon={<MessagesSquare aria-hidden />}
        isSelected={notesShown}
        onChange={onNotes}
      />
    </div>
  )
}

function ListToggle() {
  const { words } = useSpeech()
  const { settings, change } = useSettings()
  const { listShown } = settings
  return (
    <IconToggle
      label={listShown ? words.list.hide : words.list.show}
      icon={<PanelLeftClose aria-hidden className="flips" />}
      isSelected={!listShown}
      onChange={() => change({ listShown: !listShown })}
    />
  )
}

function Steps() {
  const { words } = useSpeech()
  const { back, forward } = useDesk()
  const keysOf = useKeysOf()
  return (
    <>
      <IconButton
        label={words.actions.names.back}
        keys={keysOf('back')?.shown}
        icon={<ArrowLeft aria-hidden className="flips" />}
        isDisabled={back === undefined}
        onPress={() => back?.()}
      />
      <IconButton
        label={words.actions.names.forward}
        keys={keysOf('forward')?.shown}
        icon={<ArrowRight aria-hidden className="flips" />}
        isDisabled={forward === undefined}
        onPress={() => forward?.()}
      />
    </>
  )
}

/** Only the desktop shell can put a caret into texts; a browser has its own key for it. */
function CaretToggle() {
  const { words } = useSpeech()
  const { actOf } = useActing()
  const { settings } = useSettings()
  const keysOf = useKeysOf()
  if (useShell()?.runtime !== 'desktop') return null
  return (
    <IconToggle
      label={words.actions.names['text-caret']}
      keys={keysOf('text-caret')?.shown}
      icon={<TextCursor aria-hidden />}
      isSelected={settings.textCaret}
      onChange={() => actOf('text-caret')?.()}
    />
  )
}
