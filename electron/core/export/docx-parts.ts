import type { Language } from '../../../shared/model/language.ts'
import { escapeMarkup } from './markup-text.ts'
import type { ZipPart } from '../system/zip.ts'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** What the properties of a Word document say, and the language it is proofed in. */
export interface DocxSubject {
  readonly title: string
  readonly issuer: string
  readonly lang: Language
  readonly exportedAt: string
}

/** The parts of a Word document beside its text: types, relations, properties, styles, settings. */
export function fixedParts(about: DocxSubject): readonly ZipPart[] {
  return [
    { name: '[Content_Types].xml', content: contentTypes() },
    { name: '_rels/.rels', content: packageRelations() },
    { name: 'docProps/core.xml', content: properties(about) },
    { name: 'word/_rels/document.xml.rels', content: documentRelations() },
    { name: 'word/styles.xml', content: styles(about.lang) },
    { name: 'word/settings.xml', content: SETTINGS },
  ]
}

const PARTS = ['styles', 'settings', 'comments', 'footnotes', 'header1', 'footer1'] as const

/** Types and relations name the kind of a part, without its number. */
const kindOf = (part: string): string => part.replace(/\d$/u, '')

function contentTypes(): string {
  const parts = PARTS.map((part) => override(`word/${part}.xml`, `${WORD}.${kindOf(part)}+xml`))
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('word/document.xml', `${WORD}.document.main+xml`)}${parts.join('')}${override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml')}</Types>`
}

const relation = (id: number, type: string, target: string): string =>
  `<Relationship Id="rId${id}" Type="${type}" Target="${target}"/>`

