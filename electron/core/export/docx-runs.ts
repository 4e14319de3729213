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
