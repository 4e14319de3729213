import { adviceFromReason } from './query-words.ts'
import type { CliWords } from './words.ts'

/** What the command line says in English. */
export const wordsEn: CliWords = {
  usage: `fonds — the archive of communiqués, on the command line

  fonds ingest   --archive FILE PATH…                  takes in files or folders
  fonds list     --archive FILE                        lists the communiqués, newest first
  fonds search   --archive FILE QUERY                  searches texts and notes
                 [--saved NAME] [--limit N]            … in what a saved search finds
  fonds verify-quotation --archive FILE PASSAGE        checks a quotation against the archive
  fonds trace    --archive FILE FORMULA                follows a formula from text to text
  fonds searches --archive FILE                        saved searches, with what is new
  fonds save-search --archive FILE NAME QUERY          saves a search
  fonds index    --archive FILE                        what the search index holds
  fonds rebuild-index | compact-index --archive FILE   makes it again, or joins its segments
  fonds show     --archive FILE ID                     shows one communiqué
  fonds annotate --archive FILE ID --quote PASSAGE     annotates a passage
                 [--kind highlight|comment|commitment|quotation|question]
                 [--note TEXT] [--tag WORD]… [--private]
  fonds export   --archive FILE ID… --output FILE|FOLDER
                 [--format pdf|html|markdown|docx|tei|jsonld|dossier-pdf|list-pdf|csv|ris|bibtex|csl-json|json]
                 [--dossier TITLE]
                 [--notes none|margin|end] [--kind …] [--tag WORD]… [--author NAME]…
                 [--include-private] [--labels fr|ar|en]
                 [--header TEXT] [--footer TEXT] [--marking WORDS] [--logo IMAGE]
  fonds dossiers --archive FILE                        stored dossiers
  fonds dossier  --archive FILE ID --output FILE [--format pdf|docx] [--layout dossier|briefing]
  fonds briefing --archive FILE ID… --dossier TITLE --output FILE [--format pdf|docx] [--annexes]
  fonds results  --archive FILE QUERY --output FILE    a list of results as PDF
  fonds compare  --archive FILE ID [ID] --output FILE [--layout merged|side-by-side]
  fonds verify   --archive FILE                        re-reads every digest
  fonds backup   --archive FILE --output FILE          copies the archive and checks the copy

  --json   writes JSON            --help   shows this help
  Without --archive: the variable FONDS_ARCHIVE, else the user's own archive.
  Exit code: 0 done · 1 failed · 2 command not understood · 3 verify found differences
`,
  failure: {
    'archive-missing': () =>
      'There is no archive there; none was created. Plug in its drive or check --archive; fonds ingest creates a new one.',
    'archive-held': (failure) =>
      `The archive is already open${failure.by === '' ? '' : ` by ${failure.by} on ${failure.on} since ${failure.since}`}. Close it first; nothing was changed.`,
    'archive-newer': (failure) =>
      `This archive comes from a newer Fonds (schema ${failure.found}, here ${failure.supported}). Update Fonds; the archive was not touched.`,
    'archive-corrupt': () =>
      'The archive is damaged; its backups lie apart and were not touched. Write nothing more to it: fonds backups lists them, fonds restore puts one back.',
    'archive-not-ours': () =>
      'This file is not a Fonds archive, or its beginning is damaged, or its .keys.json file is missing. It was not touched. Give another one, or put back the key file of a backup.',
    'archive-locked': ({ why }) =>
      ({
        locked:
          'The archive is encrypted. Give the passphrase at the terminal, or its file by FONDS_PASSPHRASE_FILE.',
        'wrong-passphrase':
          'This passphrase does not open the archive, which is intact. Try again, or give the recovery code.',
        'keys-missing':
          'The archive is encrypted and its key file is missing; it was not touched. Put back the .keys.json file of a backup.',
        'keys-damaged':
          'The key file is damaged or of another archive; the passphrase is not at fault. Put back the .keys.json file of a backup.',
        unsupported:
          'This installation cannot open an encrypted archive; it was not touched. Install Fonds complete.',
      })[why],
    'code-mismatch': () =>
      'This is not the end of the recovery code. Nothing was encrypted; read the code again and start over.',
    'keychain-refused': () =>
      'The keychain of this workstation did not answer. The archive is intact: open it by its passphrase.',
    'archive-outdated': () =>
      'The archive comes from an older version of Fonds and is on a read-only medium; it is intact. Copy it to the disk and open the copy.',
    'archive-read-only': () =>
      'The archive is on a read-only medium; nothing was changed. Copy it to the disk to change it.',
    'archive-location-refused': () =>
      'An archive cannot live there (network or synchronised folder); nothing was written. Choose a local disk.',
    'policy-refuses': ({ rule }) =>
      `Your office's policy does not allow this (rule "${rule}"); nothing was changed. Ask your administrator.`,
    'disk-full': () => 'The disk is full. Nothing is lost: free some space, then try again.',
    'disk-fails': () =>
      'The disk does not answer. What was saved was not touched. Check that it is plugged in, then try again.',
    'no-permission': () =>
      'Access refused there; nothing was changed. Ask for the rights, or choose another folder.',
    'name-refused': () =>
      'No file can have this name; nothing was changed. Give another one, shorter and without unusual signs.',
    'file-in-use': () =>
      'The file is open in another program, or may not be replaced. Nothing was changed. Close it, or give another name.',
    'not-found': (failure) =>
      `Not in the archive: ${failure.id}; nothing was changed. fonds list gives the identifiers.`,
    'passage-invalid': () =>
      'There are no words at that place of the text; nothing was changed. Give another passage.',
    'nothing-to-undo': () =>
      'There is nothing to undo; everything is saved as it is. fonds show tells what is.',
    'query-invalid': (failure) =>
      `The query cannot be read from character ${failure.at + 1}: ${adviceFromReason('en', failure.why)}.`,
    'batch-unknown': () =>
      'This import no longer exists; the texts taken in are in the archive. Start it again.',
    'bundle-refused': (failure) =>
      `This file of annotations is refused whole (${failure.why}); nothing was changed. Ask for it again.`,
    'bundle-newer': (failure) =>
      `This file of annotations comes from a newer Fonds (format ${failure.found}, here ${failure.supported}). Update Fonds; nothing was changed.`,
    'export-font-missing': () =>
      'A font of the application is missing or was changed; no file was written. Install Fonds again.',
    'file-exists': (failure) =>
      `The file exists already: ${failure.name}. Choose another name; it was not replaced.`,
    cancelled: () => 'Stopped. What was done is kept; run the command again to go on.',
    'input-refused': (failure) =>
      `Value refused: ${failure.at}; nothing was changed. See fonds --help.`,
    'unknown-channel': () =>
      'Unexpected error. Nothing was lost; run the command again, then tell your support.',
    'connection-lost': () =>
      'Unexpected error. Nothing was lost; run the command again, then tell your support.',
    unexpected: () =>
      'Unexpected error. Nothing was lost; run the command again, then tell your support.',
  },
  unreadable: {
    empty: 'empty file: nothing to take in',
    binary: 'not a text, whatever its name says: check the original file',
    'too-large': 'over 50 MB: split it or ask for a lighter version',
    'no-permission': 'reading refused: ask for access to this file',
    vanished: 'the file is gone: check the medium, then try again',
    'no-text': 'no text to read; if it is scanned pages, have their characters recognised',
    'format-unsupported': 'unknown format: save it as text, PDF or DOCX',
    'encoding-unknown': 'unreadable characters: save it as UTF-8',
    'not-a-regular-file': 'not a regular file',
    'password-protected': 'protected by a password: ask for an open version',
    damaged: 'damaged file: ask for it again',
    'limits-exceeded': 'abnormal file: reading it went over the safety limits',
  },
  unknownVerb: (verb) => `“${verb}” is not a command. See fonds --help.`,
  missing: (what) => `Missing: ${what}. See fonds --help.`,
  resumed: (done, total) => `Resuming an interrupted import: ${done} of ${total} already taken in.`,
  report: ({ added, identical, related, unreadable }) =>
    `${added + related} new (${related} close to a known text), ${identical} identical, ${unreadable} unreadable`,
  progress: (done, total) => `${done} / ${total}`,
  verified: (checked) => `${checked} items re-read: all as recorded.`,
  finding: (what, id) => `Difference: ${what} ${id}`,
  written: (name) => `Written: ${name}`,
  leftOut: (text) => `Could not be read, and left out: ${text}`,
  quoteMissing: 'This passage is not in the text word for word. Copy it from fonds show.',
  quoteTwice: (count) => `This passage stands ${count} times in the text: give more of it.`,
  noHit: 'No result.',
  corrected: (asked, instead) => `No result for “${asked}”. Results for “${instead}”:`,
  emptyArchive: 'The archive is empty.',
  nothingToRead: 'There is no file to take in at that place.',
}
