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
}
