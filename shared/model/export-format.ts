/** Formats with one file for each communiqué. */
export const TEXT_FORMATS = ['pdf', 'html', 'markdown', 'docx', 'tei', 'jsonld'] as const

/** Formats with one file for all of them; a large dossier comes in volumes. */
export const LIST_FORMATS = [
  'dossier-pdf',
  'list-pdf',
  'csv',
  'ris',
  'bibtex',
  'csl-json',
  'json',
] as const
