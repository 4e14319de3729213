import { paragraphXml, runXml } from './docx-runs.ts'
import { escapeMarkup } from './markup-text.ts'
import type { LabelLanguage, PageNote } from './page-model.ts'
import { WORDS } from './page-words.ts'
import type { PageData } from './pdf-data.ts'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

/** The comments of a Word document, one for each note, under the note's number. */
export function commentsPart(
  notes: readonly PageNote[],
  labels: LabelLanguage,
  clean: (text: string) => string,
): string {
  const comments = notes.map((note) => commentXml(note, labels, clean))
  return `${HEAD}<w:comments ${NAMESPACE}>${comments.join('')}</w:comments>`
}

function commentXml(
  note: PageNote,
  labels: LabelLanguage,
  clean: (text: string) => string,
): string {
  const words = WORDS[labels]
  const tags = note.tags.map((tag) => `#${clean(tag)}`).join(' ')
  const facts = [
    words.kinds[note.kind],
    ...(note.isPrivate ? [words.privateNote] : []),
    ...(note.isPlaced ? [] : [`${words.notFound}${words.colon} ${clean(note.quote)}`]),
    ...(tags === '' ? [] : [tags]),
  ]
  const author = escapeMarkup(clean(note.author))
  const initials = escapeMarkup(clean(note.author).slice(0, 3).toWellFormed())
  const side = { language: note.language, direction: note.direction }
  const own = { language: labels, direction: labels === 'ar' ? ('rtl' as const) : ('ltr' as const) }
  const body =
    note.text === ''
      ? ''
      : paragraphXml({ style: 'CommentText', ...side }, runXml(clean(note.text), side))
  return `<w:comment w:id="${note.number}" w:author="${author}" w:date="${note.createdAt.slice(0, 19)}Z" w:initials="${initials}">${body}${paragraphXml({ style: 'CommentText', ...own }, runXml(facts.join(' · '), own))}</w:comment>`
}

/** The footnotes of a Word document: where each text comes from, and the two that Word asks for. */
export function footnotesPart(labels: LabelLanguage, texts: readonly PageData[]): string {
  const side = {
    language: labels,
    direction: labels === 'ar' ? ('rtl' as const) : ('ltr' as const),
  }
  const mark = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
  const footnotes = texts.map((data, at) => {
    const rows = [...data.rows.map(({ label, value }) => `${label} ${value}`), data.exportLine]
    const lines = rows.map((row, i) =>
      paragraphXml(
        { style: 'FootnoteText', ...side },
        `${i === 0 ? mark : ''}${runXml(` ${row}`, side)}`,
      ),
    )
    return `<w:footnote w:id="${at + 1}">${lines.join('')}</w:footnote>`
  })
  return `${HEAD}<w:footnotes ${NAMESPACE}>${rule(-1, 'separator', 'separator')}${rule(0, 'continuationSeparator', 'continuationSeparator')}${footnotes.join('')}</w:footnotes>`
}

const rule = (id: number, type: string, element: string): string =>
  `<w:footnote w:type="${type}" w:id="${id}"><w:p><w:r><w:${element}/></w:r></w:p></w:footnote>`
