import { createPlural } from './plural.ts'

const plural = createPlural('fr-FR')

/** French for dossiers and for comparing texts. */
export const frDossiers = {
  dossiers: {
    title: 'Dossiers',
    none: 'Réunissez des textes, des passages et vos notes pour une remise.',
    create: 'Nouveau dossier…',
    describe: 'Titre et mention…',
    name: 'Titre du dossier',
    description: 'Sous-titre',
    items: (count: number) => plural(count, { one: '# élément', other: '# éléments' }),
    acts: (title: string) => `Actions sur le dossier « ${title} »`,
    back: 'Revenir à la liste',
    undo: 'Annuler la dernière étape',
    redo: 'Rétablir',
    export: 'Exporter le dossier…',
    remove: 'Supprimer le dossier',
    removeItem: (name: string) => `Retirer du dossier : ${name}`,
    up: (name: string) => `Monter : ${name}`,
    down: (name: string) => `Descendre : ${name}`,
    outline: 'Contenu du dossier',
    heading: 'Intertitre',
    note: 'Note du dossier',
    newer: '(une version plus récente existe)',
    empty: 'Ce dossier est vide',
    emptyAdvice:
      'Ouvrez un texte et ajoutez-le avec Alt D ; avec une sélection, c’est le passage qui est ajouté.',
    deleted: 'Ce dossier a été supprimé',
    deletedAdvice: 'Annulez la dernière étape pour le retrouver.',
    ownWords: 'Vos mots',
    addNote: 'Ajouter une note',
    addHeading: 'Ajouter un intertitre',
    addTo: 'Ajouter à un dossier…',
    briefing: 'Préparer une note…',
    briefingTitle: 'Titre de la note',
    briefingAdvice: (count: number) =>
      plural(count, {
        one: 'Contexte, rencontres, positions citées, engagements et personnes, tirés de # texte. La note s’ouvre comme un dossier, à compléter puis à exporter.',
        other:
          'Contexte, rencontres, positions citées, engagements et personnes, tirés de # textes. La note s’ouvre comme un dossier, à compléter puis à exporter.',
      }),
    briefingPrivate: 'Vos notes privées n’y sont pas reprises.',
    draft: 'Préparer',
    draftAnyway: 'Préparer quand même',
    briefingLeftOut: (count: number) =>
      plural(count, {
        one: '# texte n’a pas pu être lu et manquera dans la note ; les autres y seront. Vérifiez l’archive dans les réglages.',
        other:
          '# textes n’ont pas pu être lus et manqueront dans la note ; les autres y seront. Vérifiez l’archive dans les réglages.',
      }),
    add: 'Ajouter',
    toAdd: (count: number) =>
      plural(count, { one: '# élément à ajouter', other: '# éléments à ajouter' }),
    created: (title: string) => `Dossier créé : ${title}`,
    described: (title: string) => `Dossier enregistré : ${title}`,
    removed: (title: string) => `Dossier supprimé : ${title}`,
    added: (title: string) => `Ajouté au dossier : ${title}`,
    itemRemoved: 'Élément retiré du dossier',
    written: 'Texte du dossier enregistré',
    moved: (place: number, total: number) => `Déplacé en position ${place} sur ${total}`,
    undone: 'Étape annulée',
    redone: 'Étape rétablie',
    chosen: (count: number) => plural(count, { one: '# texte choisi', other: '# textes choisis' }),
    chooseNone: 'Ne rien choisir',
    choose: 'Choisir des textes pour une action commune',
  },
  compare: {
    act: 'Comparer',
    withPrevious: 'Comparer avec la version affichée',
    title: 'Comparer deux textes',
    old: 'Avant',
    fresh: 'Après',
    changes: 'Différences',
    count: (count: number) => plural(count, { one: '# différence', other: '# différences' }),
    at: (place: number, total: number) => `Différence ${place} sur ${total}`,
    same: 'Les deux textes sont identiques.',
    twoLanguages: 'Deux langues : les textes sont côte à côte, rien n’y est marqué.',
    next: 'Différence suivante',
    previous: 'Différence précédente',
    export: 'Exporter en PDF…',
    kinds: {
      inserted: 'ajouté :',
      deleted: 'retiré :',
      moved: 'déplacé :',
      typeset: 'écrit autrement :',
    },
  },
}
