import type { frDesk } from './fr-desk.ts'
import { createPlural } from './plural.ts'

const plural = createPlural('en-GB')

const texts = (count: number): string => plural(count, { one: '# text', other: '# texts' })

/** English for what surrounds the list and the text: time, novelty, tabs, the guided tour. */
export const enDesk: typeof frDesk = {
  timeline: {
    label: 'Timeline',
    show: 'Show the timeline',
    hide: 'Hide the timeline',
    keys: 'Arrows to move, Shift to extend, Enter to filter, Escape to start over.',
    bar: (period, count) => `${period}: ${texts(count)}`,
    undated: (count) => `${texts(count)} without a date`,
    monthless: (count) => `${texts(count)} without a month`,
    all: 'All dates',
    table: 'Timeline as a table',
    period: 'Period',
    texts: 'Texts',
    choose: (period) => `Keep only ${period}`,
    none: 'No dated text.',
  },
  visit: {
    entry: 'New',
    count: (count) =>
      plural(count, { one: '# new or changed text', other: '# new or changed texts' }),
    since: (day) => `since ${day}`,
    markSeen: 'Mark as seen',
    chip: (day) => `New since ${day}`,
  },
  tabs: {
    label: 'Open texts',
    empty: 'No text',
    close: 'Close the tab',
    opened: (title) => `Opened in a tab: ${title}`,
  },
}
