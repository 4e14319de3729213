import type { FailureWords } from './failure-words.ts'
import { createFormats } from './formats.ts'
import { enPolicy } from './en-policy.ts'

const formats = createFormats('en-GB')
const ruleNames: Readonly<Record<string, string>> = enPolicy.policy.rules

/** English for everything that is expected to go wrong. */
export const enFailures: FailureWords = {
  'input-refused': ({ at }) => ({
    title: 'This value is not accepted',
    kept: 'Nothing was changed.',
    next: at === '' ? 'Correct it, then try again.' : `Correct the field “${at}”, then try again.`,
  }),
  'unknown-channel': () => ({
    title: 'This action is not available',
    kept: 'The application and the archive are of different versions; the archive was not touched.',
    next: 'Restart the application.',
  }),
  cancelled: () => ({
    title: 'Stopped',
    kept: 'What was saved is intact.',
    next: 'You can start it again.',
  }),
  'connection-lost': () => ({
    title: 'The connection to the archive was lost',
    kept: 'Nothing that was saved is lost.',
    next: 'Wait a moment: it comes back by itself. If not, restart the application.',
  }),
  unexpected: () => ({
    title: 'Something unexpected went wrong',
    kept: 'What was saved is intact.',
    next: 'Try again. If it persists, restart the application, then report it with the version that the settings show.',
  }),
  'not-found': () => ({
    title: 'Not found in the archive',
    kept: 'It may have been removed; the rest is intact.',
    next: 'Go back to the list.',
  }),
  'archive-missing': () => ({
    title: 'The archive cannot be found',
    kept: 'Nothing was created or replaced where it was.',
    next: 'Plug in the drive that holds it, then try again.',
  }),
  'archive-held': ({ by, on, since }) => ({
    title: 'The archive is already open',
    kept:
      by === ''
        ? 'Another program is using it at this moment; nothing was changed.'
        : `${by} has been using it on ${on} since ${formats.instant(since)}; nothing was changed.`,
    next: 'Close it there, then try again.',
  }),
  'archive-newer': ({ found, supported }) => ({
    title: 'The archive comes from a newer version',
    kept: `It has format ${found}; this application reads up to format ${supported}. It was not touched.`,
    next: 'Update the application.',
  }),
  'archive-outdated': () => ({
    title: 'The archive waits to be brought up to date',
    kept: 'It comes from an older version of Fonds and is on a read-only medium. It is intact.',
    next: 'Copy it to a disk you can write to, then open the copy: it will be updated, after a backup was made.',
  }),
  'archive-corrupt': () => ({
    title: 'The archive is damaged',
    kept: 'Your verified backups lie apart and were not touched.',
    next: 'Write nothing more to it. Restore the last backup: the archive of today is kept with them.',
  }),
  'archive-not-ours': () => ({
    title: 'This file is not a Fonds archive',
    kept: 'It was not touched.',
    next: 'Choose another file. If it is your archive, its “.keys.json” file is missing or its beginning is damaged: put that file back, or restore a backup.',
  }),
  'archive-locked': ({ why }) => {
    switch (why) {
      case 'locked':
        return {
          title: 'The archive is locked',
          kept: 'It is intact.',
          next: 'Give the passphrase, or the printed recovery code.',
        }
      case 'wrong-passphrase':
        return {
          title: 'This passphrase does not open the archive',
          kept: 'The archive is intact.',
          next: 'Check the capitals and the keyboard language, or give the recovery code.',
        }
      case 'keys-damaged':
        return {
          title: 'The key file is damaged or of another archive',
          kept: 'Your passphrase is not at fault, and the archive was not touched.',
          next: 'Put the “.keys.json” file of a backup back beside the archive.',
        }
      case 'keys-missing':
        return {
          title: 'The key file is missing',
          kept: 'The archive is encrypted and was not touched; nothing opens it without that file.',
          next: 'Put the “.keys.json” file of a backup back beside the archive, or restore a backup.',
        }
      case 'unsupported':
        return {
          title: 'This installation cannot open an encrypted archive',
          kept: 'The archive was not touched.',
          next: 'Install the complete Fonds.',
        }
    }
  },
  'code-mismatch': () => ({
    title: 'This is not the end of the recovery code',
    kept: 'Nothing has been encrypted yet.',
    next: 'Read the last group of the code that you kept.',
  }),
  'keychain-refused': () => ({
    title: 'The keychain of this workstation did not answer',
    kept: 'The archive is intact and still opens by its passphrase.',
    next: 'Unlock the keychain of your session, then try again.',
  }),
  'archive-read-only': () => ({
    title: 'The archive is read only',
    kept: 'It is intact: reading, searching and exporting work.',
    next: 'To write to it, copy it to a disk you can write to, or check your rights.',
  }),
  'archive-location-refused': () => ({
    title: 'An archive cannot be kept here',
    kept: 'Network and synchronised folders may damage it; nothing was written there.',
    next: 'Put it on a local disk, then open it from there.',
  }),
  'policy-refuses': ({ rule }) => ({
    title: 'Your office’s policy does not allow this',
    kept: `Nothing was changed (rule “${ruleNames[rule] ?? rule}”).`,
    next: 'Ask your administrator.',
  }),
  'disk-full': () => ({
    title: 'The disk is full',
    kept: 'What was saved is intact.',
    next: 'Free some space, then try again.',
  }),
  'disk-fails': () => ({
    title: 'The disk does not answer',
    kept: 'What was saved was not touched. The last action may not have been done.',
    next: 'Check that the drive is plugged in, then open the archive again. If it happens again, copy it to another disk, or restore a backup.',
  }),
  'no-permission': () => ({
    title: 'The system refuses access',
    kept: 'Nothing was changed.',
    next: 'Check your rights on the archive or the file and on its folder, then try again.',
  }),
  'name-refused': () => ({
    title: 'This file name is not possible',
    kept: 'Nothing was created or changed.',
    next: 'Choose another name, shorter and without unusual signs.',
  }),
  'file-in-use': () => ({
    title: 'The file is open elsewhere',
    kept: 'Another program has it open, or it may not be replaced. Nothing was changed.',
    next: 'Close it and try again, or choose another name.',
  }),
  'passage-invalid': () => ({
    title: 'This passage cannot be annotated',
    kept: 'The text and its annotations have not changed.',
    next: 'Select words inside the text, then try again.',
  }),
  'nothing-to-undo': () => ({
    title: 'There is nothing to undo',
    kept: 'Everything is saved as it is shown.',
    next: 'Go on: the history of the annotation shows every step.',
  }),
  'query-invalid': ({ at }) => ({
    title: 'The search is incomplete',
    kept: 'Nothing changed in the archive.',
    next: `Look at character ${formats.number(at + 1)}.`,
  }),
  'batch-unknown': () => ({
    title: 'This addition no longer exists',
    kept: 'It was finished or abandoned; the texts taken in are in the archive.',
    next: 'Add the files again: those that are there already will be recognised.',
  }),
  'bundle-refused': ({ why }) => ({
    title: 'This file of annotations is refused',
    kept:
      why === 'not-a-bundle'
        ? 'It is not a file of annotations made by Fonds. Nothing has changed here.'
        : 'It was damaged or changed on its way. Nothing has changed here.',
    next:
      why === 'not-a-bundle' ? 'Choose another file.' : 'Ask whoever handed it over for it again.',
  }),
  'bundle-newer': () => ({
    title: 'This file comes from a newer Fonds',
    kept: 'Nothing has changed here.',
    next: 'Update the application, then try again.',
  }),
  'export-font-missing': () => ({
    title: 'A font is missing',
    kept: 'A font that comes with the application has disappeared; the archive is intact and no file was written.',
    next: 'Install the application again, then export again.',
  }),
  'file-exists': ({ name }) => ({
    title: 'A file already has this name',
    kept: `“${name}” was not replaced.`,
    next: 'Choose another name.',
  }),
}
