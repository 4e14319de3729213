import type { IndexDescription } from '../../shared/model/discovery.ts'
import type { QuotationCheck, TypographyKind } from '../../shared/model/quotation.ts'
import { languageFromEnvironment } from './words.ts'

/** What the verbs of searching say, in one language. */
export interface SearchWords {
  readonly verdict: Readonly<Record<QuotationCheck['verdict'], string>>
  readonly typography: Readonly<Record<TypographyKind, string>>
  readonly paragraph: (number: number) => string
  readonly inTitle: string
  readonly wording: (number: number) => string
  readonly otherPlaces: (count: number) => string
  readonly changed: (archive: string, quoted: string) => string
  readonly noIssuer: string
  readonly undated: string
  readonly noAttestation: string
  readonly noSearch: string
  readonly found: (total: number, fresh: number) => string
  readonly sameWording: string
  readonly index: (index: IndexDescription) => string
  readonly daysSince: (days: number) => string
  readonly said: (issuer: string, count: number, first: string, last: string) => string
}

/** The words of the terminal's language. */
export function searchWords(): SearchWords {
  return languageFromEnvironment(process.env) === 'en' ? EN : FR
}

const FR: SearchWords = {
  verdict: {
    verbatim: 'Conforme, à la lettre.',
    typographic: 'Conforme, à la typographie près.',
    altered: 'Altéré. Le passage le plus proche :',
    absent: 'Absent de l’archive.',
  },
  typography: {
    invisible: 'signe invisible',
    space: 'espace',
    apostrophe: 'apostrophe',
    'quotation-mark': 'guillemets',
    dash: 'tiret',
    ellipsis: 'points de suspension',
    ligature: 'ligature',
    'vowel-sign': 'signe de vocalisation',
    'letter-shape': 'forme de lettre',
    case: 'majuscules',
    'capital-accent': 'accent de majuscule',
    accent: 'accents perdus',
    'edge-punctuation': 'ponctuation au bord',
  },
  paragraph: (number) => `§ ${number}`,
  inTitle: 'titre',
  wording: (number) => `version ${number}`,
  otherPlaces: (count) => `et ${count} autres endroits`,
  changed: (archive, quoted) => `archive « ${archive} » · citation « ${quoted} »`,
  noIssuer: 'émetteur inconnu',
  undated: 'sans date',
  noAttestation: 'Cette formule n’est dans aucun texte de l’archive.',
  noSearch: 'Aucune recherche enregistrée.',
  found: (total, fresh) => `${total} résultats, ${fresh} nouveaux`,
  sameWording: 'mêmes mots',
  index: ({ wordings, notes, forms, segments, bytes, textBytes }) =>
    `${wordings} versions, ${notes} notes, ${forms} formes, ${segments} segments ; ` +
    `${inMegabytes(bytes)} Mo pour ${inMegabytes(textBytes)} Mo de texte`,
  daysSince: (days) => `${days} jours après`,
  said: (issuer, count, first, last) => `${issuer} : ${count} (${first} → ${last})`,
}

const EN: SearchWords = {
  verdict: {
    verbatim: 'Verbatim, to the letter.',
    typographic: 'The same words, typeset otherwise.',
    altered: 'Altered. The nearest passage:',
    absent: 'Not in the archive.',
  },
  typography: {
    invisible: 'invisible sign',
    space: 'space',
    apostrophe: 'apostrophe',
    'quotation-mark': 'quotation marks',
    dash: 'dash',
    ellipsis: 'ellipsis',
    ligature: 'ligature',
    'vowel-sign': 'vowel sign',
    'letter-shape': 'letter shape',
    case: 'capitals',
    'capital-accent': 'accent of a capital',
    accent: 'accents lost',
    'edge-punctuation': 'punctuation at the edge',
  },
  paragraph: (number) => `¶ ${number}`,
  inTitle: 'title',
  wording: (number) => `wording ${number}`,
  otherPlaces: (count) => `and ${count} other places`,
  changed: (archive, quoted) => `archive “${archive}” · quotation “${quoted}”`,
  noIssuer: 'issuer unknown',
  undated: 'undated',
  noAttestation: 'This formula is in no text of the archive.',
  noSearch: 'No saved search.',
  found: (total, fresh) => `${total} results, ${fresh} new`,
  sameWording: 'same words',
  index: ({ wordings, notes, forms, segments, bytes, textBytes }) =>
    `${wordings} versions, ${notes} notes, ${forms} forms, ${segments} segments; ` +
    `${inMegabytes(bytes)} MB for ${inMegabytes(textBytes)} MB of text`,
  daysSince: (days) => `${days} days later`,
  said: (issuer, count, first, last) => `${issuer}: ${count} (${first} → ${last})`,
}

function inMegabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1)
}
