import type { JournalRecord } from '../../shared/model/journal.ts'
import { languageFromEnvironment } from './words.ts'

interface LeaveCounts {
  readonly fileCount: number
  readonly communiqueCount: number
  readonly originalCount: number
  readonly annotationCount: number
}

/** What the command line says of the journal, of erasing and of the open copy. */
interface LeaveWords {
  readonly usage: string
  readonly left: (target: string, counts: LeaveCounts) => string
  readonly entry: (entry: JournalRecord) => string
  readonly erased: (count: number) => string
}

/** The words of the terminal's language. */
export function leaveWords(): LeaveWords {
  return languageFromEnvironment(process.env) === 'en' ? EN : FR
}

const entry = ({ seq, at, actor, action, subject }: JournalRecord): string =>
  [seq, at, actor, action, subject].join('\t')

const FR: LeaveWords = {
  usage: `
  fonds open-copy   --archive FICHIER --output COPIE.zip  toute l’archive en formats ouverts (BagIt, JSON, texte)
                    [--include-private]
  fonds journal     --archive FICHIER [ID]                qui a changé quoi, du plus récent au plus ancien
  fonds empty-trash --archive FICHIER                     efface pour de bon les notes supprimées
`,
  left: (target, { communiqueCount, originalCount, annotationCount }) =>
    `Écrit : ${target} (${communiqueCount} communiqués, ${originalCount} originaux, ${annotationCount} annotations). Pour vérifier : sha256sum -c manifest-sha256.txt`,
  entry,
  erased: (count) =>
    count === 0
      ? 'Aucune note supprimée à effacer.'
      : `${count} notes effacées de l’archive. Les sauvegardes plus anciennes les contiennent encore.`,
}

const EN: LeaveWords = {
  usage: `
  fonds open-copy   --archive FILE --output COPY.zip      the whole archive in open formats (BagIt, JSON, text)
                    [--include-private]
  fonds journal     --archive FILE [ID]                   who changed what, newest first
  fonds empty-trash --archive FILE                        erases deleted notes for good
`,
  left: (target, { communiqueCount, originalCount, annotationCount }) =>
    `Written: ${target} (${communiqueCount} communiqués, ${originalCount} originals, ${annotationCount} annotations). To verify: sha256sum -c manifest-sha256.txt`,
  entry,
  erased: (count) =>
    count === 0
      ? 'No deleted note to erase.'
      : `${count} notes erased from the archive. Older backups still hold them.`,
}
