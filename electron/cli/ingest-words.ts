import type { Relation } from '../../shared/model/communique.ts'
import type { IngestOutcome, IngestWarning } from '../../shared/model/ingest.ts'
import { languageFromEnvironment } from './words.ts'

/** What the command line says of files that it takes in. */
export interface IngestWords {
  readonly usage: string
  readonly columns: readonly string[]
  /** Between two cells of a table, as spreadsheets of the language expect it. */
  readonly separator: ',' | ';'
  readonly outcome: Readonly<Record<IngestOutcome['kind'], string>>
  readonly relation: Readonly<Record<Relation['kind'], string>>
  readonly warning: Readonly<Record<IngestWarning, string>>
  readonly line: (line: number) => string
  readonly watching: (folder: string) => string
}

/** The words of the terminal's language. */
export function ingestWords(): IngestWords {
  return languageFromEnvironment(process.env) === 'en' ? EN : FR
}

const FR: IngestWords = {
  usage: `
  fonds ingest   … --report FICHIER                    écrit aussi le compte rendu (.csv ou texte)
  fonds watch    --archive FICHIER DOSSIER             surveille un dossier jusqu’à Ctrl+C
  fonds original --archive FICHIER ID --output FICHIER rend le fichier d’origine, octet pour octet
                 (ID d’un communiqué, ou empreinte SHA-256 d’une image gardée)
`,
  columns: [
    'fichier',
    'résultat',
    'motif',
    'titre',
    'communiqué',
    'lié à',
    'à vérifier',
    'avertissements',
    'SHA-256',
  ],
  separator: ';',
  outcome: {
    added: 'nouveau',
    identical: 'identique',
    related: 'proche d’un texte connu',
    unreadable: 'illisible',
  },
  relation: {
    amends: 'nouvelle version proposée',
    relays: 'reprise proposée',
    'same-event': 'suite de dépêche proposée',
  },
  warning: {
    'encoding-guessed': 'codage deviné',
    'double-encoding-repaired': 'double codage réparé',
    'damaged-characters': 'caractères abîmés',
    'control-characters-removed': 'caractères de commande retirés',
    'direction-controls': 'commandes de sens d’écriture dans le texte',
    'invisible-characters': 'caractères invisibles dans le texte',
    'extension-differs': 'l’extension ne correspond pas au contenu',
    'active-content-dropped': 'contenu actif écarté',
    'external-reference-dropped': 'renvoi extérieur écarté',
    recovered: 'fichier abîmé, lu en partie',
    'cut-short': 'texte coupé à la limite de lecture',
    'copy-restricted': 'copie restreinte par l’auteur',
    'parts-without-text': 'certaines pages sont des images',
    'publication-dates-disagree': 'dates de publication contradictoires',
    'date-impossible': 'date impossible',
    'date-ambiguous': 'date ambiguë',
    'year-two-digits': 'année à deux chiffres',
    'weekday-disagrees': 'le jour de la semaine contredit la date',
    'digits-glued': 'chiffres collés',
    'original-kept': 'original gardé',
  },
  line: (line) => `ligne ${line}`,
  watching: (folder) => `Dossier surveillé : ${folder}. Ctrl+C pour arrêter.`,
}

const EN: IngestWords = {
  usage: `
  fonds ingest   … --report FILE                       also writes the report (.csv or text)
  fonds watch    --archive FILE FOLDER                 watches a folder until Ctrl+C
  fonds original --archive FILE ID --output FILE       gives the original file back, byte for byte
                 (ID of a communiqué, or the SHA-256 of an image that was kept)
`,
  columns: [
    'file',
    'outcome',
    'reason',
    'title',
    'communiqué',
    'related to',
    'to check',
    'warnings',
    'SHA-256',
  ],
  separator: ',',
  outcome: {
    added: 'new',
    identical: 'identical',
    related: 'close to a known text',
    unreadable: 'unreadable',
  },
  relation: {
    amends: 'proposed as a new version',
    relays: 'proposed as a relay',
    'same-event': 'proposed as a take of one dispatch',
  },
  warning: {
    'encoding-guessed': 'encoding guessed',
    'double-encoding-repaired': 'double encoding repaired',
    'damaged-characters': 'damaged characters',
    'control-characters-removed': 'control characters removed',
    'direction-controls': 'writing direction controls in the text',
    'invisible-characters': 'invisible characters in the text',
    'extension-differs': 'the extension does not fit the content',
    'active-content-dropped': 'active content dropped',
    'external-reference-dropped': 'outside reference dropped',
    recovered: 'damaged file, read in part',
    'cut-short': 'text cut at the reading limit',
    'copy-restricted': 'copying restricted by its author',
    'parts-without-text': 'some pages are images',
    'publication-dates-disagree': 'publication dates disagree',
    'date-impossible': 'impossible date',
    'date-ambiguous': 'ambiguous date',
    'year-two-digits': 'two-digit year',
    'weekday-disagrees': 'the weekday contradicts the date',
    'digits-glued': 'digits run together',
    'original-kept': 'original kept',
  },
  line: (line) => `line ${line}`,
  watching: (folder) => `Watching ${folder}. Ctrl+C to stop.`,
}
