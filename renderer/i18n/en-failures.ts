import type { FailureWords } from './failure-words.ts'
import { createFormats } from './formats.ts'

const formats = createFormats('en-GB')

/** English for everything that is expected to go wrong. */
export const enFailures: FailureWords = {
  'input-refused': ({ at }) => ({
    title: 'This value is not accepted',
    advice: at === '' ? 'Correct it, then try again.' : `Correct the field “${at}”.`,
  }),
  'unknown-channel': () => ({
    title: 'This action is not available',
    advice: 'The application and the archive are of different versions. Restart the application.',
  }),
  cancelled: () => ({ title: 'Stopped', advice: 'You can start it again.' }),
  'connection-lost': () => ({
    title: 'The connection to the archive was lost',
    advice: 'It comes back by itself. Nothing that was saved is lost.',
  }),
  unexpected: () => ({
    title: 'Something unexpected went wrong',
    advice: 'Try again. If it persists, restart the application; the archive is intact.',
  }),
  'not-found': () => ({
    title: 'Not found in the archive',
    advice: 'It may have been removed. Go back to the list.',
  }),
  'archive-missing': () => ({
    title: 'The archive cannot be found',
    advice: 'Plug in the drive that holds it, then try again.',
  }),
  'archive-held': ({ by, on, since }) => ({
    title: 'The archive is already open',
    advice:
      by === ''
        ? 'Another program is using it at this moment. Close it, then try again; nothing was changed.'
        : `${by} has been using it on ${on} since ${formats.instant(since)}. Close it there, then try again.`,
  }),
  'archive-newer': ({ found, supported }) => ({
    title: 'The archive comes from a newer version',
    advice: `It has format ${found}; this application reads up to format ${supported}. Update the application. The archive was not touched.`,
  }),
  'archive-corrupt': () => ({
    title: 'The archive is damaged',
    advice: 'Write nothing more to it. Restore the last verified backup.',
  }),
  'archive-not-ours': () => ({
    title: 'This file is not a Fonds archive',
    advice: 'Choose another file. This one was not touched.',
  }),
  'archive-locked': ({ why }) => {
    switch (why) {
      case 'locked':
        return {
          title: 'The archive is locked',
          advice: 'Give the passphrase, or the printed recovery code.',
        }
      case 'wrong-passphrase':
        return {
          title: 'This passphrase does not open the archive',
          advice: 'Check the capitals and the keyboard language. The archive is intact.',
        }
      case 'keys-damaged':
        return {
          title: 'The key file is damaged',
          advice:
            'Your passphrase is not at fault. Put the “.keys.json” file of a backup back beside the archive.',
        }
      case 'unsupported':
        return {
          title: 'This installation cannot open an encrypted archive',
          advice: 'Install the complete Fonds. The archive was not touched.',
        }
    }
  },
  'code-mismatch': () => ({
    title: 'This is not the end of the recovery code',
    advice: 'Read the last group of the code that you kept. Nothing has been encrypted yet.',
  }),
  'keychain-refused': () => ({
    title: 'The keychain of this workstation did not answer',
    advice:
      'The archive is intact and still opens by its passphrase. Unlock the keychain of your session, then try again.',
  }),
  'archive-read-only': () => ({
    title: 'The archive is read only',
    advice: 'Copy it to a disk you can write to, or check your rights.',
  }),
  'archive-location-refused': () => ({
    title: 'An archive cannot be kept here',
    advice: 'Network and synchronised folders may damage it. Put it on a local disk.',
  }),
  'policy-refuses': ({ rule }) => ({
    title: 'Your office’s policy does not allow this',
    advice: `Rule “${rule}”. Ask your administrator.`,
  }),
  'disk-full': () => ({
    title: 'The disk is full',
    advice: 'Free some space, then try again. What was saved is intact.',
  }),
  'no-permission': () => ({
    title: 'The system refuses access',
    advice: 'Check your rights on the archive or the file, then try again.',
  }),
  'file-in-use': () => ({
    title: 'The file is open elsewhere',
    advice:
      'Another program has it open, or it may not be replaced. Nothing was changed. Close it and try again, or choose another name.',
  }),
  'passage-invalid': () => ({
    title: 'This passage cannot be annotated',
    advice: 'Select words inside the text, then try again.',
  }),
  'nothing-to-undo': () => ({
    title: 'There is nothing to undo',
    advice: 'This annotation is back to its first state.',
  }),
  'query-invalid': ({ at }) => ({
    title: 'The search is incomplete',
    advice: `Look at character ${formats.number(at + 1)}.`,
  }),
  'batch-unknown': () => ({
    title: 'This addition no longer exists',
    advice: 'It was finished or abandoned. Add the files again.',
  }),
  'bundle-refused': ({ why }) => ({
    title: 'This file of annotations is refused',
    advice:
      why === 'not-a-bundle'
        ? 'It is not a file of annotations made by Fonds. Nothing has changed here.'
        : 'It was damaged or changed on its way. Ask for it again; nothing has changed here.',
  }),
  'bundle-newer': () => ({
    title: 'This file comes from a newer Fonds',
    advice: 'Update the application, then try again. Nothing has changed here.',
  }),
  'export-font-missing': () => ({
    title: 'A font is missing',
    advice: 'Install the application again: a font that comes with it has disappeared.',
  }),
  'file-exists': ({ name }) => ({
    title: 'A file already has this name',
    advice: `“${name}” already exists. Choose another name.`,
  }),
}
