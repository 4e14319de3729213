import { useEffect } from 'react'
import { useActions } from '../actions/acting.tsx'
import { useConnection } from '../client/connection.tsx'
import { useShell } from '../client/use-shell.ts'
import { useSpeech } from '../i18n/words.tsx'
import { useNotices } from '../ui/notices.tsx'
import { useSettings } from './settings.tsx'

/**
 * Keeps the caret in texts as the officer set it, and lets a key change it. A browser keeps its own
 * caret and its own F7 for it: there is nothing to do there, and the key is left to it.
 */
export function useTextCaret(): void {
  const { words } = useSpeech()
  const { announce } = useNotices()
  const { backend } = useConnection()
  const { settings, change } = useSettings()
  const isOurs = useShell()?.runtime === 'desktop'
  const { textCaret } = settings
  useEffect(() => {
    if (isOurs && backend) void backend.shell.call('caret.show', { isShown: textCaret })
  }, [isOurs, backend, textCaret])
  const toggle = (): void => {
    change({ textCaret: !textCaret })
    announce(words.notes.caretNow(!textCaret))
  }
  useActions(isOurs ? { 'text-caret': toggle } : {})
}
