import type { frExport } from './fr-export.ts'
import { createPlural } from './plural.ts'

const plural = createPlural('en-GB')

/** English for what leaves the archive: files, pages, quotations. */
export const enExport: typeof frExport = {
  export: {
    title: 'Export',
    subject: 'What you export',
    subjects: {
      text: 'This text',
      chosen: (count) => plural(count, { one: 'The chosen text', other: 'The # chosen texts' }),
      listed: (count) => plural(count, { one: 'The list: # text', other: 'The list: # texts' }),
      dossier: (title) => `The dossier “${title}”`,
    },
    mostTexts: (count) =>
      plural(count, {
        one: 'An export takes # text at most.',
        other: 'An export takes # texts at most: the first of the list.',
      }),
    format: 'Format',
    families: {
      read: 'To read and hand over',
      work: 'To go on working',
      cite: 'To cite',
      data: 'For another program',
    },
    formats: {
      pdf: ['PDF', 'Pages ready to hand over, archival, with the original inside.'],
      'dossier-pdf': ['PDF dossier', 'Cover, contents, chronology, texts and index.'],
      'dossier-docx': ['Word dossier', 'The same dossier, to edit.'],
      'briefing-pdf': ['PDF note', 'Headings, notes and passages run on, without a cover.'],
      'briefing-docx': ['Word note', 'The same note, to edit.'],
      'list-pdf': ['PDF list', 'One line for each text, with its date and source.'],
      docx: ['Word', 'The text to edit, annotations as comments.'],
      html: ['Web page', 'A single file that reads without a connection.'],
      markdown: ['Markdown', 'Plain text with headings and notes.'],
      ris: ['RIS', 'References for Zotero, EndNote, Mendeley.'],
      bibtex: ['BibTeX', 'References for LaTeX.'],
      'csl-json': ['CSL-JSON', 'References for any citation style.'],
      csv: ['CSV', 'A table for a spreadsheet, one row for each text.'],
      json: ['JSON', 'All the data of the texts.'],
      tei: ['TEI', 'Text encoded for research.'],
      jsonld: ['W3C annotations', 'The annotations alone, in the open form of the W3C.'],
    },
    managed: 'Settled by your service',
    notes: 'Annotations',
    noteChoices: {
      none: 'None',
      margin: 'In the margin',
      end: 'At the end',
      native: 'In the PDF reader',
    },
    filter: 'Choose annotations',
    kinds: 'Kinds',
    tags: 'Tags',
    authors: 'Authors',
    everything: 'Nothing ticked: all of them.',
    includePrivate: 'Include private notes',
    privateStay: 'Your private notes stay out of the file.',
    privateWarning: 'The file will hold your private notes. Mind whom you give it to.',
    page: 'Page settings',
    labels: 'Language of the headings',
    marking: 'Marking',
    markingAdvice: 'Printed at the head and the foot of every page.',
    header: 'Header',
    footer: 'Footer',
    settled: 'These choices are taken up the next time.',
    preview: 'Preview pages',
    previewTitle: 'Preview',
    previewEmpty: 'The pages appear here just as they will be saved.',
    noPages: 'This format has no pages to show.',
    pages: (count) => plural(count, { one: '# page', other: '# pages' }),
    pageOf: (page, total) => `Page ${page} of ${total}`,
    more: 'Show more',
    print: 'Print…',
    printing: 'Preparing to print',
    action: 'Export…',
    save: 'Save…',
    making: 'Typesetting',
    progress: (done, total) => `${done} of ${total}`,
    cancelled: 'Export stopped. No file was written.',
    done: (pages, notes) =>
      `${pages}, ${plural(notes, { one: '# annotation', other: '# annotations' })}`,
    texts: (count) => plural(count, { one: '# text', other: '# texts' }),
    saved: (name) => `Saved: ${name}`,
    notSaved: 'The file was not saved.',
    unchanged: 'Nothing was written. Your choices are kept.',
    substitutions: (count) =>
      plural(count, {
        one: '# character that the fonts lack was replaced:',
        other: '# characters that the fonts lack were replaced:',
      }),
    leftOut: (count) =>
      plural(count, {
        one: '# text could not be read and is missing from the file; the others are in it. Check the archive in the settings.',
        other:
          '# texts could not be read and are missing from the file; the others are in it. Check the archive in the settings.',
      }),
    again: 'Save again…',
    tooMany: 'There is no text to export.',
  },
  cite: {
    copyQuotation: 'Copy the quotation with its source',
    copyReference: 'Copy the reference',
    quotation: (words) => `Quotation copied: ${words}`,
    reference: (words) => `Reference copied: ${words}`,
    nothingSelected: 'Select the passage to quote first.',
    refused: 'Copying was refused. Try again in the Fonds window.',
    style: 'Source of a copied quotation',
    styles: { inline: 'In brackets', note: 'On a line of its own' },
  },
}
