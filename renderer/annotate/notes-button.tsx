import { NotebookPen } from 'lucide-react'
import { lazy, Suspense, useEffect, useEffectEvent, useState } from 'react'
import { useSpeech } from '../i18n/words.tsx'
import { chordFromKey, isDialogOpen } from '../keys.ts'
import { IconButton } from '../ui/button.tsx'

const NotesDesk = lazy(async () => ({
  default: (await import('./notes-desk.tsx')).NotesDesk,
}))

/** Opens all annotations of the archive, what is to settle among them, and their exchange. */
export function NotesButton() {
  const { words } = useSpeech()
  const [isOpen, setOpen] = useState(false)
  const { ctrl, shift } = words.shortcuts.keys
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (isDialogOpen() || chordFromKey(event) !== 'ctrl+shift+l') return
    event.preventDefault()
    setOpen(true)
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKey(event)
    window.addEventListener('keydown', listener, { capture: true })
    return () => window.removeEventListener('keydown', listener, { capture: true })
  }, [])
  return (
    <>
      <IconButton
        label={words.notes.title}
        keys={`${ctrl} ${shift} L`}
        icon={<NotebookPen aria-hidden />}
        onPress={() => setOpen(true)}
      />
      <Suspense>{isOpen && <NotesDesk onClose={() => setOpen(false)} />}</Suspense>
    </>
  )
}
