import { useDesk, type PlaceAsked } from './desk.tsx'
import { useSpeech } from './i18n/words.tsx'
import { useLayout } from './layout.tsx'
import { useNotices } from './ui/notices.tsx'

/** Opens a text in a tab behind the one in front, and tells so. */
export function useOpenAside(): (place: PlaceAsked, title: string) => void {
  const { words } = useSpeech()
  const { openAside, place: here } = useDesk()
  const { room } = useLayout()
  const { show, announce } = useNotices()
  return (place, title) => {
    openAside(place)
    if (here === null) return
    const told = words.tabs.opened(title)
    if (room === 'narrow') show(told)
    else announce(told)
  }
}
