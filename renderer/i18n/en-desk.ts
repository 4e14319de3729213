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
  tour: {
    help: 'Help',
    label: 'Guided tour',
    offer: 'These texts are invented, to try things on. A tour of one minute?',
    start: 'Take the tour',
    later: 'Later',
    step: (at, of) => `${at} of ${of}`,
    leave: 'Leave the tour',
    previous: 'Previous',
    next: 'Next',
    done: 'Done',
    steps: {
      list: {
        title: 'The texts, by date',
        text: 'Arrows move along the list, Enter opens a text, Ctrl and Enter opens it in a tab. Space chooses several.',
      },
      search: {
        title: 'Find everything',
        text: 'A word is enough, with or without accents, in French, Arabic or English. In quotation marks, an exact phrase. Your notes answer too.',
      },
      timeline: {
        title: 'Over time',
        text: 'Each bar counts the texts of a month or a year. Drag over a few to keep only those dates.',
      },
      reader: {
        title: 'Read and annotate',
        text: 'Select a passage: highlight it, comment on it, mark a commitment, or copy it with its exact source.',
      },
      review: {
        title: 'Nothing enters without you',
        text: 'Fonds suggests dates, issuers and names, with the words they come from. You confirm, correct or reject.',
      },
      dossiers: {
        title: 'Hand over a dossier',
        text: 'Gather texts, passages and notes in the order you want, then export to PDF or Word. Your private notes stay here.',
      },
      commands: {
        title: 'Every command',
        text: 'The palette finds each command by its name. Help keeps this tour, the syntax of searches and all the shortcuts.',
      },
    },
  },
}
