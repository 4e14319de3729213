import { Copy } from 'lucide-react'
import { useSpeech } from '../i18n/words.tsx'
import { useCopying } from './use-copying.ts'

/** Copies the selected words with their source, from the tools beside them. */
export function CopyTools() {
  const { words } = useSpeech()
  const { copyQuotation } = useCopying()
  return (
    <button
      type="button"
      className="selection-act"
      aria-label={words.cite.copyQuotation}
      title={words.cite.copyQuotation}
      aria-keyshortcuts="X Alt+C"
      // The selection would be lost to the button otherwise.
      onMouseDown={(event) => event.preventDefault()}
      onClick={copyQuotation}
    >
      <Copy aria-hidden />
      <kbd aria-hidden="true">X</kbd>
    </button>
  )
}
