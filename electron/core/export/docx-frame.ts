import { relationOf } from './docx-parts.ts'
import { paragraphXml, runXml } from './docx-runs.ts'
import type { Furniture } from './furniture.ts'
import type { LabelLanguage } from './page-model.ts'

/** The head and the foot of every page of a Word document, as whole parts. */
export interface DocxFrame {
  readonly header: string
  readonly footer: string
}

/** How the section of a Word document names its head and its foot. */
export const FRAME_REFERENCES = `<w:headerReference w:type="default" r:id="${relationOf('header1')}"/><w:footerReference w:type="default" r:id="${relationOf('footer1')}"/>`

/** Marking and running head above; the office's own line, the export line and page numbers below. */
export function frameFromFurniture(
  { header, footer, marking }: Furniture,
  {
    lang,
    title,
    exportLine,
  }: { readonly lang: LabelLanguage; readonly title: string; readonly exportLine: string },
  clean: (text: string) => string,
): DocxFrame {
  const side = { language: lang, direction: lang === 'ar' ? ('rtl' as const) : ('ltr' as const) }
  const line = (style: string, words: string, more = ''): string =>
    words === '' ? '' : paragraphXml({ style, ...side }, runXml(clean(words), side) + more)
  const pages = `<w:r><w:tab/></w:r>${field('PAGE')}${runXml(' / ', side)}${field('NUMPAGES')}`
  const head = `${line('Marking', marking)}${line('Frame', header)}${line('Frame', title)}`
  const foot = `${line('Frame', footer)}${line('Frame', exportLine, pages)}${line('Marking', marking)}`
  return {
    header: part('hdr', head === '' ? EMPTY : head),
    footer: part('ftr', foot),
  }
}

const EMPTY = '<w:p/>'

const part = (name: string, content: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:${name} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${content}</w:${name}>`

const field = (instruction: string): string =>
  `<w:fldSimple w:instr=" ${instruction} "><w:r><w:t>1</w:t></w:r></w:fldSimple>`
