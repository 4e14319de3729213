import { ClipboardPaste, FileText, FolderOpen } from 'lucide-react'
import { useState, type DragEvent } from 'react'
import { FileTrigger, Label, TextArea, TextField } from 'react-aria-components'
import { useSpeech } from '../i18n/words.tsx'
import { useKeptDrafts } from '../safety/kept-draft.tsx'
import { Button } from '../ui/button.tsx'
import { chosenFromDrop, chosenFromInput, chosenFromText, type ChosenFile } from './chosen-file.ts'

type OnFiles = (files: readonly ChosenFile[], origin: string | null) => void

/** The ways in: files, a folder, a drop, or a text from the clipboard. */
export function ChooseStep({ onFiles }: { readonly onFiles: OnFiles }) {
  const { words } = useSpeech()
  const { paste } = useKeptDrafts().resumed
  const [isPasting, setPasting] = useState(paste !== undefined)
  const [isOver, setOver] = useState(false)
  const give = (files: readonly ChosenFile[]): void => {
    if (files.length > 0) onFiles(files, originOf(files))
  }
  const onDrop = (event: DragEvent): void => {
    event.preventDefault()
    event.stopPropagation()
    setOver(false)
    void chosenFromDrop(event.dataTransfer.items).then(give)
  }
  if (isPasting) return <PasteStep onFiles={onFiles} onBack={() => setPasting(false)} />
  return (
    <div className="dialog-body">
      <div
        className={isOver ? 'drop-zone drop-zone-over' : 'drop-zone'}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <p>{words.ingest.advice}</p>
        <p className="field-advice">{words.ingest.formats}</p>
        <div className="drop-acts">
          <FileTrigger allowsMultiple onSelect={(files) => give(chosenFromInput(files))}>
            <Button tone="primary">
              <FileText aria-hidden />
              {words.ingest.chooseFiles}
            </Button>
          </FileTrigger>
          <FileTrigger acceptDirectory onSelect={(files) => give(chosenFromInput(files))}>
            <Button>
              <FolderOpen aria-hidden />
              {words.ingest.chooseFolder}
            </Button>
          </FileTrigger>
          <Button onPress={() => setPasting(true)}>
            <ClipboardPaste aria-hidden />
            {words.ingest.paste}
          </Button>
        </div>
      </div>
    </div>
  )
}

function PasteStep({
  onFiles,
  onBack,
}: {
  readonly onFiles: OnFiles
  readonly onBack: () => void
}) {
  const { words } = useSpeech()
  const { keep, resumed } = useKeptDrafts()
  const [text, setText] = useState(resumed.paste?.text ?? '')
  const change = (to: string): void => {
    setText(to)
    keep('paste', to === '' ? null : { text: to })
  }
  return (
    <>
      <div className="dialog-body">
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the officer asked to paste a text */}
        <TextField className="field" value={text} onChange={change} autoFocus>
          <Label className="field-label">{words.ingest.pasteLabel}</Label>
          <TextArea className="input paste-area" rows={12} dir="auto" spellCheck={false} />
        </TextField>
      </div>
      <footer className="dialog-footer">
        <Button
          onPress={() => {
            keep('paste', null)
            onBack()
          }}
        >
          {words.common.back}
        </Button>
        <Button
          tone="primary"
          isDisabled={text.trim() === ''}
          onPress={() => {
            keep('paste', null)
            onFiles([chosenFromText(text, words.ingest.pasteName)], null)
          }}
        >
          {words.ingest.pasteAction}
        </Button>
      </footer>
    </>
  )
}

/** The folder that was chosen, when it was one. */
function originOf(files: readonly ChosenFile[]): string | null {
  const [folder, rest] = files[0]?.name.split('/') ?? []
  return folder !== undefined && rest !== undefined ? folder : null
}
