import { frJournal } from './fr-journal.ts'
import { createPlural } from './plural.ts'

const plural = createPlural('fr-FR')

/** French for what protects an archive: its passphrase and keys, its lock and its backups. */
export const frSafety = {
  safety: {
    readOnlyAdvice:
      'Cette archive est sur un support en lecture seule : lire, chercher et exporter fonctionnent. Pour annoter ou ajouter, copiez-la sur un disque où vous pouvez écrire.',
    readOnlySettled:
      'Votre service a réglé cette archive en lecture seule : lire, chercher et exporter fonctionnent. Pour y écrire, adressez-vous à votre administrateur.',
    title: 'Protection de l’archive',
    unlockTitle: 'Archive verrouillée',
    unlockAdvice: (name: string) =>
      `« ${name} » est chiffrée. Donnez sa phrase de passe, ou le code de secours imprimé.`,
    draftKept: {
      note: 'Vous écriviez une note quand l’archive s’est verrouillée ou que la fenêtre s’est perdue. Elle est gardée.',
      addition:
        'Vous écriviez dans un dossier quand l’archive s’est verrouillée ou que la fenêtre s’est perdue. Vos mots sont gardés.',
      line: 'Vous repreniez une ligne d’un dossier quand l’archive s’est verrouillée ou que la fenêtre s’est perdue. Vos mots sont gardés.',
      paste:
        'Vous colliez un texte quand l’archive s’est verrouillée ou que la fenêtre s’est perdue. Il est gardé.',
      cover:
        'Vous écriviez la couverture d’un dossier quand l’archive s’est verrouillée ou que la fenêtre s’est perdue. Elle est gardée.',
      search:
        'Vous nommiez une recherche quand l’archive s’est verrouillée ou que la fenêtre s’est perdue. Le nom et la recherche sont gardés.',
      question:
        'Vous écriviez des mots à retrouver quand l’archive s’est verrouillée ou que la fenêtre s’est perdue. Ils sont gardés.',
    },
    draftResume: {
      note: 'Reprendre la note',
      addition: 'Reprendre dans le dossier',
      line: 'Reprendre la ligne',
      paste: 'Reprendre le texte',
      cover: 'Reprendre la couverture',
      search: 'Reprendre le nom',
      question: 'Reprendre ces mots',
    },
    draftGiveUp: 'Abandonner',
    setAside: {
      preferences: 'Le fichier de vos réglages était illisible ; ils repartent de ceux d’origine.',
      desk: 'La liste des archives récentes était illisible ; ouvrez les vôtres par leur fichier.',
      folders:
        'Le choix du dossier surveillé était illisible ; rien n’est surveillé tant que vous ne le refaites pas dans les réglages.',
    },
    setAsideKept:
      'Ce qui n’a pu être lu est gardé à côté, sous un nom en « .aside ». Vos textes et vos notes sont intacts.',
    setAsideSeen: 'Compris',
    logLoss: {
      removed:
        'Fonds s’est arrêté net, puis un autre programme a enlevé son fichier « -wal » : les derniers changements manquent. Le reste de l’archive et vos sauvegardes sont intacts. Relisez vos dernières notes ; s’il en manque, rétablissez une sauvegarde.',
      cut: 'Fonds s’est arrêté net, puis son fichier « -wal » a été coupé ou abîmé : des changements récents manquent. Le reste de l’archive et vos sauvegardes sont intacts ; ce fichier est gardé près d’elle. Relisez vos dernières notes ; s’il en manque, rétablissez une sauvegarde.',
      foreign:
        'Fonds s’est arrêté net, puis son fichier « -wal » a été remplacé par celui d’une autre archive : les derniers changements manquent. Ce fichier a été mis de côté ; le reste de l’archive et vos sauvegardes sont intacts. Relisez vos dernières notes ; s’il en manque, rétablissez une sauvegarde.',
    },
    logLossSeen: 'Vérifié',
    unlocked: 'Archive déverrouillée',
    secret: 'Phrase de passe ou code de secours',
    current: 'Phrase de passe actuelle, ou code de secours',
    showSecret: 'Afficher ce que je tape',
    unlock: 'Déverrouiller',
    checking: 'Vérification…',
    lock: 'Verrouiller',
    encryptTitle: 'Chiffrer l’archive',
    encrypt: 'Chiffrer',
    encryptAction: 'Chiffrer l’archive…',
    isPlain: 'Cette archive n’est pas chiffrée : qui prend le disque peut la lire.',
    isEncrypted: (minutes: number) =>
      `Cette archive est chiffrée. Elle se verrouille après ${plural(minutes, { one: '# minute', other: '# minutes' })} sans activité.`,
    locksWithDesktop: 'Elle se verrouille aussi quand le poste se met en veille ou se verrouille.',
    covered:
      'Sont chiffrés : les textes, les originaux, les notes, l’index, le journal et les sauvegardes de l’application.',
    notCovered:
      'Ne le sont pas : les noms et tailles de fichiers, ce que vous exportez, le presse-papiers, la mémoire d’un poste allumé, et ce que le disque garde de l’archive d’avant. Chiffrez aussi le disque.',
    mustTitle: 'Votre service demande une archive chiffrée',
    mustAdvice:
      'Choisissez une phrase de passe pour continuer. Une archive déjà en place garde tout son contenu.',
    passphrase: 'Nouvelle phrase de passe',
    again: 'La même, une seconde fois',
    passphraseAdvice:
      'Au moins douze signes : quatre mots pris au hasard tiennent bien en mémoire.',
    mismatch: 'Les deux saisies diffèrent.',
    tooShort: 'Il faut au moins douze signes.',
    lossWarning:
      'Qui perd la phrase de passe et le code de secours perd l’archive : personne ne pourra la rouvrir.',
    next: 'Continuer',
    preparing: 'Préparation des clés…',
    codeTitle: 'Code de secours',
    codeAdvice:
      'Il ouvre l’archive si la phrase de passe se perd. Il n’est montré qu’une fois : imprimez-le, ou gardez-le hors de ce poste.',
    printCode: 'Imprimer',
    saveCode: 'Enregistrer…',
    codeFile: (name: string) => `${name} – code de secours.txt`,
    lastGroup: 'Tapez le dernier groupe du code, pour confirmer que vous l’avez gardé',
    encrypting: 'Chiffrement et vérification de l’archive…',
    encryptingAdvice: 'Si le poste s’arrête, l’archive reste entière, chiffrée ou non.',
    encrypted: 'Archive chiffrée et vérifiée',
    changeTitle: 'Changer la phrase de passe',
    change: 'Changer',
    changeAdvice: 'Le code de secours reste le même.',
    changed: 'Phrase de passe changée',
    workstation: {
      unsafe:
        'Ce poste n’a pas de trousseau sûr : la phrase de passe est demandée à chaque ouverture.',
      forbidden: 'Votre service demande la phrase de passe à chaque ouverture.',
      offered:
        'Le trousseau de votre session peut ouvrir cette archive sur ce poste, sans phrase de passe.',
      kept: 'Sur ce poste, l’archive s’ouvre avec votre session. Une fois verrouillée, elle demande la phrase de passe.',
      refused:
        'Le trousseau de ce poste n’ouvre plus l’archive : donnez la phrase de passe. L’archive est intacte.',
    },
    trustTitle: 'Ouvrir avec ce poste',
    trustAction: 'Ouvrir avec ce poste…',
    trustAdvice:
      'Qui ouvre votre session sur ce poste ouvrira l’archive. La phrase de passe et le code de secours restent valables ; gardez-les, car un trousseau peut se perdre.',
    trust: 'Confier au trousseau',
    trusted: 'Ce poste ouvrira l’archive',
    forget: 'Redemander la phrase de passe',
    forgotten: 'La phrase de passe sera demandée à chaque ouverture',
    decryptTitle: 'Retirer le chiffrement',
    decrypt: 'Retirer le chiffrement',
    decryptAdvice: 'L’archive redevient lisible par qui prend le disque. Rien n’en est perdu.',
    decrypting: 'Déchiffrement et vérification de l’archive…',
    decrypted: 'Archive déchiffrée et vérifiée',
    printed: (name: string) => `Code de secours de « ${name} »`,
  },
  backups: {
    title: 'Sauvegardes',
    advice:
      'Une sauvegarde est faite chaque jour où l’archive a changé, avant une fusion et avant une mise à jour. Chacune est vérifiée ; celles du jour et à la demande sont relues en entier. Les plus anciennes sont remplacées.',
    none: 'Aucune sauvegarde encore.',
    make: 'Sauvegarder maintenant',
    making: 'Copie et relecture de l’archive…',
    made: 'Sauvegarde faite et relue en entier.',
    goingAdvice: 'L’archive reste entière quoi qu’il arrive.',
    reasons: {
      daily: 'du jour',
      manual: 'à la demande',
      migration: 'avant une mise à jour',
      merge: 'avant une fusion',
      replaced: 'archive remplacée',
    },
    encrypted: 'chiffrée',
    unreadable: 'contenu illisible',
    restore: 'Rétablir',
    confirmTitle: 'Rétablir cette sauvegarde ?',
    confirmAdvice:
      'Elle prend la place de l’archive. L’archive d’aujourd’hui est gardée dans cette liste : vous pourrez y revenir.',
    confirm: 'Rétablir cette sauvegarde',
    restoring: 'Vérification et mise en place de la sauvegarde…',
    restored: 'Sauvegarde rétablie. L’archive remplacée est gardée dans cette liste.',
    failedDamaged:
      'La sauvegarde du jour n’a pas été faite : l’archive est endommagée. Vos sauvegardes sont intactes ; rétablissez la dernière.',
    failedFull:
      'La sauvegarde du jour n’a pas été faite : le disque est plein. L’archive est intacte ; libérez de la place.',
    failed:
      'La sauvegarde du jour n’a pas été faite. L’archive est intacte ; vérifiez l’accès à son dossier.',
  },
  integrity: {
    title: 'Vérifier l’archive',
    advice: 'Chaque texte, original et note est relu et comparé à l’empreinte prise à son arrivée.',
    checking: 'Relecture de l’archive…',
    progress: (done: string, total: string) => `${done} sur ${total}`,
    whole: (checked: string) => `${checked} pièces relues : tout est conforme.`,
    indexOnly:
      'Les textes, originaux et notes sont conformes ; seul l’index de recherche est à reconstruire.',
    damaged:
      'L’archive n’est plus telle qu’elle a été enregistrée. N’y écrivez plus : rétablissez une sauvegarde. L’archive d’aujourd’hui sera gardée.',
    rebuild: 'Reconstruire l’index…',
    restore: 'Voir les sauvegardes',
    findings: {
      'source-file': 'Originaux',
      version: 'Textes',
      annotation: 'Notes',
      journal: 'Journal',
      database: 'Structure du fichier',
      'search-index': 'Index de recherche',
    },
  },
  journal: {
    title: 'Journal de l’archive',
    advice:
      'Qui a changé quoi, et quand. Le journal ne se modifie pas ; chaque ligne porte l’empreinte de la précédente.',
    actions: frJournal,
    columns: ['N°', 'Date', 'Par', 'Action', 'Objet'],
    none: 'Aucun changement encore.',
    place: (first: string, last: string, total: string) => `${first} à ${last} sur ${total}`,
    newer: 'Plus récents',
    older: 'Plus anciens',
    save: 'Enregistrer en CSV…',
    saved: 'Journal enregistré',
    fileName: 'journal.csv',
  },
}
