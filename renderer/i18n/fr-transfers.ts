import { createPlural } from './plural.ts'

const plural = createPlural('fr-FR')

/** French for what comes into the archive and what leaves it. */
export const frTransfers = {
  ingest: {
    title: 'Ajouter des textes',
    action: 'Ajouter',
    advice:
      'Déposez des fichiers ou un dossier ici, ou choisissez-les. Les originaux sont conservés tels quels.',
    formats: 'TXT, HTML, PDF, DOCX, DOC, ODT, RTF, EML, MSG, XML, JSON, CSV, ZIP',
    chooseFiles: 'Choisir des fichiers…',
    chooseFolder: 'Choisir un dossier…',
    paste: 'Coller un texte',
    pasteLabel: 'Texte à ajouter',
    pasteName: 'texte-colle.txt',
    pasteAction: 'Ajouter ce texte',
    drop: 'Déposez pour ajouter à l’archive',
    dropRefused: 'Lecture seule : rien ne peut être ajouté à cette archive',
    reading: 'Lecture des fichiers',
    readingCount: (done: number, total: string) =>
      plural(done, {
        one: `# fichier transmis sur ${total}`,
        other: `# fichiers transmis sur ${total}`,
      }),
    running: 'Analyse des textes',
    runningCount: (done: number, total: string) =>
      plural(done, { one: `# sur ${total}`, other: `# sur ${total}` }),
    cancelled: 'Ajout interrompu. Ce qui est déjà entré reste dans l’archive.',
    resumeLater: 'Vous pourrez reprendre cet ajout plus tard.',
    report: 'Compte rendu',
    summary: {
      added: (count: number) => plural(count, { one: '# nouveau', other: '# nouveaux' }),
      identical: (count: number) => plural(count, { one: '# identique', other: '# identiques' }),
      related: (count: number) =>
        plural(count, { one: '# lié à un texte connu', other: '# liés à un texte connu' }),
      unreadable: (count: number) => plural(count, { one: '# illisible', other: '# illisibles' }),
    },
    outcomes: {
      added: 'Nouveau',
      identical: 'Déjà dans l’archive',
      amends: 'Version modifiée probable d’un texte connu',
      relays: 'Relaie probablement un texte connu',
      'same-event': 'Autre partie probable d’une dépêche connue',
      unreadable: 'Illisible',
    },
    suggestions: (count: number) =>
      plural(count, { one: '# suggestion à confirmer', other: '# suggestions à confirmer' }),
    reasons: {
      empty: 'Le fichier est vide. Demandez-en une nouvelle copie.',
      binary: 'Ce n’est pas un texte (image, programme ou données). Il n’a pas été ajouté.',
      'too-large': 'Le fichier dépasse 50 Mo. Ajoutez seulement la partie utile.',
      'no-permission':
        'Le système refuse la lecture de ce fichier. Vérifiez vos droits, puis réessayez.',
      vanished: 'Le fichier a disparu pendant la lecture. Rebranchez le support, puis réessayez.',
      'no-text':
        'Aucun texte à lire. Si ce sont des pages numérisées, passez-les à la reconnaissance de caractères ; l’original est gardé.',
      'format-unsupported':
        'Ce format n’est pas pris en charge. Enregistrez-le en PDF, DOCX ou TXT, puis réessayez.',
      'encoding-unknown':
        'L’encodage des caractères n’a pas pu être reconnu. Enregistrez le texte en UTF-8.',
      'not-a-regular-file': 'Ce n’est pas un fichier ordinaire (raccourci ou périphérique).',
      'password-protected':
        'Le fichier est protégé par un mot de passe. Ajoutez-en une copie sans protection.',
      damaged: 'Le fichier est endommagé. Demandez-en une nouvelle copie.',
      'limits-exceeded':
        'La lecture demandait trop de temps ou de mémoire et a été arrêtée. Le fichier est peut-être piégé.',
    },
    warnings: {
      'encoding-guessed': 'Encodage deviné : relisez les accents.',
      'double-encoding-repaired': 'Encodage double réparé : relisez les accents.',
      'damaged-characters': 'Des caractères sont abîmés dans l’original.',
      'control-characters-removed': 'Des caractères de commande ont été écartés.',
      'direction-controls': 'Le texte contient des caractères de direction invisibles.',
      'invisible-characters': 'Le texte contient des caractères invisibles.',
      'extension-differs': 'Le contenu n’est pas du format que le nom annonce.',
      'active-content-dropped': 'Du contenu actif (macros, scripts) a été écarté.',
      'external-reference-dropped': 'Des renvois vers l’extérieur ont été écartés.',
      recovered: 'Le fichier est endommagé ; ce qui se lisait a été gardé.',
      'cut-short': 'Le texte s’interrompt : une limite a été atteinte.',
      'copy-restricted': 'L’auteur du fichier demande de ne pas en copier le texte.',
      'parts-without-text': 'Des pages ne contiennent que des images.',
      'publication-dates-disagree': 'Deux dates de publication se contredisent.',
      'date-impossible': 'Une date écrite n’existe pas.',
      'date-ambiguous': 'Une date se lit de deux façons.',
      'year-two-digits': 'Une année est écrite sur deux chiffres.',
      'weekday-disagrees': 'Un jour de la semaine ne correspond pas à sa date.',
      'digits-glued': 'Des chiffres sont collés à un mot.',
      'original-kept': 'Aucun texte trouvé ; l’original est conservé.',
    },
    pause: 'Suspendre',
    mapping: {
      title: 'Colonnes du fichier',
      rows: (count: number) => plural(count, { one: '# ligne', other: '# lignes' }),
      columns: (count: number) => plural(count, { one: '# colonne', other: '# colonnes' }),
      remembered:
        'Vous avez déjà retenu ce réglage pour ces colonnes. Modifiez-le s’il ne convient plus.',
      proposed:
        'Voici ce que les noms et les valeurs des colonnes laissent supposer. Vérifiez : votre choix sera retenu pour les fichiers qui ont les mêmes colonnes.',
      fields: {
        title: 'Titre',
        body: 'Texte',
        published: 'Date de publication',
        modified: 'Date de modification',
        author: 'Auteur',
        issuer: 'Émetteur',
        publisher: 'Diffuseur',
        place: 'Lieu',
        language: 'Langue',
        reference: 'Référence',
        url: 'Adresse de la page',
      },
      notRead: '— pas lu —',
      guessed: 'd’après les valeurs : à vérifier',
      allColumns: (count: string) => `Toutes les colonnes (${count})`,
      needsBody: 'Choisissez la colonne du texte : sans elle, rien ne peut être ajouté.',
      accept: 'Retenir et ajouter',
      skip: 'Ajouter sans retenir',
    },
    exportReport: 'Enregistrer le compte rendu…',
    reportName: 'compte-rendu.txt',
    openText: 'Ouvrir',
    unfinished: (left: number) =>
      plural(left, {
        one: 'Un ajout est inachevé : # fichier reste à lire.',
        other: 'Un ajout est inachevé : # fichiers restent à lire.',
      }),
    resume: 'Reprendre',
    abandon: 'Abandonner',
  },
  firstRun: {
    title: 'L’archive est vide',
    advice:
      'Ajoutez vos premiers communiqués, ou découvrez Fonds avec quelques communiqués inventés.',
    addFirst: 'Ajouter des textes…',
    samples: 'Découvrir avec des exemples',
    readOnlyTitle: 'L’archive est vide, et en lecture seule',
    readOnly: {
      medium:
        'Rien ne peut y être ajouté : son support ne s’écrit pas. Copiez-la sur un disque où vous pouvez écrire et ouvrez la copie, ou ouvrez une autre archive.',
      policy:
        'Rien ne peut y être ajouté : votre service a réglé les archives en lecture seule. Demandez à votre administrateur l’archive de votre service, ou le droit d’ajouter des textes.',
    },
  },
}
