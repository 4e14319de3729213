import { createPlural } from './plural.ts'

const plural = createPlural('fr-FR')

/** French for what leaves the archive: files, pages, quotations. */
export const frExport = {
  export: {
    title: 'Exporter',
    subject: 'Ce que vous exportez',
    subjects: {
      text: 'Ce texte',
      chosen: (count: number) =>
        plural(count, { one: 'Le texte choisi', other: 'Les # textes choisis' }),
      listed: (count: number) =>
        plural(count, { one: 'La liste : # texte', other: 'La liste : # textes' }),
      dossier: (title: string) => `Le dossier « ${title} »`,
    },
    mostTexts: (count: number) =>
      plural(count, {
        one: 'Un export porte sur # texte au plus.',
        other: 'Un export porte sur # textes au plus : les premiers de la liste.',
      }),
    format: 'Format',
    families: {
      read: 'Pour lire et remettre',
      work: 'Pour retravailler',
      cite: 'Pour citer',
      data: 'Pour un autre logiciel',
    },
    formats: {
      pdf: ['PDF', 'Pages prêtes à remettre, archivables, l’original joint.'],
      'dossier-pdf': ['Dossier PDF', 'Couverture, sommaire, chronologie, textes et index.'],
      'dossier-docx': ['Dossier Word', 'Le même dossier, à modifier.'],
      'briefing-pdf': ['Note PDF', 'Titres, notes et passages à la suite, sans couverture.'],
      'briefing-docx': ['Note Word', 'La même note, à modifier.'],
      'list-pdf': ['Liste PDF', 'Une ligne par texte, avec sa date et sa source.'],
      docx: ['Word', 'Le texte à modifier, les annotations en commentaires.'],
      html: ['Page web', 'Un seul fichier, lisible sans connexion.'],
      markdown: ['Markdown', 'Texte simple avec titres et notes.'],
      ris: ['RIS', 'Références pour Zotero, EndNote, Mendeley.'],
      bibtex: ['BibTeX', 'Références pour LaTeX.'],
      'csl-json': ['CSL-JSON', 'Références pour tout style de citation.'],
      csv: ['CSV', 'Tableau pour un tableur, une ligne par texte.'],
      json: ['JSON', 'Toutes les données des textes.'],
      tei: ['TEI', 'Texte encodé pour la recherche.'],
      jsonld: ['Annotations W3C', 'Les annotations seules, au format ouvert du W3C.'],
    },
    managed: 'Fixé par votre service',
    barred:
      'Votre service ne permet d’exporter ceci sous aucun format. Rien n’est perdu ; adressez-vous à votre administrateur.',
    notes: 'Annotations',
    noteChoices: {
      none: 'Aucune',
      margin: 'Dans la marge',
      end: 'À la fin',
      native: 'Dans le lecteur PDF',
    },
    filter: 'Choisir les annotations',
    kinds: 'Types',
    tags: 'Étiquettes',
    authors: 'Auteurs',
    everything: 'Rien de coché : toutes.',
    includePrivate: 'Inclure les notes privées',
    privateStay: 'Vos notes privées restent hors du fichier.',
    privateWarning: 'Le fichier contiendra vos notes privées. Ne le transmettez qu’à bon escient.',
    page: 'Mise en page',
    labels: 'Langue des intitulés',
    marking: 'Mention de diffusion',
    markingAdvice: 'Imprimée en tête et en pied de chaque page.',
    header: 'En-tête',
    footer: 'Pied de page',
    settled: 'Ces choix sont repris la prochaine fois.',
    preview: 'Aperçu des pages',
    previewTitle: 'Aperçu',
    previewEmpty: 'Les pages s’affichent ici telles qu’elles seront enregistrées.',
    noPages: 'Ce format n’a pas de pages à montrer.',
    pages: (count: number) => plural(count, { one: '# page', other: '# pages' }),
    pageOf: (page: number, total: number) => `Page ${page} sur ${total}`,
    more: 'Afficher la suite',
    print: 'Imprimer…',
    printing: 'Préparation de l’impression',
    action: 'Exporter…',
    save: 'Enregistrer…',
    making: 'Composition en cours',
    progress: (done: number, total: number) => `${done} sur ${total}`,
    cancelled: 'Export interrompu. Aucun fichier n’a été écrit.',
    done: (pages: string, notes: number) =>
      `${pages}, ${plural(notes, { one: '# annotation', other: '# annotations' })}`,
    texts: (count: number) => plural(count, { one: '# texte', other: '# textes' }),
    saved: (name: string) => `Enregistré : ${name}`,
    notSaved: 'Le fichier n’a pas été enregistré.',
    unchanged: 'Rien n’a été écrit. Vos choix sont gardés.',
    substitutions: (count: number) =>
      plural(count, {
        one: '# caractère absent des polices a été remplacé :',
        other: '# caractères absents des polices ont été remplacés :',
      }),
    leftOut: (count: number) =>
      plural(count, {
        one: '# texte n’a pas pu être lu et manque dans le fichier ; les autres y sont. Vérifiez l’archive dans les réglages.',
        other:
          '# textes n’ont pas pu être lus et manquent dans le fichier ; les autres y sont. Vérifiez l’archive dans les réglages.',
      }),
    again: 'Enregistrer de nouveau…',
    tooMany: 'Aucun texte à exporter.',
  },
  cite: {
    copyQuotation: 'Copier la citation avec sa source',
    copyReference: 'Copier la référence',
    quotation: (words: string) => `Citation copiée : ${words}`,
    reference: (words: string) => `Référence copiée : ${words}`,
    nothingSelected: 'Sélectionnez d’abord le passage à citer.',
    refused: 'La copie a été refusée. Réessayez dans la fenêtre de Fonds.',
    style: 'Source d’une citation copiée',
    styles: { inline: 'Entre parenthèses', note: 'Sur une ligne à part' },
  },
}
