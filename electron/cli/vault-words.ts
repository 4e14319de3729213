import { languageFromEnvironment } from './words.ts'

/** What the command line says of passphrases and encryption. */
interface VaultWords {
  readonly usage: string
  readonly askSecret: string
  readonly askNew: string
  readonly askAgain: string
  readonly noSecret: string
  readonly tooShort: string
  readonly isEncrypted: string
  readonly isPlain: string
  readonly recoveryCode: (code: string) => string
  readonly encrypted: string
  readonly decrypted: string
  readonly changed: string
}

/** The words of the terminal's language. */
export function vaultWords(): VaultWords {
  return languageFromEnvironment(process.env) === 'en' ? EN : FR
}

const FR: VaultWords = {
  usage: `
  fonds encrypt    --archive FICHIER                      chiffre l’archive et montre son code de secours, une seule fois
  fonds decrypt    --archive FICHIER                      retire le chiffrement
  fonds passphrase --archive FICHIER                      change la phrase de passe
  La phrase de passe est demandée au terminal, ou lue dans le fichier que nomme FONDS_PASSPHRASE_FILE
  (la nouvelle : FONDS_NEW_PASSPHRASE_FILE) ; jamais sur la ligne de commande.
`,
  askSecret: 'Phrase de passe ou code de secours :',
  askNew: 'Nouvelle phrase de passe (au moins douze signes) :',
  askAgain: 'La même, une seconde fois :',
  noSecret:
    'Aucune phrase de passe donnée, ou deux saisies différentes. Rien n’a été modifié. Tapez-la au terminal, ou nommez son fichier par FONDS_PASSPHRASE_FILE (la nouvelle : FONDS_NEW_PASSPHRASE_FILE).',
  tooShort: 'Il faut au moins douze signes. Rien n’a été modifié.',
  isEncrypted: 'L’archive est déjà chiffrée. Rien n’a été modifié.',
  isPlain: 'L’archive n’est pas chiffrée. Rien n’a été modifié.',
  recoveryCode: (code) =>
    `Code de secours, montré une seule fois. Imprimez-le ou gardez-le hors de ce poste :\n\n  ${code}\n\nQui perd la phrase de passe et ce code perd l’archive.`,
  encrypted: 'Archive chiffrée et vérifiée.',
  decrypted: 'Chiffrement retiré, archive vérifiée.',
  changed: 'Phrase de passe changée. Le code de secours reste le même.',
}

const EN: VaultWords = {
  usage: `
  fonds encrypt    --archive FILE                         encrypts the archive and shows its recovery code, once
  fonds decrypt    --archive FILE                         removes the encryption
  fonds passphrase --archive FILE                         changes the passphrase
  The passphrase is asked at the terminal, or read from the file that FONDS_PASSPHRASE_FILE names
  (the new one: FONDS_NEW_PASSPHRASE_FILE); never from the command line.
`,
  askSecret: 'Passphrase or recovery code:',
  askNew: 'New passphrase (at least twelve signs):',
  askAgain: 'The same, once more:',
  noSecret:
    'No passphrase was given, or the two differ. Nothing was changed. Type it at the terminal, or name its file by FONDS_PASSPHRASE_FILE (the new one: FONDS_NEW_PASSPHRASE_FILE).',
  tooShort: 'At least twelve signs are needed. Nothing was changed.',
  isEncrypted: 'The archive is encrypted already. Nothing was changed.',
  isPlain: 'The archive is not encrypted. Nothing was changed.',
  recoveryCode: (code) =>
    `Recovery code, shown only once. Print it, or keep it away from this workstation:\n\n  ${code}\n\nWhoever loses the passphrase and this code loses the archive.`,
  encrypted: 'Archive encrypted and checked.',
  decrypted: 'Encryption removed, archive checked.',
  changed: 'Passphrase changed. The recovery code stays the same.',
}
