import { zipFromParts } from './zip-builder.ts'

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A Word document whose body is this markup (`w:p` and so on), with further parts if any. */
export function docxFromBody(
  body: string,
  more: Readonly<Record<string, string>> = {},
): Uint8Array {
  return zipFromParts({
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `<?xml version="1.0"?><Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document>`,
    ...more,
  })
}

/** A paragraph of a Word document, with a style if one is named. */
export function wordParagraph(text: string, style = ''): string {
  const properties = style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`
  return `<w:p>${properties}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
}

/** The styles part that gives style ids their names. */
export function wordStyles(nameById: Readonly<Record<string, string>>): Record<string, string> {
  const styles = Object.entries(nameById).map(
    ([id, name]) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`,
  )
  return {
    'word/styles.xml': `<?xml version="1.0"?><w:styles xmlns:w="${W}">${styles.join('')}</w:styles>`,
    'word/_rels/document.xml.rels': `<?xml version="1.0"?><Relationships xmlns="${RELATIONS}"><Relationship Id="s1" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  }
}

/** An OpenDocument text whose body is this markup, with further parts if any. */
export function odtFromBody(body: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  const names =
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"'
  return zipFromParts({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<?xml version="1.0"?><office:document-content ${names}><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    'META-INF/manifest.xml': '<?xml version="1.0"?><manifest/>',
    ...more,
  })
}

/** A PDF with one page a list of lines, printed in Helvetica from the top at a leading of 14. */
export function pdfFromPages(pages: readonly (readonly PdfTextLine[])[]): Uint8Array {
  const kids = pages.map((_, index) => `${4 + index * 2} 0 R`)
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${kids.join(' ')}]/Count ${pages.length}>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    ...pages.flatMap((lines, index) => {
      const content = lines.map(pdfText).join('\n')
      return [
        `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents ${5 + index * 2} 0 R>>`,
        `<</Length ${content.length}>>stream\n${content}\nendstream`,
      ]
    }),
  ]
  const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('')
  return Buffer.from(`%PDF-1.4\n${body}trailer<</Root 1 0 R>>\n%%EOF\n`, 'latin1')
}

/** A line of a test page: its text, its place and its size in points. */
export type PdfTextLine = {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly size: number
}

const pdfText = ({ text, x, y, size }: PdfTextLine): string =>
  `BT /F ${size} Tf ${x} ${y} Td (${text.replace(/[\\()]/gu, String.raw`\$&`)}) Tj ET`
