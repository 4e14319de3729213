import { LogOut } from 'lucide-react'
import { useSpeech } from './i18n/words.tsx'

/** Tells that the window closes by itself once the text at hand is safe. */
export function ClosingNotice() {
  const { words } = useSpeech()
  return (
    <p className="banner" role="status">
      <LogOut aria-hidden className="flips" />
      {words.app.closing}
    </p>
  )
}
