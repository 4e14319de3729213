import { adviceFromReason } from './query-words.ts'
import type { CliWords } from './words.ts'

/** What the command line says in French. */
export const wordsFr: CliWords = {
  usage: `fonds — l’archive des communiqués, en ligne de commande

  fonds ingest   --archive FICHIER CHEMIN…             prend des fichiers ou des dossiers
  fonds list     --archive FICHIER                     liste les communiqués, du plus récent au plus ancien
  fonds search   --archive FICHIER RECHERCHE           cherche dans les textes et les notes
                 [--saved NOM] [--limit N]             … dans ce que trouve une recherche enregistrée
  fonds verify-quotation --archive FICHIER PASSAGE     compare une citation à l’archive
  fonds trace    --archive FICHIER FORMULE             suit une formule de texte en texte
  fonds searches --archive FICHIER                     recherches enregistrées, avec ce qui est nouveau
  fonds save-search --archive FICHIER NOM RECHERCHE    enregistre une recherche
  fonds index    --archive FICHIER                     état de l’index de recherche
  fonds rebuild-index | compact-index --archive FICHIER   le reconstruit, ou en réunit les segments
  fonds show     --archive FICHIER ID                  montre un communiqué
  fonds annotate --archive FICHIER ID --quote PASSAGE  annote un passage
                 [--kind highlight|comment|commitment|quotation|question]
                 [--note TEXTE] [--tag MOT]… [--private]
  fonds export   --archive FICHIER ID… --output FICHIER|DOSSIER
                 [--format pdf|html|markdown|docx|tei|jsonld|dossier-pdf|list-pdf|csv|ris|bibtex|csl-json|json]
                 [--dossier TITRE]
                 [--notes none|margin|end] [--kind …] [--tag MOT]… [--author NOM]…
                 [--include-private] [--labels fr|ar|en]
                 [--header TEXTE] [--footer TEXTE] [--marking MENTION] [--logo IMAGE]
  fonds dossiers --archive FICHIER                     dossiers enregistrés
  fonds dossier  --archive FICHIER ID --output FICHIER [--format pdf|docx] [--layout dossier|briefing]
  fonds briefing --archive FICHIER ID… --dossier TITRE --output FICHIER [--format pdf|docx] [--annexes]
  fonds results  --archive FICHIER RECHERCHE --output FICHIER     liste de résultats en PDF
  fonds compare  --archive FICHIER ID [ID] --output FICHIER [--layout merged|side-by-side]
  fonds verify   --archive FICHIER                     relit toutes les empreintes
  fonds backup   --archive FICHIER --output FICHIER    copie l’archive, copie vérifiée

  --json   écrit du JSON          --help   montre cette aide
  Sans --archive : la variable FONDS_ARCHIVE, sinon l’archive de l’utilisateur.
  Code de retour : 0 fait · 1 échec · 2 commande mal écrite · 3 vérification : écarts trouvés
`,
  failure: {
    'archive-missing': () =>
      'Il n’y a pas d’archive à cet endroit ; rien n’y a été créé. Rebranchez son disque ou vérifiez --archive ; fonds ingest en crée une nouvelle.',
    'archive-held': (failure) =>
      `L’archive est déjà ouverte${failure.by === '' ? '' : ` par ${failure.by} sur ${failure.on} depuis ${failure.since}`}. Fermez-la d’abord ; rien n’a été modifié.`,
    'archive-newer': (failure) =>
      `Cette archive vient d’une version plus récente de Fonds (schéma ${failure.found}, ici ${failure.supported}). Mettez Fonds à jour ; l’archive n’a pas été touchée.`,
    'archive-corrupt': () =>
      'L’archive est endommagée ; ses sauvegardes sont à part et n’ont pas été touchées. N’y écrivez plus : fonds backups les montre, fonds restore en rétablit une.',
    'archive-not-ours': () =>
      'Ce fichier n’est pas une archive Fonds, ou son début est endommagé, ou son fichier .keys.json manque. Il n’a pas été touché. Donnez-en un autre, ou remettez le fichier des clés d’une sauvegarde.',
    'archive-locked': ({ why }) =>
      ({
        locked:
          'L’archive est chiffrée. Donnez la phrase de passe au terminal, ou son fichier par FONDS_PASSPHRASE_FILE.',
        'wrong-passphrase':
          'Cette phrase de passe n’ouvre pas l’archive ; elle est intacte. Réessayez, ou donnez le code de secours.',
        'keys-missing':
          'L’archive est chiffrée et son fichier des clés manque ; elle n’a pas été touchée. Remettez le fichier .keys.json d’une sauvegarde.',
        'keys-damaged':
          'Le fichier des clés est endommagé ou d’une autre archive ; la phrase de passe n’est pas en cause. Remettez le fichier .keys.json d’une sauvegarde.',
        unsupported:
          'Cette installation ne sait pas ouvrir une archive chiffrée ; elle n’a pas été touchée. Installez Fonds au complet.',
      })[why],
    'code-mismatch': () =>
      'Ce n’est pas la fin du code de secours. Rien n’a été chiffré ; relisez le code, puis recommencez.',
    'keychain-refused': () =>
      'Le trousseau de ce poste n’a pas répondu. L’archive est intacte : ouvrez-la par sa phrase de passe.',
    'archive-outdated': () =>
      'L’archive vient d’une version plus ancienne de Fonds, sur un support en lecture seule ; elle est intacte. Copiez-la sur le disque et ouvrez la copie.',
    'archive-read-only': () =>
      'L’archive est sur un support en lecture seule ; rien n’a été changé. Copiez-la sur le disque pour la modifier.',
    'archive-location-refused': () =>
      'Une archive ne peut pas vivre à cet endroit (dossier réseau ou synchronisé) ; rien n’y a été écrit. Choisissez un disque local.',
    'policy-refuses': ({ rule }) =>
      `La politique de votre service ne le permet pas (règle « ${rule} ») ; rien n’a été changé. Adressez-vous à votre administrateur.`,
    'disk-full': () =>
      'Le disque est plein. Rien n’est perdu : libérez de la place, puis recommencez.',
    'disk-fails': () =>
      'Le disque ne répond pas. Ce qui était enregistré n’a pas été touché. Vérifiez qu’il est branché, puis recommencez.',
    'no-permission': () =>
      'Accès refusé à cet endroit ; rien n’a été changé. Demandez les droits, ou choisissez un autre dossier.',
    'name-refused': () =>
      'Aucun fichier ne peut porter ce nom ; rien n’a été changé. Donnez-en un autre, plus court et sans signes inhabituels.',
    'file-in-use': () =>
      'Le fichier est ouvert dans un autre programme ou ne peut être remplacé. Rien n’a été changé. Fermez-le, ou donnez un autre nom.',
    'not-found': (failure) =>
      `Introuvable dans l’archive : ${failure.id} ; rien n’a été changé. Les identifiants sont donnés par fonds list.`,
    'passage-invalid': () =>
      'Il n’y a pas de mots à cet endroit du texte ; rien n’a été changé. Donnez un autre passage.',
    'nothing-to-undo': () =>
      'Il n’y a rien à annuler ; tout est enregistré tel quel. fonds show montre ce qui est.',
    'query-invalid': (failure) =>
      `La recherche ne se lit pas à partir du caractère ${failure.at + 1} : ${adviceFromReason('fr', failure.why)}.`,
    'batch-unknown': () =>
      'Cet import n’existe plus ; les textes déjà pris sont dans l’archive. Recommencez-le.',
    'bundle-refused': (failure) =>
      `Ce fichier d’annotations est refusé en entier (${failure.why}) ; rien n’a été modifié. Demandez-le de nouveau.`,
    'bundle-newer': (failure) =>
      `Ce fichier d’annotations vient d’une version plus récente de Fonds (format ${failure.found}, ici ${failure.supported}). Mettez Fonds à jour ; rien n’a été modifié.`,
    'export-font-missing': () =>
      'Une police de l’application manque ou a été modifiée ; aucun fichier n’a été écrit. Réinstallez Fonds.',
    'file-exists': (failure) =>
      `Le fichier existe déjà : ${failure.name}. Choisissez un autre nom ; il n’a pas été remplacé.`,
    cancelled: () => 'Arrêté. Ce qui était fait est gardé ; relancez la commande pour continuer.',
    'input-refused': (failure) =>
      `Valeur refusée : ${failure.at} ; rien n’a été changé. Voir fonds --help.`,
    'unknown-channel': () =>
      'Erreur inattendue. Rien n’a été perdu ; relancez la commande, puis prévenez le support.',
    'connection-lost': () =>
      'Erreur inattendue. Rien n’a été perdu ; relancez la commande, puis prévenez le support.',
    unexpected: () =>
      'Erreur inattendue. Rien n’a été perdu ; relancez la commande, puis prévenez le support.',
  },
  unreadable: {
    empty: 'fichier vide : rien à prendre',
    binary: 'ce n’est pas un texte, malgré son nom : vérifiez le fichier d’origine',
    'too-large': 'plus de 50 Mo : découpez-le ou demandez une version plus légère',
    'no-permission': 'lecture refusée : demandez l’accès à ce fichier',
    vanished: 'le fichier n’est plus là : vérifiez le support, puis recommencez',
    'no-text':
      'aucun texte à lire ; si ce sont des pages numérisées, passez-les à la reconnaissance de caractères',
    'format-unsupported': 'format inconnu : enregistrez-le en texte, PDF ou DOCX',
    'encoding-unknown': 'écriture illisible : enregistrez-le en UTF-8',
    'not-a-regular-file': 'ce n’est pas un fichier ordinaire',
    'password-protected': 'protégé par un mot de passe : demandez une version ouverte',
    damaged: 'fichier abîmé : demandez-le de nouveau',
    'limits-exceeded': 'fichier anormal : sa lecture dépassait les limites de sécurité',
  },
  unknownVerb: (verb) => `« ${verb} » n’est pas une commande. Voir fonds --help.`,
  missing: (what) => `Il manque ${what}. Voir fonds --help.`,
  resumed: (done, total) => `Reprise d’un import interrompu : ${done} sur ${total} déjà pris.`,
  report: ({ added, identical, related, unreadable }) =>
    `${added + related} nouveaux (dont ${related} proches d’un texte connu), ${identical} identiques, ${unreadable} illisibles`,
  progress: (done, total) => `${done} / ${total}`,
  verified: (checked) => `${checked} pièces relues : tout est conforme.`,
  finding: (what, id) => `Écart : ${what} ${id}`,
  written: (name) => `Écrit : ${name}`,
  leftOut: (text) => `N’a pas pu être lu et manque : ${text}`,
  quoteMissing: 'Ce passage n’est pas dans le texte, mot pour mot. Copiez-le depuis fonds show.',
  quoteTwice: (count) =>
    `Ce passage figure ${count} fois dans le texte : donnez-en davantage pour qu’il soit unique.`,
  noHit: 'Aucun résultat.',
  corrected: (asked, instead) =>
    `Aucun résultat pour « ${asked} ». Résultats pour « ${instead} » :`,
  emptyArchive: 'L’archive est vide.',
  nothingToRead: 'Aucun fichier à prendre à cet endroit.',
}
