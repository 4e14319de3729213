import type { DragEvent } from 'react'
import { useConnection } from '../client/connection.tsx'
import { useShell } from '../client/use-shell.ts'
import { tellFailure } from '../i18n/failure-words.ts'
import { useSpeech } from '../i18n/words.tsx'
import { useNotices } from '../ui/notices.tsx'
import { readOriginal } from './read-original.ts'
import { useReading } from './reading.tsx'

/** What makes an element the handle by which the original file is dragged out of the window. */
interface DragHandle {
  readonly draggable: true
  readonly title: string
  readonly onDragStart: (event: DragEvent) => void
}

/** The handle of the open text's original; none in a browser, which cannot hand files over. */
export function useDragOriginal(): DragHandle | object {
  const { words } = useSpeech()
  const { backend } = useConnection()
  const shell = useShell()
  const { record } = useReading()
  const { show } = useNotices()
  const { digest } = record.version.source
  if (backend === null || shell?.runtime !== 'desktop') return {}
  const drag = async (): Promise<void> => {
    const original = await readOriginal(backend, digest)
    const begun = original.ok ? await backend.shell.call('file.drag', original.value) : original
    if (!begun.ok) show(tellFailure(words.failures, begun.failure).title)
  }
  return {
    draggable: true,
    title: words.provenance.drag,
    onDragStart: (event) => {
      // The shell drags the file itself in place of what the page would.
      event.preventDefault()
      void drag()
    },
  } satisfies DragHandle
}
