import type { AnnotationKind } from '../../../shared/model/annotation.ts'
import type { Direction, Language } from '../../../shared/model/language.ts'
import { escapeMarkup } from './markup-text.ts'

/** How a run of a Word document looks: the language it is proofed in, its side, its colour. */
export interface RunLook {
  readonly language: Language
  readonly direction: Direction
  readonly mark?: AnnotationKind | null
}

const TINTS: Readonly<Record<AnnotationKind, string>> = {
  highlight: 'FFF0B3',
  commitment: 'D5EFD9',
  comment: 'D3E6FA',
  question: 'FBDBE5',
  quotation: 'E6DEF7',
  link: 'D8F0F0',
  mention: 'ECE6DA',
}

/** Locales that Word knows; a text in no language we know is not proofed. */
const LOCALES: Readonly<Record<Language, string>> = {
  fr: '<w:lang w:val="fr-FR"/>',
  en: '<w:lang w:val="en-GB"/>',
  ar: '<w:lang w:bidi="ar-MA"/>',
  und: '<w:noProof/>',
}

/** A run of text as it is, line ends and tabs included. */
export function runXml(text: string, { language, direction, mark = null }: RunLook): string {
  const shade = mark === null ? '' : `<w:shd w:val="clear" w:color="auto" w:fill="${TINTS[mark]}"/>`
  const side = direction === 'rtl' ? '<w:rtl/>' : ''
  const proof = language === 'und' ? LOCALES.und : ''
  const locale = language === 'und' ? '' : LOCALES[language]
  const properties = `${proof}${shade}${side}${locale}`
  const content = text
    .split(/([\n\t])/u)
    .map((part) => {
      if (part === '\n') return '<w:br/>'
      if (part === '\t') return '<w:tab/>'
      return part === '' ? '' : `<w:t xml:space="preserve">${escapeMarkup(part)}</w:t>`
    })
    .join('')
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}${content}</w:r>`
}

/** A paragraph of a named style, from runs already written. */
export function paragraphXml(
  { style, direction }: { readonly style: string } & RunLook,
  content: string,
): string {
  const side = direction === 'rtl' ? '<w:bidi/>' : ''
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${side}</w:pPr>${content}</w:p>`
}

/** An empty paragraph after which a new page begins. */
export const pageBreak = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'

/** Words that lead to a bookmark of the same document. */
export const linkXml = (bookmark: string, words: string, look: RunLook): string =>
  `<w:hyperlink w:anchor="${bookmark}" w:history="1">${runXml(words, look)}</w:hyperlink>`

/** Words under a name that links can lead to; `id` is unique among the bookmarks. */
export const bookmarked = (id: number, bookmark: string, content: string): string =>
  `<w:bookmarkStart w:id="${id}" w:name="${bookmark}"/>${content}<w:bookmarkEnd w:id="${id}"/>`

/** A table whose first row is its head, repeated on each page; cells hold whole paragraphs. */
export function tableXml(
  rows: readonly (readonly string[])[],
  direction: RunLook['direction'],
): string {
  const side = direction === 'rtl' ? '<w:bidiVisual/>' : ''
  const borders = `<w:tblBorders>${border('top')}${border('bottom')}${border('insideH')}</w:tblBorders>`
  const written = rows.map((cells, i) => {
    const head = i === 0 ? '<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>' : ''
    const own = cells.map(
      (cell, at) =>
        `<w:tc><w:tcPr><w:tcW w:w="${at === 1 ? 4300 : 2100}" w:type="dxa"/></w:tcPr>${cell}</w:tc>`,
    )
    return `<w:tr>${head}${own.join('')}</w:tr>`
  })
  const grid = (rows[0] ?? []).map((_, at) => `<w:gridCol w:w="${at === 1 ? 4300 : 2100}"/>`)
  return `<w:tbl><w:tblPr>${side}<w:tblW w:w="0" w:type="auto"/>${borders}</w:tblPr><w:tblGrid>${grid.join('')}</w:tblGrid>${written.join('')}</w:tbl>`
}

const border = (name: string): string =>
  `<w:${name} w:val="single" w:sz="4" w:space="0" w:color="B9C0C8"/>`
