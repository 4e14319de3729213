import { NOWHERE, stepTo, type Place, type Walked } from './trail.ts'

/** One tab: its own texts one after the other, and which of them is open. */
export interface Tab {
  readonly id: number
  readonly walked: Walked
}

/** The tabs of the reader, which of them is in front, and those that were closed, last first. */
export interface Tabs {
  readonly open: readonly Tab[]
  readonly at: number
  readonly closed: readonly Tab[]
  readonly nextId: number
}

const MOST_TABS = 20
const MOST_CLOSED = 10

/** One tab in which nothing was opened yet. */
export const ONE_TAB: Tabs = { open: [{ id: 1, walked: NOWHERE }], at: 0, closed: [], nextId: 2 }

/** The place that a tab shows, or null. */
export function placeOf(tab: Tab | undefined): Place | null {
  if (tab === undefined || tab.walked.isAway) return null
  return tab.walked.places[tab.walked.at] ?? null
}

/** The place a tab stands at, also while it was left for the list. */
export function lastPlaceOf({ walked }: Tab): Place | null {
  return walked.places[walked.at] ?? null
}

/** Another walk in the tab in front. */
export function walk(tabs: Tabs, change: (walked: Walked) => Walked): Tabs {
  const open = tabs.open.map((tab, index) =>
    index === tabs.at ? { ...tab, walked: change(tab.walked) } : tab,
  )
  return { ...tabs, open }
}

/**
 * Opens a place in a tab of its own behind the one in front; in the one in front where that is
 * empty. A text that has a tab already gets no second one. The oldest gives way where there are too many.
 */
export function openAside(tabs: Tabs, place: Place): Tabs {
  const here = tabs.open[tabs.at]
  if (here === undefined || lastPlaceOf(here) === null) {
    return walk(tabs, (walked) => stepTo(walked, place))
  }
  if (tabs.open.some((tab) => isSameText(lastPlaceOf(tab), place))) return tabs
  const fresh = { id: tabs.nextId, walked: stepTo(NOWHERE, place) }
  const open = [...tabs.open.slice(0, tabs.at + 1), fresh, ...tabs.open.slice(tabs.at + 1)]
  const opened = { ...tabs, open, nextId: tabs.nextId + 1 }
  return open.length > MOST_TABS ? closeTab(opened, oldestBeside(opened)) : opened
}

/** Brings a tab to the front, back from the list if it was left for it. */
export function bringForward(tabs: Tabs, index: number): Tabs {
  if (tabs.open[index] === undefined) return tabs
  return walk({ ...tabs, at: index }, (walked) => ({ ...walked, isAway: false }))
}

/** The tab so many further on, round the end. */
export function stepTabs(tabs: Tabs, step: number): Tabs {
  const count = tabs.open.length
  return bringForward(tabs, (tabs.at + step + count) % count)
}

/** Closes a tab; the one after it takes its place. The last one is emptied instead. */
export function closeTab(tabs: Tabs, index: number): Tabs {
  const gone = tabs.open[index]
  if (gone === undefined) return tabs
  const closed = [gone, ...tabs.closed].slice(0, MOST_CLOSED)
  if (tabs.open.length === 1) {
    return {
      open: [{ id: tabs.nextId, walked: NOWHERE }],
      at: 0,
      closed: lastPlaceOf(gone) === null ? tabs.closed : closed,
      nextId: tabs.nextId + 1,
    }
  }
  const open = tabs.open.filter((_, each) => each !== index)
  const at = index < tabs.at ? tabs.at - 1 : Math.min(tabs.at, open.length - 1)
  return { ...tabs, open, at, closed }
}

/** Opens again, in front, the tab that was closed last, with all that was walked in it. */
export function reopenTab(tabs: Tabs): Tabs {
  const [last, ...closed] = tabs.closed
  if (last === undefined) return tabs
  const here = tabs.open[tabs.at]
  const isEmpty = here === undefined || lastPlaceOf(here) === null
  const before = tabs.open.slice(0, isEmpty ? tabs.at : tabs.at + 1)
  const open = [...before, last, ...tabs.open.slice(tabs.at + 1)]
  return bringForward({ ...tabs, open, closed }, before.length)
}

/** What is kept of tabs from one window to the next: which texts, and which one was in front. */
export interface KeptTabs {
  readonly texts: readonly Pick<Place, 'communiqueId' | 'versionId'>[]
  readonly at: number
}

/** One text is no set of tabs: a window that had no more opens as it always did. */
export function keptFromTabs({ open, at }: Tabs): KeptTabs | null {
  const places = open.flatMap((tab) => lastPlaceOf(tab) ?? [])
  if (places.length < 2) return null
  const texts = places.map(({ communiqueId, versionId }) => ({ communiqueId, versionId }))
  return { texts, at: Math.min(at, texts.length - 1) }
}

/** Tabs as they were kept, or null where nothing of use was. */
export function tabsFromKept(kept: unknown): Tabs | null {
  if (typeof kept !== 'object' || kept === null || !('texts' in kept)) return null
  const texts = Array.isArray(kept.texts) ? kept.texts.filter(isText).slice(0, MOST_TABS) : []
  if (texts.length < 2) return null
  const open = texts.map(({ communiqueId, versionId }, index) => ({
    id: index + 1,
    walked: stepTo(NOWHERE, { communiqueId, versionId, matches: [], annotationId: null }),
  }))
  const at = 'at' in kept && typeof kept.at === 'number' ? kept.at : 0
  return {
    open,
    at: open[at] === undefined ? 0 : at,
    closed: [],
    nextId: open.length + 1,
  }
}

function isText(value: unknown): value is KeptTabs['texts'][number] {
  return (
    typeof value === 'object' &&
    value !== null &&
    'communiqueId' in value &&
    typeof value.communiqueId === 'string' &&
    'versionId' in value &&
    (value.versionId === null || typeof value.versionId === 'string')
  )
}

function isSameText(one: Place | null, other: Place): boolean {
  return one?.communiqueId === other.communiqueId && one.versionId === other.versionId
}

/** The tab that has been there longest, of those that are not in front. */
function oldestBeside({ open, at }: Tabs): number {
  const ids = open.map(({ id }, index) => (index === at ? Infinity : id))
  return ids.indexOf(Math.min(...ids))
}
