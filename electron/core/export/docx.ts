import type { Language } from '../../../shared/model/language.ts'
import { piecesFromParagraph } from './cut-marks.ts'
import { commentsPart, footnotesPart } from './docx-notes.ts'
import { fixedParts } from './docx-parts.ts'
import { paragraphXml, runXml, type RunLook } from './docx-runs.ts'
import type { PageMark, PageModel, PageParagraph } from './page-model.ts'
import { dataFromPage, type PageData } from './pdf-data.ts'
import { zipFromParts } from '../system/zip.ts'

/**
 * The page as a Word document (ECMA-376, transitional): named styles, language and direction on
 * every run, annotations as comments on their passage, provenance as a footnote of the title. A
 * note without a passage is a comment on the title. The same page always gives the same bytes.
 */
export function docxFromPage(page: PageModel, clean: (text: string) => string): Uint8Array {
  const data = dataFromPage(page, 'end', clean)
  return zipFromParts([
    ...fixedParts({ data, exportedAt: page.exportedAt, language: page.language }),
    { name: 'word/document.xml', content: documentXml(page, data, clean) },
    { name: 'word/comments.xml', content: commentsPart(page, clean) },
    { name: 'word/footnotes.xml', content: footnotesPart(page, data) },
  ])
}

const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const PAGE = `<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1701" w:right="1701" w:bottom="1531" w:left="1701" w:header="709" w:footer="709" w:gutter="0"/>`

function documentXml(page: PageModel, data: PageData, clean: (text: string) => string): string {
  const side = { language: data.lang, direction: data.dir }
  const line = (style: string, text: string): string =>
    text === '' ? '' : paragraphXml({ style, ...side }, runXml(text, side))
  const kicker = [data.kicker, data.reference].filter((part) => part !== '').join(' · ')
  const body = page.paragraphs.map((paragraph) => bodyParagraph(paragraph, clean)).join('')
  const bidi = page.direction === 'rtl' ? '<w:bidi/>' : ''
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document ${NAMESPACE}><w:body>${line('Issuer', data.issuer)}${line('Remark', data.issuerRemark)}${line('Kicker', kicker)}${titleXml(page, data)}${line('Dateline', data.dateline)}${data.facts.map((fact) => line('Remark', fact)).join('')}${body}${PAGE}${bidi}</w:sectPr></w:body></w:document>`
}

function titleXml(page: PageModel, data: PageData): string {
  const side = { language: data.lang, direction: data.dir }
  const homeless = page.notes.filter(({ isPlaced }) => !isPlaced).map(({ number }) => number)
  const footnote =
    '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="1"/></w:r>'
  const content = `${homeless.map(startOf).join('')}${runXml(data.title, side)}${footnote}${homeless.map(endOf).join('')}`
  return paragraphXml({ style: 'Title', ...side }, content)
}

const STYLES: Readonly<Record<PageParagraph['kind'], string>> = {
  body: 'BodyText',
  heading: 'Heading1',
  'list-item': 'ListParagraph',
}

function bodyParagraph(paragraph: PageParagraph, clean: (text: string) => string): string {
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
  return paragraphXml({ style: STYLES[kind], language, direction }, content.join(''))
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
