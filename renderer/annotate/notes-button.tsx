import { NotebookPen } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useActions, useKeysOf } from '../actions/acting.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { IconButton } from '../ui/button.tsx'

const NotesDesk = lazy(async () => ({
  default: (await import('./notes-desk.tsx')).NotesDesk,
}))

/** Opens all annotations of the archive, what is to settle among them, and their exchange. */
export function NotesButton() {
  const { words } = useSpeech()
  const [isOpen, setOpen] = useState(false)
  const keysOf = useKeysOf()
  useActions({ 'all-notes': () => setOpen(true) })
  return (
    <>
      <IconButton
        label={words.notes.title}
        keys={keysOf('all-notes')?.shown}
        icon={<NotebookPen aria-hidden />}
        onPress={() => setOpen(true)}
      />
      <Suspense>{isOpen && <NotesDesk onClose={() => setOpen(false)} />}</Suspense>
    </>
  )
}
