import { Copy } from 'lucide-react'
import { useActing } from '../actions/acting.tsx'
import { ariaFromChord, chordsOf, isSingleKey } from '../actions/chords.ts'
import { useSpeech } from '../i18n/words.tsx'
import { useCopying } from './use-copying.ts'

/** Copies the selected words with their source, from the tools beside them. */
export function CopyTools() {
  const { words } = useSpeech()
  const { own } = useActing()
  const { copyQuotation } = useCopying()
  const chords = chordsOf('copy-quotation', own)
  const letter = chords.find(isSingleKey)?.toUpperCase()
  return (
    <button
      type="button"
      className="selection-act"
      title={words.cite.copyQuotation}
      aria-keyshortcuts={chords.map(ariaFromChord).join(' ')}
      // The selection would be lost to the button otherwise.
      onMouseDown={(event) => event.preventDefault()}
      onClick={copyQuotation}
    >
      <Copy aria-hidden />
      {letter && <kbd aria-hidden="true">{letter}</kbd>}
    </button>
  )
}
