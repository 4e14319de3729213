import { BookLock, FileDown } from 'lucide-react'
import { useEffect, useEffectEvent, useState } from 'react'
import { useSpeech } from '../i18n/words.tsx'
import { isDialogOpen } from '../keys.ts'
import { useReadOnly } from '../safety/read-only.tsx'
import { chosenFromDrop, type ChosenFile } from './chosen-file.ts'

/** Takes files that are dropped anywhere on the window; where it takes none, says why. */
export function DropAnywhere({
  onFiles,
}: {
  readonly onFiles: (files: readonly ChosenFile[]) => void
}) {
  const { words } = useSpeech()
  const { reason, tell } = useReadOnly()
  const [isOver, setOver] = useState(false)
  const onDrop = useEffectEvent((event: DragEvent) => {
    setOver(false)
    if (!event.dataTransfer || !hasFiles(event)) return
    event.preventDefault()
    if (isDialogOpen()) return
    if (reason !== null) return tell()
    void takeFiles(event.dataTransfer.items, onFiles)
  })
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(!isDialogOpen())
    }
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent): void => onDrop(event)
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [])
  if (!isOver) return null
  return (
    <div className="drop-veil" aria-hidden="true">
      <p className="drop-words">
        {reason === null ? <FileDown /> : <BookLock />}
        {reason === null ? words.ingest.drop : words.ingest.dropRefused}
      </p>
    </div>
  )
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false
}

async function takeFiles(
  items: DataTransferItemList,
  onFiles: (files: readonly ChosenFile[]) => void,
): Promise<void> {
  const files = await chosenFromDrop(items)
  if (files.length > 0) onFiles(files)
}
