import { CircleQuestionMark } from 'lucide-react'
import { useActing } from './actions/acting.tsx'
import { KeyedMenu } from './actions/keyed-menu.tsx'
import { useSpeech } from './i18n/words.tsx'

const HELPS = ['tour', 'syntax', 'shortcuts', 'about'] as const

/** What helps: the tour, the syntax of searches, the keys, and what Fonds is. All of it is offline. */
export function HelpMenu() {
  const { words } = useSpeech()
  const { actOf } = useActing()
  return (
    <KeyedMenu
      label={words.tour.help}
      icon={<CircleQuestionMark aria-hidden />}
      ids={HELPS}
      nameOf={(id) => words.actions.names[id]}
      // The menu gives the focus back first.
      onChoose={(id) => requestAnimationFrame(() => actOf(id)?.())}
    />
  )
}
