import { createPlural } from './plural.ts'

const plural = createPlural('fr-FR')

/** French for the folder that is watched. */
export const frFolder = {
  folder: {
    title: 'Dossier surveillé',
    advice: 'Les fichiers qui y arrivent sont ajoutés d’eux-mêmes. Fonds n’y change jamais rien.',
    choose: 'Choisir un dossier…',
    change: 'Choisir un autre dossier…',
    turn: 'Surveiller ce dossier',
    conditions: {
      off: 'Non surveillé.',
      watching: 'Surveillé : ce qui y arrive est ajouté.',
      missing:
        'Dossier introuvable. Rien n’est perdu : Fonds reprend dès qu’il est de nouveau là. Branchez le disque, ou choisissez un autre dossier.',
      refused:
        'L’archive ne prend rien pour l’instant : elle est verrouillée ou en lecture seule. Les fichiers restent dans le dossier, et Fonds réessaie.',
      unavailable:
        'Un navigateur ne peut pas surveiller de dossier : seule l’application installée le fait. Ici, déposez le dossier dans la fenêtre, autant de fois que vous voulez : ce que l’archive a déjà n’y entre pas deux fois.',
    },
    readAgain: 'Relire les fichiers illisibles',
    managed: 'Réglé par votre administrateur.',
    notKept:
      'Le choix n’a pas pu être conservé. Vérifiez la place sur le disque, puis recommencez.',
    taken: (added: number) =>
      plural(added, {
        one: '# texte ajouté du dossier surveillé.',
        other: '# textes ajoutés du dossier surveillé.',
      }),
    unread: (count: number) =>
      plural(count, {
        one: '# fichier du dossier surveillé n’a pas pu être lu ; il y reste.',
        other: '# fichiers du dossier surveillé n’ont pas pu être lus ; ils y restent.',
      }),
  },
}
