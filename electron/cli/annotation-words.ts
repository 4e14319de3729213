import type { Annotation, ImportReport, MergeReport } from '../../shared/model/annotation.ts'
import { languageFromEnvironment } from './words.ts'

/** What the command line says of annotations that come and go in files. */
export interface AnnotationWords {
  readonly usage: string
  readonly listed: (annotation: Annotation, title: string, target: string | null) => string
  readonly exported: (annotationCount: number, target: string) => string
  readonly merged: (report: MergeReport) => string
  readonly wouldMerge: (report: MergeReport) => string
  readonly waiting: (title: string, annotationCount: number) => string
  /** How the merge that was just made is taken back. */
  readonly takeBack: (mergeId: string) => string
  readonly takenBack: (undone: number, kept: number) => string
  readonly toConfirm: (count: number) => string
  readonly unmatched: (index: number, why: string, exact: string) => string
  readonly why: Readonly<Record<ImportReport['unmatched'][number]['why'], string>>
}

/** The words of the terminal's language. */
export function annotationWords(): AnnotationWords {
  return languageFromEnvironment(process.env) === 'en' ? EN : FR
}

const FR: AnnotationWords = {
  usage: `
  fonds annotations list    --archive FICHIER                    une par ligne, avec ce vers quoi elle mène (--kind, --tag)
  fonds annotations bundle  --archive FICHIER --output FICHIER   annotations et historique, pour un collègue
  fonds annotations preview --archive FICHIER FICHIER            dit ce que ferait la fusion
  fonds annotations merge   --archive FICHIER FICHIER            fusionne celles d’un collègue
  fonds annotations undo    --archive FICHIER ID                 annule une fusion ou un import entier
  fonds annotations export  --archive FICHIER --output FICHIER   en JSON-LD (W3C Web Annotation)
  fonds annotations import  --archive FICHIER FICHIER            depuis le W3C ou Hypothesis
                 Les annotations privées ne sortent qu’avec --include-private.
`,
  listed,
  exported: (annotationCount, target) => `Écrit : ${target} (${annotationCount} annotations)`,
  merged: (report) => `Fusionné : ${countsFr(report)}`,
  wouldMerge: (report) => `La fusion donnerait : ${countsFr(report)}. Rien n’a été modifié.`,
  waiting: (title, annotationCount) =>
    `En attente du texte « ${title} » : ${annotationCount} annotations`,
  takeBack: (mergeId) => `Pour annuler : fonds annotations undo ${mergeId}`,
  takenBack: (undone, kept) =>
    `Annulé : ${undone} étapes mises de côté, ${kept} gardées parce qu’on a travaillé dessus.`,
  toConfirm: (count) => `${count} emplacements à confirmer`,
  unmatched: (index, why, exact) => `Non placée, n° ${index + 1} : ${why}. ${exact}`,
  why: {
    unreadable: 'illisible',
    'page-note': 'note sur la page, sans passage',
    'text-not-found': 'le texte n’est pas dans l’archive',
    'passage-not-found': 'le passage n’est pas dans le texte',
    'parent-not-found': 'elle répond à une annotation absente',
    'already-here': 'déjà dans l’archive, avec son historique',
  },
}

function countsFr({ newCount, updatedCount, knownCount, conflictCount }: MergeReport): string {
  return `${newCount} nouvelles, ${updatedCount} complétées, ${knownCount} déjà connues, ${conflictCount} à trancher`
}

const EN: AnnotationWords = {
  usage: `
  fonds annotations list    --archive FILE                 one a line, with what it leads to (--kind, --tag)
  fonds annotations bundle  --archive FILE --output FILE   annotations and their history, for a colleague
  fonds annotations preview --archive FILE FILE            says what merging would do
  fonds annotations merge   --archive FILE FILE            merges those of a colleague
  fonds annotations undo    --archive FILE ID              takes a whole merge or import back
  fonds annotations export  --archive FILE --output FILE   as JSON-LD (W3C Web Annotation)
  fonds annotations import  --archive FILE FILE            from the W3C or Hypothesis
                 Private annotations leave with --include-private only.
`,
  listed,
  exported: (annotationCount, target) => `Written: ${target} (${annotationCount} annotations)`,
  merged: (report) => `Merged: ${countsEn(report)}`,
  wouldMerge: (report) => `Merging would give: ${countsEn(report)}. Nothing was changed.`,
  waiting: (title, annotationCount) =>
    `Waiting for the text “${title}”: ${annotationCount} annotations`,
  takeBack: (mergeId) => `To take it back: fonds annotations undo ${mergeId}`,
  takenBack: (undone, kept) =>
    `Taken back: ${undone} steps set aside, ${kept} kept because they were worked upon.`,
  toConfirm: (count) => `${count} places to confirm`,
  unmatched: (index, why, exact) => `Not placed, no. ${index + 1}: ${why}. ${exact}`,
  why: {
    unreadable: 'unreadable',
    'page-note': 'a note on the page, without a passage',
    'text-not-found': 'the text is not in the archive',
    'passage-not-found': 'the passage is not in the text',
    'parent-not-found': 'it answers an annotation that is not there',
    'already-here': 'in the archive already, with its history',
  },
}

function countsEn({ newCount, updatedCount, knownCount, conflictCount }: MergeReport): string {
  return `${newCount} new, ${updatedCount} completed, ${knownCount} known already, ${conflictCount} to settle`
}

/** Tab-separated, so that other programs can take it: kind, state, title, passage, target, note. */
function listed(
  { kind, status, target, body }: Annotation,
  title: string,
  leadsTo: string | null,
): string {
  return [kind, status, title, target.exact, leadsTo ?? '', body]
    .map((cell) => cell.replaceAll(/\s+/gu, ' '))
    .join('\t')
}
