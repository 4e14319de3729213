import { useEffect, useState } from 'react'
import { useActions } from '../actions/acting.tsx'
import { useMemory } from '../client/memory.tsx'
import { useDesk } from '../desk.tsx'
import { closeTab, keptFromTabs, reopenTab, stepTabs, tabsFromKept, type Tabs } from '../tabs.ts'

const MEMORY = 'tabs'

/** What the keys do with the tabs of the reader. */
export function useTabActions(): void {
  const { tabs, changeTabs } = useDesk()
  const isSeveral = tabs.open.length > 1
  const change = (to: (before: Tabs) => Tabs): void => {
    changeTabs(to)
    focusAfterwards()
  }
  useActions({
    ...(isSeveral && {
      'next-tab': () => change((before) => stepTabs(before, 1)),
      'previous-tab': () => change((before) => stepTabs(before, -1)),
      'close-tab': () => change((before) => closeTab(before, before.at)),
    }),
    ...(tabs.closed.length > 0 && { 'reopen-tab': () => change(reopenTab) }),
  })
}

/** What had the focus may be gone with a tab: the tab in front has it then, or the list. */
export function focusAfterwards(): void {
  requestAnimationFrame(() => {
    if (document.activeElement !== document.body && document.activeElement !== null) return
    const tab = document.querySelector<HTMLElement>('.open-tab[tabindex="0"]')
    const list = document.querySelector<HTMLElement>('.list-pane [role="listbox"]')
    ;(tab ?? list)?.focus()
  })
}

/** Opens the tabs that were open when this archive was last left, and keeps those of now. */
export function useKeptTabs(archiveId: string): void {
  const { recall, remember } = useMemory()
  const { tabs, changeTabs } = useDesk()
  const [kept] = useState(() => tabsFromKept(keptOf(recall(MEMORY), archiveId)))
  useEffect(() => {
    if (kept !== null) changeTabs(() => kept)
  }, [kept, changeTabs])
  useEffect(() => {
    const all = recall(MEMORY)
    const now = keptFromTabs(tabs)
    if (now === null && keptOf(all, archiveId) === undefined) return
    remember(MEMORY, { ...(isObject(all) ? all : {}), [archiveId]: now ?? undefined })
  }, [tabs, archiveId, recall, remember])
}

function keptOf(all: unknown, archiveId: string): unknown {
  return isObject(all) ? all[archiveId] : undefined
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