function packageRelations(): string {
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relation(1, `${OFFICE}/officeDocument`, 'word/document.xml')}${relation(2, `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml')}</Relationships>`
}

function documentRelations(): string {
  const relations = PARTS.map((part, i) =>
    relation(i + 1, `${OFFICE}/${kindOf(part)}`, `${part}.xml`),
  )
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}</Relationships>`
}

/** The relation by which the main part names another. */
export const relationOf = (part: (typeof PARTS)[number]): string => `rId${PARTS.indexOf(part) + 1}`

function properties({ title, issuer, lang, exportedAt }: DocxSubject): string {
  const instant = `${exportedAt.slice(0, 19)}Z`
  return `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeMarkup(title)}</dc:title><dc:creator>${escapeMarkup(issuer)}</dc:creator><dc:language>${lang}</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${instant}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${instant}</dcterms:modified></cp:coreProperties>`
}

const SETTINGS = `${HEAD}<w:settings xmlns:w="${MAIN}"><w:zoom w:percent="100"/><w:autoHyphenation/><w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`

interface StyleSketch {
  readonly id: string
  readonly name: string
  readonly paragraph?: string
  readonly run?: string
  /** Size in half points, Latin and Arabic. */
  readonly size?: readonly [number, number]
}

const INK = '17212B'
const ACCENT = '14365D'
const MUTED = '55606C'
const colour = (value: string): string => `<w:color w:val="${value}"/>`
const BOLD = '<w:b/><w:bCs/>'

const heading = (level: number, size: readonly [number, number]): StyleSketch => ({
  id: `Heading${level}`,
  name: `heading ${level}`,
  paragraph: `<w:keepNext/><w:suppressAutoHyphens/><w:spacing w:before="240" w:after="120"/><w:outlineLvl w:val="${level - 1}"/>`,
  run: BOLD,
  size,
})

const STYLES: readonly StyleSketch[] = [
  {
    id: 'BodyText',
    name: 'Body Text',
    paragraph: '<w:spacing w:after="160" w:line="300" w:lineRule="auto"/><w:jc w:val="both"/>',
  },
  {
    id: 'Title',
    name: 'Title',
    paragraph: '<w:keepNext/><w:suppressAutoHyphens/><w:spacing w:before="120" w:after="160"/>',
    run: BOLD,
    size: [36, 42],
  },
  heading(1, [28, 33]),
  heading(2, [24, 28]),
  heading(3, [21, 25]),
  heading(4, [20, 24]),
  heading(5, [20, 24]),
  {
    id: 'Quote',
    name: 'Quote',
    paragraph:
      '<w:pBdr><w:start w:val="single" w:sz="12" w:space="8" w:color="14365D"/></w:pBdr><w:spacing w:before="120" w:after="60" w:line="300" w:lineRule="auto"/><w:ind w:start="284"/>',
  },
  {
    id: 'Marking',
    name: 'Marking',
    paragraph: '<w:jc w:val="center"/>',
    run: `${BOLD}<w:color w:val="8A1C1C"/>`,
    size: [17, 20],
  },
  {
    id: 'Frame',
    name: 'page frame',
    paragraph: '<w:tabs><w:tab w:val="right" w:pos="8504"/></w:tabs><w:spacing w:after="0"/>',
    run: colour(MUTED),
    size: [16, 19],
  },
  {
    id: 'TableText',
    name: 'table text',
    paragraph: '<w:spacing w:before="40" w:after="40"/>',
    size: [18, 22],
  },
  {
    id: 'ListParagraph',
    name: 'List Paragraph',
    paragraph: '<w:spacing w:after="120" w:line="300" w:lineRule="auto"/><w:ind w:start="425"/>',
  },
  {
    id: 'Issuer',
    name: 'Issuer',
    paragraph: '<w:spacing w:after="40"/>',
    run: BOLD,
    size: [22, 26],
  },
  {
    id: 'Kicker',
    name: 'Kicker',
    paragraph: `<w:pBdr><w:top w:val="single" w:sz="8" w:space="8" w:color="${ACCENT}"/></w:pBdr><w:spacing w:before="160" w:after="40"/>`,
    run: `${BOLD}${colour(ACCENT)}`,
    size: [18, 22],
  },
  {
    id: 'Dateline',
    name: 'Dateline',
    paragraph: '<w:spacing w:after="240"/>',
    run: `<w:i/>${colour(MUTED)}`,
  },
  {
    id: 'Remark',
    name: 'Remark',
    paragraph: '<w:spacing w:after="60"/>',
    run: colour(MUTED),
    size: [18, 22],
  },
  { id: 'CommentText', name: 'annotation text', size: [20, 24] },
  { id: 'FootnoteText', name: 'footnote text', size: [17, 20] },
]

function styles(language: Language): string {
  const locale = language === 'en' ? 'en-GB' : 'fr-FR'
  const fonts =
    '<w:rFonts w:ascii="Cambria" w:hAnsi="Cambria" w:eastAsia="Cambria" w:cs="Times New Roman"/>'
  const paragraphs = STYLES.map(
    ({ id, name, paragraph = '', run = '', size }) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}${size === undefined ? '' : sized(size)}</w:rPr></w:style>`,
  )
  return `${HEAD}<w:styles xmlns:w="${MAIN}"><w:docDefaults><w:rPrDefault><w:rPr>${fonts}${colour(INK)}${sized([22, 27])}<w:lang w:val="${locale}" w:eastAsia="${locale}" w:bidi="ar-MA"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${paragraphs.join('')}${character('FootnoteReference', 'footnote reference', '<w:vertAlign w:val="superscript"/>')}${character('CommentReference', 'annotation reference', sized([16, 16]))}</w:styles>`
}

const override = (name: string, type: string): string =>
  `<Override PartName="/${name}" ContentType="${type}"/>`

const sized = ([latin, arabic]: readonly [number, number]): string =>
  `<w:sz w:val="${latin}"/><w:szCs w:val="${arabic}"/>`

const character = (id: string, name: string, run: string): string =>
  `<w:style w:type="character" w:styleId="${id}"><w:name w:val="${name}"/><w:rPr>${run}</w:rPr></w:style>`
