import { enJournal } from './en-journal.ts'
import type { Words } from './fr.ts'

/** English for what protects an archive: its passphrase and keys, its lock and its backups. */
export const enSafety: Pick<Words, 'safety' | 'backups' | 'integrity' | 'journal'> = {
  safety: {
    readOnlyAdvice:
      'This archive is on a medium that cannot be written: reading, searching and exporting work. To annotate or add, copy it to a disk that you can write to.',
    readOnlySettled:
      'Your office has made this archive read only: reading, searching and exporting work. To write to it, ask your administrator.',
    title: 'Protection of the archive',
    unlockTitle: 'Archive locked',
    unlockAdvice: (name) =>
      `“${name}” is encrypted. Give its passphrase, or the printed recovery code.`,
    draftKept: {
      note: 'You were writing a note when the archive locked or the window was lost. It is kept.',
      addition:
        'You were writing in a dossier when the archive locked or the window was lost. Your words are kept.',
      line: 'You were changing a line of a dossier when the archive locked or the window was lost. Your words are kept.',
      paste: 'You were pasting a text when the archive locked or the window was lost. It is kept.',
      cover:
        'You were writing the cover of a dossier when the archive locked or the window was lost. It is kept.',
      search:
        'You were naming a search when the archive locked or the window was lost. The name and the search are kept.',
      question:
        'You were writing words to look up when the archive locked or the window was lost. They are kept.',
    },
    draftResume: {
      note: 'Take up the note',
      addition: 'Go on in the dossier',
      line: 'Take up the line',
      paste: 'Take up the text',
      cover: 'Take up the cover',
      search: 'Take up the name',
      question: 'Take up these words',
    },
    draftGiveUp: 'Give up',
    setAside: {
      preferences: 'The file of your settings could not be read; they begin anew.',
      desk: 'The list of recent archives could not be read; open yours by their files.',
      folders:
        'Your choice of a watched folder could not be read; nothing is watched until you choose again in the settings.',
    },
    setAsideKept:
      'What could not be read is kept beside it, under a name that ends in “.aside”. Your texts and your notes are intact.',
    setAsideSeen: 'Understood',
    logLoss: {
      removed:
        'Fonds was stopped at once, and another program then took its “-wal” file away: the last changes are missing. The rest of the archive and your backups are intact. Read your last notes again; where some are missing, restore a backup.',
      cut: 'Fonds was stopped at once, and its “-wal” file was then cut or damaged: recent changes are missing. The rest of the archive and your backups are intact; that file is kept beside it. Read your last notes again; where some are missing, restore a backup.',
      foreign:
        'Fonds was stopped at once, and its “-wal” file was then replaced by that of another archive: the last changes are missing. That file was set aside; the rest of the archive and your backups are intact. Read your last notes again; where some are missing, restore a backup.',
    },
    logLossSeen: 'Checked',
    unlocked: 'Archive unlocked',
    secret: 'Passphrase or recovery code',
    current: 'Current passphrase, or recovery code',
    showSecret: 'Show what I type',
    unlock: 'Unlock',
    checking: 'Checking…',
    lock: 'Lock',
    encryptTitle: 'Encrypt the archive',
    encrypt: 'Encrypt',
    encryptAction: 'Encrypt the archive…',
    isPlain: 'This archive is not encrypted: whoever takes the disk can read it.',
    isEncrypted: (minutes) =>
      `This archive is encrypted. It locks after ${minutes} min without activity.`,
    locksWithDesktop: 'It also locks when the workstation sleeps or is locked.',
    covered:
      'Encrypted: texts, originals, notes, the index, the journal and the backups that the application makes.',
    notCovered:
      'Not encrypted: names and sizes of files, what you export, the clipboard, the memory of a running computer, and what the disk still holds of the archive before. Encrypt the disk as well.',
    mustTitle: 'Your service requires an encrypted archive',
    mustAdvice: 'Choose a passphrase to go on. An archive that exists keeps all of its content.',
    passphrase: 'New passphrase',
    again: 'The same, once more',
    passphraseAdvice: 'At least twelve signs: four words taken at random are easy to remember.',
    mismatch: 'The two entries differ.',
    tooShort: 'At least twelve signs are needed.',
    lossWarning:
      'Whoever loses the passphrase and the recovery code loses the archive: nobody can open it again.',
    next: 'Continue',
    preparing: 'Preparing the keys…',
    codeTitle: 'Recovery code',
    codeAdvice:
      'It opens the archive when the passphrase is lost. It is shown only once: print it, or keep it away from this workstation.',
    printCode: 'Print',
    saveCode: 'Save…',
    codeFile: (name) => `${name} – recovery code.txt`,
    lastGroup: 'Type the last group of the code, to confirm that you kept it',
    encrypting: 'Encrypting and checking the archive…',
    encryptingAdvice: 'If the workstation stops, the archive stays whole, encrypted or not.',
    encrypted: 'Archive encrypted and checked',
    changeTitle: 'Change the passphrase',
    change: 'Change',
    changeAdvice: 'The recovery code stays the same.',
    changed: 'Passphrase changed',
    workstation: {
      unsafe: 'This workstation has no safe keychain: the passphrase is asked at every opening.',
      forbidden: 'Your office asks for the passphrase at every opening.',
      offered:
        'The keychain of your session can open this archive on this workstation, without the passphrase.',
      kept: 'On this workstation, the archive opens with your session. Once locked, it asks for the passphrase.',
      refused:
        'The keychain of this workstation opens the archive no more: give the passphrase. The archive is intact.',
    },
    trustTitle: 'Open with this workstation',
    trustAction: 'Open with this workstation…',
    trustAdvice:
      'Whoever opens your session on this workstation will open the archive. The passphrase and the recovery code stay valid; keep them, for a keychain may be lost.',
    trust: 'Hand to the keychain',
    trusted: 'This workstation will open the archive',
    forget: 'Ask for the passphrase again',
    forgotten: 'The passphrase will be asked at every opening',
    decryptTitle: 'Remove the encryption',
    decrypt: 'Remove the encryption',
    decryptAdvice: 'Whoever takes the disk can read the archive again. Nothing of it is lost.',
    decrypting: 'Decrypting and checking the archive…',
    decrypted: 'Archive decrypted and checked',
    printed: (name) => `Recovery code of “${name}”`,
  },
  backups: {
    title: 'Backups',
    advice:
      'A backup is made on each day that the archive has changed, before a merge and before an update. Each is checked; those of the day and on demand are read back whole. The oldest are replaced.',
    none: 'No backup yet.',
    make: 'Back up now',
    making: 'Copying the archive and reading it back…',
    made: 'Backup made, and read back whole.',
    goingAdvice: 'The archive stays whole whatever happens.',
    reasons: {
      daily: 'daily',
      manual: 'on demand',
      migration: 'before an update',
      merge: 'before a merge',
      replaced: 'archive that was replaced',
    },
    encrypted: 'encrypted',
    unreadable: 'content not readable',
    restore: 'Restore',
    confirmTitle: 'Restore this backup?',
    confirmAdvice:
      'It takes the place of the archive. The archive of today is kept in this list: you can come back to it.',
    confirm: 'Restore this backup',
    restoring: 'Checking the backup and putting it in place…',
    restored: 'Backup restored. The archive that it replaced is kept in this list.',
    failedDamaged:
      'The backup of the day was not made: the archive is damaged. Your backups are intact; restore the last one.',
    failedFull:
      'The backup of the day was not made: the disk is full. The archive is intact; free some space.',
    failed:
      'The backup of the day was not made. The archive is intact; check the access to its folder.',
  },
  integrity: {
    title: 'Verify the archive',
    advice:
      'Every text, original and note is read again and compared with the digest taken when it came.',
    checking: 'Reading the archive again…',
    progress: (done, total) => `${done} of ${total}`,
    whole: (checked) => `${checked} pieces read again: everything is as recorded.`,
    indexOnly:
      'Texts, originals and notes are as recorded; only the search index has to be rebuilt.',
    damaged:
      'The archive is not as it was recorded any more. Write nothing more in it: restore a backup. The archive of today will be kept.',
    rebuild: 'Rebuild the index…',
    restore: 'See the backups',
    findings: {
      'source-file': 'Originals',
      version: 'Texts',
      annotation: 'Notes',
      journal: 'Journal',
      database: 'Structure of the file',
      'search-index': 'Search index',
    },
  },
  journal: {
    title: 'Journal of the archive',
    advice:
      'Who changed what, and when. The journal cannot be changed; each line carries the digest of the one before.',
    actions: enJournal,
    columns: ['No.', 'Date', 'By', 'Action', 'Subject'],
    none: 'No change yet.',
    place: (first, last, total) => `${first} to ${last} of ${total}`,
    newer: 'Newer',
    older: 'Older',
    save: 'Save as CSV…',
    saved: 'Journal saved',
    fileName: 'journal.csv',
  },
}
