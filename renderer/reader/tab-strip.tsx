import { X } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { useKeysOf } from '../actions/acting.tsx'
import { useAnswer } from '../client/use-answer.ts'
import { useDesk } from '../desk.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { focusAfterwards } from './use-tab-actions.ts'
import { bringForward, closeTab, lastPlaceOf, type Tab } from '../tabs.ts'

/** What a tab shows; there is one panel, which holds the text in front. */
export const PANEL_ID = 'reader-panel'

export const tabIdOf = ({ id }: Tab): string => `open-tab-${id}`

/** The texts that are open, each by its title, where there are several. */
export function TabStrip() {
  const { words } = useSpeech()
  const { tabs, changeTabs } = useDesk()
  if (tabs.open.length < 2) return null
  const onKeyDown = (event: KeyboardEvent): void => {
    const { target } = event
    if (!(target instanceof HTMLElement) || event.ctrlKey || event.altKey || event.metaKey) return
    const isMirrored = document.dir === 'rtl'
    const last = tabs.open.length - 1
    const to: Readonly<Record<string, number>> = {
      ArrowRight: tabs.at + (isMirrored ? -1 : 1),
      ArrowLeft: tabs.at + (isMirrored ? 1 : -1),
      Home: 0,
      End: last,
    }
    const next = to[event.key]
    if (next !== undefined)
      changeTabs((before) => bringForward(before, (next + last + 1) % (last + 1)))
    else if (event.key === 'Delete') {
      changeTabs((before) => closeTab(before, before.at))
      focusAfterwards()
    } else return
    event.preventDefault()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the tab in front has the focus
    <div className="tab-strip" role="tablist" aria-label={words.tabs.label} onKeyDown={onKeyDown}>
      {tabs.open.map((tab, index) => (
        <OpenTab key={tab.id} tab={tab} index={index} isInFront={index === tabs.at} />
      ))}
    </div>
  )
}

function OpenTab({
  tab,
  index,
  isInFront,
}: {
  readonly tab: Tab
  readonly index: number
  readonly isInFront: boolean
}) {
  const { words } = useSpeech()
  const { changeTabs } = useDesk()
  const keysOf = useKeysOf()
  const title = useTitleOf(tab)
  const close = (): void => changeTabs((before) => closeTab(before, index))
  return (
    <div
      id={tabIdOf(tab)}
      role="tab"
      className="open-tab"
      tabIndex={isInFront ? 0 : -1}
      aria-selected={isInFront}
      aria-controls={PANEL_ID}
      title={title ?? undefined}
      ref={(element) => {
        // The focus follows the arrows along the strip.
        if (isInFront && element?.parentElement?.contains(document.activeElement)) element.focus()
      }}
      onClick={() => changeTabs((before) => bringForward(before, index))}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        document.querySelector<HTMLElement>(`#${PANEL_ID} .text`)?.focus()
      }}
      onAuxClick={(event) => {
        if (event.button === 1) close()
      }}
    >
      <bdi className="open-tab-title">{title ?? words.tabs.empty}</bdi>
      <span
        className="open-tab-close"
        aria-hidden="true"
        title={[words.tabs.close, keysOf('close-tab')?.shown ?? ''].join(' ').trim()}
        onClick={(event) => {
          event.stopPropagation()
          close()
        }}
      >
        <X aria-hidden />
      </span>
    </div>
  )
}

/** Null where nothing is open, or until it is known. */
function useTitleOf(tab: Tab): string | null {
  const place = lastPlaceOf(tab)
  const asked = place && { id: place.communiqueId, versionId: place.versionId }
  const { value } = useAnswer('communique.get', asked)
  return value?.version.title ?? null
}
