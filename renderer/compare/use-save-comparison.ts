import { useConnection } from '../client/connection.tsx'
import { useMemory } from '../client/memory.tsx'
import { firstChoice } from '../export/export-choice.ts'
import { useSpeech } from '../i18n/words.tsx'
import { useTellFailure } from '../reader/use-tell-failure.ts'
import { useNotices } from '../ui/notices.tsx'

/** Saves what is compared as a PDF with the page settings of the last export. */
export function useSaveComparison(
  oldVersionId: string,
  freshVersionId: string,
): () => Promise<void> {
  const { words, language } = useSpeech()
  const { backend } = useConnection()
  const { show } = useNotices()
  const memory = useMemory()
  const tellFailure = useTellFailure()
  return async () => {
    if (backend === null) return
    const { labels, header, footer, marking } = firstChoice(memory, language)
    const steps = backend.archive.stream('export.render-comparison', {
      oldVersionId,
      freshVersionId,
      layout: 'side-by-side',
      labels,
      page: { header, footer, marking },
    })
    show(words.export.making)
    for (;;) {
      const next = await steps.next()
      if (next.done === true) {
        tellFailure(next.value)
        return
      }
      const { file } = next.value
      if (file === null) continue
      const saved = await backend.shell.call('file.save', {
        name: file.fileName,
        bytes: file.bytes,
      })
      if (!saved.ok) tellFailure(saved)
      else if (saved.value.saved) show(words.export.saved(file.fileName))
    }
  }
}
