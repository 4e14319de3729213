import { CalendarRange } from 'lucide-react'
import { useActions, useKeysOf } from '../actions/acting.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { useSettings } from '../settings/settings.tsx'
import { IconToggle } from '../ui/button.tsx'

/** Shows the timeline above the list, or puts it away. */
export function TimelineSwitch({ onSought }: { readonly onSought: (isSought: boolean) => void }) {
  const { words } = useSpeech()
  const { settings, change } = useSettings()
  const keysOf = useKeysOf()
  const { timelineShown } = settings
  const show = (shown: boolean, isSought = false): void => {
    onSought(isSought)
    change({ timelineShown: shown })
  }
  useActions({
    timeline: () => {
      const chart = document.querySelector<HTMLElement>('.timeline-chart')
      if (chart === null) show(true, true)
      else if (chart === document.activeElement) show(false)
      else chart.focus()
    },
  })
  return (
    <IconToggle
      label={timelineShown ? words.timeline.hide : words.timeline.show}
      keys={keysOf('timeline')?.shown}
      icon={<CalendarRange aria-hidden />}
      isSelected={timelineShown}
      onChange={(shown) => show(shown)}
    />
  )
}
