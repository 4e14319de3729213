import type { frTransfers } from './fr-transfers.ts'
import { createPlural } from './plural.ts'

const plural = createPlural('en-GB')

/** English for what comes into the archive and what leaves it. */
export const enTransfers: typeof frTransfers = {
  ingest: {
    title: 'Add texts',
    action: 'Add',
    advice: 'Drop files or a folder here, or choose them. The originals are kept as they are.',
    formats: 'TXT, HTML, PDF, DOCX, DOC, ODT, RTF, EML, MSG, XML, JSON, CSV, ZIP',
    chooseFiles: 'Choose files…',
    chooseFolder: 'Choose a folder…',
    paste: 'Paste a text',
    pasteLabel: 'Text to add',
    pasteName: 'pasted-text.txt',
    pasteAction: 'Add this text',
    drop: 'Drop to add to the archive',
    dropRefused: 'Read only: nothing can be added to this archive',
    reading: 'Reading the files',
    readingCount: (done, total) =>
      plural(done, {
        one: `# file of ${total} handed over`,
        other: `# files of ${total} handed over`,
      }),
    running: 'Analysing the texts',
    runningCount: (done, total) => plural(done, { other: `# of ${total}` }),
    cancelled: 'Stopped. What was already added stays in the archive.',
    resumeLater: 'You can take it up again later.',
    report: 'Report',
    summary: {
      added: (count) => plural(count, { other: '# new' }),
      identical: (count) => plural(count, { other: '# identical' }),
      related: (count) => plural(count, { other: '# linked to a known text' }),
      unreadable: (count) => plural(count, { other: '# unreadable' }),
    },
    outcomes: {
      added: 'New',
      identical: 'Already in the archive',
      amends: 'Likely amended version of a known text',
      relays: 'Likely relays a known text',
      'same-event': 'Likely another take of a known dispatch',
      unreadable: 'Unreadable',
    },
    suggestions: (count) =>
      plural(count, { one: '# suggestion to confirm', other: '# suggestions to confirm' }),
    reasons: {
      empty: 'The file is empty. Ask for a new copy.',
      binary: 'This is not a text (a picture, a program or data). It was not added.',
      'too-large': 'The file is larger than 50 MB. Add only the part you need.',
      'no-permission': 'The system refuses to read this file. Check your rights, then try again.',
      vanished: 'The file disappeared while it was read. Plug the drive in again, then try again.',
      'no-text':
        'No text to read in it. If it is scanned pages, have their characters recognised; the original is kept.',
      'format-unsupported':
        'This format is not supported. Save it as PDF, DOCX or TXT, then try again.',
      'encoding-unknown': 'The character encoding was not recognised. Save the text as UTF-8.',
      'not-a-regular-file': 'This is not an ordinary file (a shortcut or a device).',
      'password-protected': 'The file is protected by a password. Add an unprotected copy.',
      damaged: 'The file is damaged. Ask for a new copy.',
      'limits-exceeded':
        'Reading it took too much time or memory and was stopped. The file may be a trap.',
    },
    warnings: {
      'encoding-guessed': 'The encoding was guessed: check the accents.',
      'double-encoding-repaired': 'A double encoding was repaired: check the accents.',
      'damaged-characters': 'Some characters are damaged in the original.',
      'control-characters-removed': 'Control characters were left out.',
      'direction-controls': 'The text holds invisible direction marks.',
      'invisible-characters': 'The text holds invisible characters.',
      'extension-differs': 'The content is not of the format that the name tells.',
      'active-content-dropped': 'Active content (macros, scripts) was left out.',
      'external-reference-dropped': 'References to the outside were left out.',
      recovered: 'The file is damaged; what could be read was kept.',
      'cut-short': 'The text stops short: a limit was reached.',
      'copy-restricted': 'The file’s author asks that its text not be copied.',
      'parts-without-text': 'Some pages hold only pictures.',
      'publication-dates-disagree': 'Two publication dates disagree.',
      'date-impossible': 'A date that is printed does not exist.',
      'date-ambiguous': 'A date can be read in two ways.',
      'year-two-digits': 'A year is written with two digits.',
      'weekday-disagrees': 'A weekday does not match its date.',
      'digits-glued': 'Digits are glued to a word.',
      'original-kept': 'No text was found; the original is kept.',
    },
    pause: 'Pause',
    mapping: {
      title: 'Columns of the file',
      rows: (count) => plural(count, { one: '# row', other: '# rows' }),
      columns: (count) => plural(count, { one: '# column', other: '# columns' }),
      remembered: 'You kept this choice for these columns before. Change it if it no longer fits.',
      proposed:
        'This is what the names and the values of the columns suggest. Check it: your choice is kept for files with the same columns.',
      fields: {
        title: 'Title',
        body: 'Text',
        published: 'Date of publication',
        modified: 'Date of change',
        author: 'Author',
        issuer: 'Issuer',
        publisher: 'Publisher',
        place: 'Place',
        language: 'Language',
        reference: 'Reference',
        url: 'Address of the page',
      },
      notRead: '— not read —',
      guessed: 'from the values: check it',
      allColumns: (count) => `All columns (${count})`,
      needsBody: 'Choose the column of the text: without it nothing can be added.',
      accept: 'Keep and add',
      skip: 'Add without keeping',
    },
    exportReport: 'Save the report…',
    reportName: 'report.txt',
    openText: 'Open',
    unfinished: (left) =>
      plural(left, {
        one: 'An addition is unfinished: # file is still to be read.',
        other: 'An addition is unfinished: # files are still to be read.',
      }),
    resume: 'Resume',
    abandon: 'Abandon',
  },
  firstRun: {
    title: 'The archive is empty',
    advice: 'Add your first communiqués, or look around with a few invented ones.',
    addFirst: 'Add texts…',
    samples: 'Look around with samples',
    readOnlyTitle: 'The archive is empty, and read only',
    readOnly: {
      medium:
        'Nothing can be added to it: its medium cannot be written. Copy it to a disk that you can write to and open the copy, or open another archive.',
      policy:
        'Nothing can be added to it: your office has made archives read only. Ask your administrator for the archive of your office, or for the right to add texts.',
    },
  },
}
