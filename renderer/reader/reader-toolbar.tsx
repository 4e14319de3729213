import { ArrowLeft, FileDown, MessagesSquare, Save, TextSearch } from 'lucide-react'
import { useKeysOf } from '../actions/acting.tsx'
import { useDesk } from '../desk.tsx'
import { GatherButton } from '../dossiers/gather-button.tsx'
import { SimilarButton } from '../hit/similar-button.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { useLayout } from '../layout.tsx'
import { IconButton, IconToggle } from '../ui/button.tsx'
import { useReading } from './reading.tsx'
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
  const { record } = useReading()
  const { leave } = useDesk()
  const { room } = useLayout()
  const saveOriginal = useSaveOriginal()
  const keysOf = useKeysOf()
  return (
    <div className="reader-toolbar" role="toolbar" aria-label={words.reader.toolbar}>
      {room === 'narrow' && (
        <IconButton
          label={words.common.back}
          icon={<ArrowLeft aria-hidden className="flips" />}
          onPress={leave}
        />
      )}
      <p className="reader-kind">
        {words.reader.kinds[record.communique.kind]}
        {record.communique.referenceCode !== null && (
          <bdi className="reader-reference">{record.communique.referenceCode}</bdi>
        )}
      </p>
      <IconButton
        label={words.find.label}
        keys={keysOf('find')?.shown}
        icon={<TextSearch aria-hidden />}
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
      <GatherButton />
      <SimilarButton />
      <IconToggle
        label={notesShown ? words.annotate.hidePanel : words.annotate.showPanel}
        icon={<MessagesSquare aria-hidden />}
        isSelected={notesShown}
        onChange={onNotes}
      />
    </div>
  )
}
