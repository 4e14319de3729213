import { createPlural } from './plural.ts'

const plural = createPlural('fr-FR')

const texts = (count: number): string => plural(count, { one: '# texte', other: '# textes' })

/** French for what surrounds the list and the text: time, novelty, tabs, the guided tour. */
export const frDesk = {
  timeline: {
    label: 'Chronologie',
    show: 'Afficher la chronologie',
    hide: 'Masquer la chronologie',
    keys: 'Flèches pour se déplacer, Maj pour étendre, Entrée pour filtrer, Échap pour tout reprendre.',
    bar: (period: string, count: number) => `${period}\u00A0: ${texts(count)}`,
    undated: (count: number) => `${texts(count)} sans date`,
    monthless: (count: number) => `${texts(count)} sans mois`,
    all: 'Toutes les dates',
    table: 'Chronologie en tableau',
    period: 'Période',
    texts: 'Textes',
    choose: (period: string) => `Ne garder que ${period}`,
    none: 'Aucun texte daté.',
  },
  visit: {
    entry: 'Nouveautés',
    count: (count: number) =>
      plural(count, { one: '# texte nouveau ou modifié', other: '# textes nouveaux ou modifiés' }),
    since: (day: string) => `depuis le ${day}`,
    markSeen: 'Marquer comme vues',
    chip: (day: string) => `Nouveautés depuis le ${day}`,
  },
  tabs: {
    label: 'Textes ouverts',
    empty: 'Aucun texte',
    close: 'Fermer l’onglet',
    opened: (title: string) => `Ouvert dans un onglet\u00A0: ${title}`,
  },
  tour: {
    help: 'Aide',
    label: 'Visite guidée',
    offer: 'Ces textes sont inventés, pour essayer. Une minute de visite\u202F?',
    start: 'Faire la visite',
    later: 'Plus tard',
    step: (at: string, of: string) => `${at} sur ${of}`,
    leave: 'Quitter la visite',
    previous: 'Précédent',
    next: 'Suivant',
    done: 'Terminer',
    steps: {
      list: {
        title: 'Les textes, par date',
        text: 'Les flèches parcourent la liste, Entrée ouvre un texte, Ctrl et Entrée l’ouvre dans un onglet. Espace en choisit plusieurs.',
      },
      search: {
        title: 'Tout retrouver',
        text: 'Un mot suffit, avec ou sans accents, en français, en arabe ou en anglais. Entre guillemets, une formule exacte. Vos notes répondent aussi.',
      },
      timeline: {
        title: 'Dans le temps',
        text: 'Chaque barre compte les textes d’un mois ou d’une année. Glissez sur quelques-unes pour ne garder que ces dates.',
      },
      reader: {
        title: 'Lire et annoter',
        text: 'Sélectionnez un passage\u00A0: surlignez-le, commentez-le, marquez un engagement, ou copiez-le avec sa source exacte.',
      },
      review: {
        title: 'Rien n’entre sans vous',
        text: 'Fonds propose des dates, des émetteurs et des noms, avec les mots dont ils viennent. Vous confirmez, corrigez ou rejetez.',
      },
      dossiers: {
        title: 'Remettre un dossier',
        text: 'Réunissez textes, passages et notes dans l’ordre voulu, puis exportez en PDF ou en Word. Vos notes privées n’en sortent pas.',
      },
      commands: {
        title: 'Toutes les commandes',
        text: 'La palette trouve chaque commande par son nom. L’aide garde cette visite, la syntaxe des recherches et tous les raccourcis.',
      },
    },
  },
}
