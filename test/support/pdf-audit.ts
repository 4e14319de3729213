import {
  openPdf,
  type Finding,
  type PdfDictionary,
  type PdfObjects,
  type PdfValue,
} from './pdf-objects.ts'
import { auditContent } from './pdf-audit-content.ts'
import { auditStructure } from './pdf-audit-structure.ts'

/**
 * Checks a PDF file against the rules of PDF/A-3 and PDF/UA-1 that can be read from its objects.
 * It is independent of the exporter (qpdf reads the file) and partial: no finding does not mean
 * that a full validator would find none.
 */
export function auditPdf(file: string): readonly Finding[] {
  const pdf = openPdf(file)
  return [
    ...auditFile(pdf),
    ...auditMetadata(pdf),
    ...auditCatalog(pdf),
    ...auditFiles(pdf),
    ...auditFonts(pdf),
    ...auditStructure(pdf),
    ...auditAnnotations(pdf),
    ...auditContent(pdf),
  ]
}

/** A finding when the condition does not hold. */
const expectThat = (holds: boolean, rule: string, detail: string): readonly Finding[] =>
  holds ? [] : [{ rule, detail }]

function auditFile(pdf: PdfObjects): readonly Finding[] {
  const header = Buffer.from(pdf.bytes.subarray(0, 20)).toString('latin1')
  return [
    ...expectThat(/^%PDF-1\.[0-7]\r?\n%[\u0080-\u00ff]{4}/u.test(header), 'A 6.1.2', 'file header'),
    ...expectThat('/ID' in pdf.trailer, 'A 6.1.3', 'no file identifier'),
    ...expectThat(!('/Encrypt' in pdf.trailer), 'A 6.1.3', 'encrypted'),
  ]
}

