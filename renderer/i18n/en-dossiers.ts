import type { frDossiers } from './fr-dossiers.ts'
import { createPlural } from './plural.ts'

const plural = createPlural('en-GB')

/** English for dossiers and for comparing texts. */
export const enDossiers: typeof frDossiers = {
  dossiers: {
    title: 'Dossiers',
    none: 'Gather texts, passages and your notes to hand over.',
    create: 'New dossier…',
    describe: 'Title and marking…',
    name: 'Title of the dossier',
    description: 'Subtitle',
    items: (count) => plural(count, { one: '# entry', other: '# entries' }),
    acts: (title) => `Acts on the dossier “${title}”`,
    back: 'Back to the list',
    undo: 'Undo the last step',
    redo: 'Redo',
    export: 'Export the dossier…',
    remove: 'Delete the dossier',
    removeItem: (name) => `Take out of the dossier: ${name}`,
    up: (name) => `Move up: ${name}`,
    down: (name) => `Move down: ${name}`,
    outline: 'Contents of the dossier',
    heading: 'Heading',
    note: 'Note of the dossier',
    newer: '(there is a newer version)',
    empty: 'This dossier is empty',
    emptyAdvice: 'Open a text and add it with Alt D; with a selection, the passage is added.',
    deleted: 'This dossier was deleted',
    deletedAdvice: 'Undo the last step to have it back.',
    ownWords: 'Your words',
    addNote: 'Add a note',
    addHeading: 'Add a heading',
    addTo: 'Add to a dossier…',
    briefing: 'Draft a briefing note…',
    briefingTitle: 'Title of the note',
    briefingAdvice: (count) =>
      plural(count, {
        one: 'Context, meetings, positions quoted, commitments and people, drawn from # text. The note opens as a dossier, to be written on and then exported.',
        other:
          'Context, meetings, positions quoted, commitments and people, drawn from # texts. The note opens as a dossier, to be written on and then exported.',
      }),
    briefingPrivate: 'Your private notes are left out of it.',
    draft: 'Draft',
    draftAnyway: 'Draft anyway',
    briefingLeftOut: (count) =>
      plural(count, {
        one: '# text could not be read and will be missing from the note; the others will be in it. Check the archive in the settings.',
        other:
          '# texts could not be read and will be missing from the note; the others will be in it. Check the archive in the settings.',
      }),
    add: 'Add',
    toAdd: (count) => plural(count, { one: '# entry to add', other: '# entries to add' }),
    created: (title) => `Dossier created: ${title}`,
    described: (title) => `Dossier saved: ${title}`,
    removed: (title) => `Dossier deleted: ${title}`,
    added: (title) => `Added to the dossier: ${title}`,
    itemRemoved: 'Entry taken out of the dossier',
    written: 'Words of the dossier saved',
    moved: (place, total) => `Moved to place ${place} of ${total}`,
    undone: 'Step undone',
    redone: 'Step redone',
    chosen: (count) => plural(count, { one: '# text chosen', other: '# texts chosen' }),
    chooseNone: 'Choose none',
    choose: 'Choose texts to act on together',
  },
  compare: {
    act: 'Compare',
    withPrevious: 'Compare with the version shown',
    title: 'Compare two texts',
    old: 'Before',
    fresh: 'After',
    changes: 'Differences',
    count: (count) => plural(count, { one: '# difference', other: '# differences' }),
    at: (place, total) => `Difference ${place} of ${total}`,
    same: 'Both texts are the same.',
    next: 'Next difference',
    previous: 'Previous difference',
    export: 'Export as PDF…',
    kinds: {
      inserted: 'added:',
      deleted: 'removed:',
      moved: 'moved:',
      typeset: 'spelt otherwise:',
    },
  },
}
