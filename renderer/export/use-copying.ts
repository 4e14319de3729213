import { useConnection } from '../client/connection.tsx'
import { tellFailure } from '../i18n/failure-words.ts'
import { useSpeech } from '../i18n/words.tsx'
import { useReading } from '../reader/reading.tsx'
import { useSettings } from '../settings/settings.tsx'
import { copyToClipboard } from '../ui/copy-to-clipboard.ts'
import { useNotices } from '../ui/notices.tsx'

interface Copying {
  /** The selected passage to the letter, with its source. */
  readonly copyQuotation: () => void
  /** The source alone: of the selected passage, or of the whole text. */
  readonly copyReference: () => void
}

/** Copies out of the open text, and tells what was copied. */
export function useCopying(): Copying {
  const { words, language } = useSpeech()
  const { backend } = useConnection()
  const { record, selected } = useReading()
  const { settings } = useSettings()
  const { show } = useNotices()
  const { id, text } = record.version
  const copy = async (isWhole: boolean): Promise<void> => {
    if (backend === null) return
    const span = selected ?? { start: 0, end: text.length }
    const style = settings.citationStyle
    const asked = { versionId: id, start: span.start, end: span.end, style, labels: language }
    const cited = await backend.archive.call('export.cite', asked)
    if (!cited.ok) {
      const { title, advice } = tellFailure(words.failures, cited.failure)
      show(`${title}. ${advice}`)
      return
    }
    const { source, plain, rich } = cited.value
    const isCopied = copyToClipboard(isWhole ? { plain, rich } : { plain: source })
    if (!isCopied) show(words.cite.refused)
    else show(isWhole ? words.cite.quotation(plain) : words.cite.reference(source))
  }
  return {
    copyQuotation: () => {
      if (selected === null) show(words.cite.nothingSelected)
      else void copy(true)
    },
    copyReference: () => void copy(false),
  }
}