function auditMetadata(pdf: PdfObjects): readonly Finding[] {
  const stream = pdf.stream(pdf.catalog['/Metadata'])
  if (stream === null) return [{ rule: 'A 6.6.2', detail: 'no XMP metadata' }]
  const xmp = stream.data.toString('utf8')
  const info = pdf.dictionary(pdf.trailer['/Info'])
  const title = pdf.text(info['/Title'])
  const xmpTitle = /<dc:title>.*?<rdf:li[^>]*>(.*?)<\/rdf:li>/su.exec(xmp)?.[1] ?? ''
  const isDescribed = xmp.includes('http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI')
  return [
    ...expectThat(!('/Filter' in stream.dictionary), 'A 6.6.2', 'compressed XMP'),
    ...expectThat(/pdfaid:part(?:>|=")3/u.test(xmp), 'A 6.6.4', 'no pdfaid:part 3'),
    ...expectThat(/pdfaid:conformance(?:>|=")A/u.test(xmp), 'A 6.6.4', 'no pdfaid:conformance A'),
    ...expectThat(/pdfuaid:part(?:>|=")1/u.test(xmp), 'UA 5', 'no pdfuaid:part 1'),
    ...expectThat(isDescribed, 'A 6.6.2.3', 'pdfuaid without its extension schema'),
    ...expectThat(xmpTitle !== '', 'UA 7.1', 'no dc:title'),
    ...expectThat(title === unescapeXml(xmpTitle), 'A 6.6.2', 'title differs from Info'),
    ...expectThat(
      !('/Producer' in info) || xmp.includes('pdf:Producer'),
      'A 6.6.2',
      'Producer in Info alone',
    ),
  ]
}

const unescapeXml = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')

function auditCatalog(pdf: PdfObjects): readonly Finding[] {
  const { catalog } = pdf
  const intents = pdf.array(catalog['/OutputIntents']).map((intent) => pdf.dictionary(intent))
  const intent = intents.find((entry) => entry['/S'] === '/GTS_PDFA1')
  const preferences = pdf.dictionary(catalog['/ViewerPreferences'])
  const hasScript = '/AA' in catalog || '/JavaScript' in pdf.dictionary(catalog['/Names'])
  return [
    ...expectThat(pdf.dictionary(catalog['/MarkInfo'])['/Marked'] === true, 'UA 7.1', 'not Marked'),
    ...expectThat(preferences['/DisplayDocTitle'] === true, 'UA 7.1', 'no DisplayDocTitle'),
    ...expectThat(pdf.text(catalog['/Lang']) !== '', 'UA 7.2', 'no language'),
    ...expectThat('/StructTreeRoot' in catalog, 'UA 7.1', 'untagged'),
    ...expectThat(intent !== undefined, 'A 6.2.3', 'no output intent'),
    ...expectThat(pdf.stream(intent?.['/DestOutputProfile']) !== null, 'A 6.2.3', 'no profile'),
    ...expectThat(!hasScript, 'A 6.5', 'scripts or additional actions'),
  ]
}

function auditFiles(pdf: PdfObjects): readonly Finding[] {
  const associated = pdf.array(pdf.catalog['/AF'])
  const tree = pdf.dictionary(pdf.catalog['/Names'])['/EmbeddedFiles']
  return pdf
    .nameTree(tree)
    .flatMap(({ reference }) => auditFileEntry(pdf, reference, associated.includes(reference)))
}

function auditFileEntry(
  pdf: PdfObjects,
  reference: PdfValue,
  isAssociated: boolean,
): readonly Finding[] {
  const specification = pdf.dictionary(reference)
  const stream = pdf.stream(pdf.dictionary(specification['/EF'])['/F'])
  const parameters = pdf.dictionary(stream?.dictionary['/Params'])
  return [
    ...expectThat('/F' in specification, 'A 6.8', 'embedded file without F'),
    ...expectThat('/UF' in specification, 'A 6.8', 'embedded file without UF'),
    ...expectThat('/AFRelationship' in specification, 'A 6.8', 'embedded file unrelated'),
    ...expectThat('/Desc' in specification, 'A 6.8', 'embedded file without description'),
    ...expectThat(stream !== null && '/Subtype' in stream.dictionary, 'A 6.8', 'no media type'),
    ...expectThat('/ModDate' in parameters, 'A 6.8', 'no modification date'),
    ...expectThat(isAssociated, 'A 6.8', 'not in the catalog’s AF'),
  ]
}

const FONT_KINDS: ReadonlySet<PdfValue> = new Set(['/Type0', '/TrueType', '/Type1', '/Type3'])

function auditFonts(pdf: PdfObjects): readonly Finding[] {
  return pdf.all
    .filter((object) => object['/Type'] === '/Font')
    .filter((font) => FONT_KINDS.has(font['/Subtype'] ?? null))
    .flatMap((font) => auditFont(pdf, font))
}

function auditFont(pdf: PdfObjects, font: PdfDictionary): readonly Finding[] {
  const name = JSON.stringify(font['/BaseFont'])
  const [descendant] = pdf.array(font['/DescendantFonts'])
  const carrier = descendant === undefined ? font : pdf.dictionary(descendant)
  const descriptor = pdf.dictionary(carrier['/FontDescriptor'])
  const isEmbedded = ['/FontFile', '/FontFile2', '/FontFile3'].some((key) => key in descriptor)
  return [
    ...expectThat(
      isEmbedded || font['/Subtype'] === '/Type3',
      'A 6.2.11.4',
      `${name} not embedded`,
    ),
    ...expectThat('/ToUnicode' in font, 'UA 7.21.7', `${name} without ToUnicode`),
  ]
}

function auditAnnotations(pdf: PdfObjects): readonly Finding[] {
  return pdf.pages.flatMap((page) => {
    const annotations = pdf.array(page['/Annots'])
    return [
      ...expectThat(annotations.length === 0 || page['/Tabs'] === '/S', 'UA 7.18.3', 'tab order'),
      ...annotations.flatMap((reference) => auditAnnotation(pdf, pdf.dictionary(reference))),
    ]
  })
}

const [INVISIBLE, HIDDEN, PRINT, NO_VIEW] = [1, 2, 4, 32]

function auditAnnotation(pdf: PdfObjects, annotation: PdfDictionary): readonly Finding[] {
  const kind = JSON.stringify(annotation['/Subtype'])
  if (kind === '"/Popup"') return []
  const flags = Number(annotation['/F'] ?? 0)
  const isPrinted = (flags & PRINT) !== 0 && (flags & (INVISIBLE | HIDDEN | NO_VIEW)) === 0
  return [
    ...expectThat(isPrinted, 'A 6.3.2', `${kind} is not printed`),
    ...expectThat(
      kind === '"/Link"' || '/AP' in annotation,
      'A 6.3.3',
      `${kind} has no appearance`,
    ),
    ...expectThat('/StructParent' in annotation, 'UA 7.18.1', `${kind} is not in the structure`),
    ...expectThat(pdf.text(annotation['/Contents']) !== '', 'UA 7.18.5', `${kind} has no Contents`),
  ]
}
