import type { Words } from './fr.ts'

/** English for what protects an archive: its passphrase, its recovery code and its lock. */
export const enSafety: Pick<Words, 'safety'> = {
  safety: {
    title: 'Protection of the archive',
    unlockTitle: 'Archive locked',
    unlockAdvice: (name) =>
      `“${name}” is encrypted. Give its passphrase, or the printed recovery code.`,
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
    decryptTitle: 'Remove the encryption',
    decrypt: 'Remove the encryption',
    decryptAdvice: 'Whoever takes the disk can read the archive again. Nothing of it is lost.',
    decrypting: 'Decrypting and checking the archive…',
    decrypted: 'Archive decrypted and checked',
    printed: (name) => `Recovery code of “${name}”`,
  },
}
