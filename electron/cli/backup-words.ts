import type { ListedBackup } from '../core/backups/keep-backups.ts'
import { languageFromEnvironment } from './words.ts'

/** What the command line says of backups. */
interface BackupWords {
  readonly usage: string
  readonly none: string
  readonly line: (backup: ListedBackup) => string
  readonly made: (file: string) => string
  readonly restored: (name: string) => string
}

/** The words of the terminal's language. */
export function backupWords(): BackupWords {
  return languageFromEnvironment(process.env) === 'en' ? EN : FR
}

const columns = (backup: ListedBackup, reason: string): string =>
  [
    backup.name,
    backup.madeAt,
    reason,
    backup.communiqueCount ?? '?',
    backup.annotationCount ?? '?',
    backup.size,
  ].join('\t')

const FR: BackupWords = {
  usage: `
  fonds backup  --archive FICHIER                         fait une sauvegarde près de l’archive, et la relit en entier
  fonds backups --archive FICHIER                         sauvegardes : nom, date, raison, communiqués, notes, octets
  fonds restore --archive FICHIER NOM|FICHIER             remet une sauvegarde ; l’archive remplacée est gardée avec elles
`,
  none: 'Aucune sauvegarde. Faites-en une avec fonds backup.',
  line: (backup) =>
    columns(
      backup,
      {
        daily: 'du jour',
        manual: 'à la demande',
        migration: 'avant une mise à jour',
        merge: 'avant une fusion',
        replaced: 'archive remplacée',
      }[backup.reason],
    ),
  made: (file) => `Sauvegarde faite et relue : ${file}`,
  restored: (name) =>
    `Sauvegarde remise : ${name}. L’archive remplacée est gardée ; voir fonds backups.`,
}

const EN: BackupWords = {
  usage: `
  fonds backup  --archive FILE                            makes a backup beside the archive, and reads back all of it
  fonds backups --archive FILE                            backups: name, date, reason, communiqués, notes, bytes
  fonds restore --archive FILE NAME|FILE                  puts a backup back; the archive it replaces is kept with them
`,
  none: 'No backup. Make one with fonds backup.',
  line: (backup) =>
    columns(
      backup,
      {
        daily: 'daily',
        manual: 'on demand',
        migration: 'before an update',
        merge: 'before a merge',
        replaced: 'archive that was replaced',
      }[backup.reason],
    ),
  made: (file) => `Backup made and read back: ${file}`,
  restored: (name) =>
    `Backup put back: ${name}. The archive that it replaced is kept; see fonds backups.`,
}
