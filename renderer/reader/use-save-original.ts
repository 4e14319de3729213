import { useCallback } from 'react'
import { useConnection } from '../client/connection.tsx'
import { tellFailure } from '../i18n/failure-words.ts'
import { useSpeech } from '../i18n/words.tsx'
import { useNotices } from '../ui/notices.tsx'
import { readOriginal } from './read-original.ts'
import { useReading } from './reading.tsx'

/** Saves the original bytes of the open text where the officer says, and tells what came of it. */
export function useSaveOriginal(): () => Promise<void> {
  const { words } = useSpeech()
  const { backend } = useConnection()
  const { record } = useReading()
  const { show } = useNotices()
  const { digest } = record.version.source
  return useCallback(async () => {
    if (backend === null) return
    const original = await readOriginal(backend, digest)
    const saved = original.ok ? await backend.shell.call('file.save', original.value) : original
    if (!saved.ok) show(tellFailure(words.failures, saved.failure).title)
    else if (saved.value.saved) show(words.reader.originalSaved)
  }, [backend, digest, show, words])
}
