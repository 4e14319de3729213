import type { Language } from '../../../shared/model/language.ts'
import { piecesFromParagraph } from './cut-marks.ts'
import { commentsPart, footnotesPart } from './docx-notes.ts'
import { frameFromFurniture, FRAME_REFERENCES, type DocxFrame } from './docx-frame.ts'
import { fixedParts, type DocxSubject } from './docx-parts.ts'
import { bookmarked, paragraphXml, runXml, type RunLook } from './docx-runs.ts'
import type { Furniture } from './furniture.ts'
import type { PageMark, PageModel, PageParagraph } from './page-model.ts'
import { dataFromPage, type PageData } from './pdf-data.ts'
import { zipFromParts } from '../system/zip.ts'

/**
 * The page as a Word document (ECMA-376, transitional): named styles, language and direction on
 * every run, annotations as comments on their passage, provenance as a footnote of the title. A
 * note without a passage is a comment on the title. The same page always gives the same bytes.
 */
export function docxFromPage(
  page: PageModel,
  furniture: Furniture,
  clean: (text: string) => string,
): Uint8Array {
  const data = dataFromPage(page, 'end', clean)
  const { labelLanguage, exportedAt, direction } = page
  const body = textXml({ page, data, footnote: 1, titleStyle: 'Title' }, clean)
  return documentFromBody({
    body,
    isRtl: direction === 'rtl',
    about: { title: data.title, issuer: data.issuer, lang: data.lang, exportedAt },
    frame: frameFromFurniture(
      furniture,
      { lang: labelLanguage, title: '', exportLine: data.exportLine },
      clean,
    ),
    comments: commentsPart(page.notes, labelLanguage, clean),
    footnotes: footnotesPart(labelLanguage, [data]),
  })
}

/** What a Word document is put together from. */
interface DocumentSketch {
  /** Paragraphs and tables of its main part. */
  readonly body: string
  readonly isRtl: boolean
  readonly about: DocxSubject
  readonly frame: DocxFrame
  readonly comments: string
  readonly footnotes: string
}

/** The whole Word file around its paragraphs. */
export function documentFromBody(sketch: DocumentSketch): Uint8Array {
  const { body, isRtl, about, frame, comments, footnotes } = sketch
  const section = `<w:sectPr>${FRAME_REFERENCES}${PAGE}${isRtl ? '<w:bidi/>' : ''}</w:sectPr>`
  const content = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document ${NAMESPACES}><w:body>${body}${section}</w:body></w:document>`
  return zipFromParts([
    ...fixedParts(about),
    { name: 'word/document.xml', content },
    { name: 'word/comments.xml', content: comments },
    { name: 'word/footnotes.xml', content: footnotes },
    { name: 'word/header1.xml', content: frame.header },
    { name: 'word/footer1.xml', content: frame.footer },
  ])
}

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const PAGE =
  '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1701" w:right="1701" w:bottom="1531" w:left="1701" w:header="709" w:footer="709" w:gutter="0"/>'

/** One text in a Word document, under the number of the footnote of its provenance. */
interface WordText {
  readonly page: PageModel
  readonly data: PageData
  readonly footnote: number
  readonly titleStyle: 'Title' | `Heading${number}`
  /** The name that links lead to. */
  readonly bookmark?: string
}

/** The paragraphs of one text with its head, its comments' ranges and its footnote. */
export function textXml(text: WordText, clean: (text: string) => string): string {
  const { page, data } = text
  const side = { language: data.lang, direction: data.dir }
  const line = (style: string, words: string): string =>
    words === '' ? '' : paragraphXml({ style, ...side }, runXml(words, side))
  const kicker = [data.kicker, data.reference].filter((part) => part !== '').join(' · ')
  const body = page.paragraphs.map((paragraph) => bodyParagraph(paragraph, text, clean)).join('')
  return `${line('Issuer', data.issuer)}${line('Remark', data.issuerRemark)}${line('Kicker', kicker)}${titleXml(text)}${line('Dateline', data.dateline)}${data.facts.map((fact) => line('Remark', fact)).join('')}${body}`
}

function titleXml({ page, data, footnote, titleStyle, bookmark }: WordText): string {
  const side = { language: data.lang, direction: data.dir }
  const homeless = page.notes.filter(({ isPlaced }) => !isPlaced).map(({ number }) => number)
  const called = `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="${footnote}"/></w:r>`
  const plain = runXml(data.title, side)
  const title = bookmark === undefined ? plain : bookmarked(footnote, bookmark, plain)
  const content = `${homeless.map(startOf).join('')}${title}${called}${homeless.map(endOf).join('')}`
  return paragraphXml({ style: titleStyle, ...side }, content)
}

const STYLES: Readonly<Record<PageParagraph['kind'], string>> = {
  body: 'BodyText',
  heading: 'Heading1',
  'list-item': 'ListParagraph',
}

function bodyParagraph(
  paragraph: PageParagraph,
  { titleStyle }: WordText,
  clean: (text: string) => string,
): string {
  const { kind, language, direction } = paragraph
  const content = piecesFromParagraph(paragraph).map((piece) => {
    if (piece.at === 'text') {
      const look: RunLook = {
        language: piece.language,
        direction: piece.language === 'und' ? direction : directionOf(piece.language),
        mark: piece.marks.at(-1)?.kind ?? null,
      }
      return runXml(clean(piece.text), look)
    }
    return edgeOf(piece.mark, piece.at)
  })
  // A heading of a text stands below its title.
  const level = titleStyle === 'Title' ? 1 : Number(titleStyle.slice('Heading'.length)) + 1
  const style = kind === 'heading' ? `Heading${level}` : STYLES[kind]
  return paragraphXml({ style, language, direction }, content.join(''))
}

const directionOf = (language: Language): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr')

/** A bare highlight has its colour and no comment. */
function edgeOf({ number, isFirst, isLast }: PageMark, at: 'start' | 'end'): string {
  if (number === null) return ''
  if (at === 'start') return isFirst ? startOf(number) : ''
  return isLast ? endOf(number) : ''
}

const startOf = (number: number): string => `<w:commentRangeStart w:id="${number}"/>`
const endOf = (number: number): string =>
  `<w:commentRangeEnd w:id="${number}"/><w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="${number}"/></w:r>`
