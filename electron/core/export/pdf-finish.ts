import { deflateSync } from 'node:zlib'
import {
  appendUpdate,
  numberAfter,
  openFile,
  replaceOnce,
  stream,
  streamContent,
  textString,
} from './pdf-file.ts'
import { addHighlights, type PdfHighlight } from './pdf-highlights.ts'
import { silenceRaisedSigns } from './pdf-signs.ts'

/** How an embedded file relates to the document (ISO 32000-2, 7.11.3, AFRelationship). */
export type FileRelationship = 'source' | 'supplement'

/** What the compiler cannot declare by itself. */
export interface Conformance {
  /** The sRGB profile of the output intent, ICC bytes. */
  readonly colourProfile: Uint8Array
  /** The embedded files in the order of the keys they were compiled under: `0`, `1`… */
  readonly files: readonly EmbeddedFile[]
  readonly highlights?: readonly PdfHighlight[]
}

/** The name an embedded file is shown under, and what it is to the document. */
interface EmbeddedFile {
  readonly name: string
  readonly relationship: FileRelationship
}

/**
 * Lifts the compiler's tagged PDF 1.7 to PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1) by one
 * incremental update: output intent, identification in the XMP metadata with its extension
 * schemas, associated files, and the title shown in the window; and adds highlights. Also counts the
 * pages. It relies
 * on the compiler's own layout of the file and throws when that is not what it expects.
 */
export function finishPdf(
  pdf: Uint8Array,
  { colourProfile, files, highlights = [] }: Conformance,
): { readonly bytes: Uint8Array; readonly pageCount: number } {
  const file = openFile(pdf)
  const catalog = file.object(file.root)
  const changed = new Map<number, string>()
  const [profileId, intentId] = [file.size, file.size + 1]
  const metadataId = numberAfter(catalog, '/Metadata ')
  changed.set(metadataId, metadataObject(file.object(metadataId)))
  changed.set(profileId, profileObject(colourProfile))
  changed.set(
    intentId,
    `<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB) /DestOutputProfile ${profileId} 0 R >>`,
  )
  const names = files.map((_, key) => numberAfter(catalog, `(${fileKey(key)}) `))
  for (const [key, id] of names.entries()) {
    changed.set(id, fileObject(file.object(id), key, files[key]))
  }
  const withIntent = replaceOnce(catalog, '<<', `<< /OutputIntents [${intentId} 0 R]`)
  changed.set(file.root, catalogObject(withIntent, names, files))
  silenceRaisedSigns(file, changed)
  addHighlights(file, changed, highlights)
  return { bytes: appendUpdate(pdf, file, changed), pageCount: file.pageIds.length }
}

function metadataObject(object: string): string {
  const xmp = Buffer.from(streamContent(object), 'latin1').toString('utf8')
  const named = replaceOnce(xmp, 'xmlns:pdf=', `${NAMESPACES} xmlns:pdf=`)
  const declared = replaceOnce(named, '</rdf:Description>', `${DECLARATIONS}</rdf:Description>`)
  const bytes = Buffer.from(declared, 'utf8')
  return stream('/Type /Metadata /Subtype /XML', bytes)
}

const profileObject = (profile: Uint8Array): string =>
  stream('/N 3 /Filter /FlateDecode', deflateSync(profile))

/** The key a file is compiled under: its real name is written afterwards, whatever it holds. */
export const fileKey = (index: number): string => `file-${String(index).padStart(3, '0')}`

function fileObject(object: string, key: number, file: EmbeddedFile | undefined): string {
  if (file === undefined) throw new Error('An embedded file was not announced')
  const relationship = file.relationship === 'source' ? '/Source' : '/Supplement'
  const named = replaceOnce(object, `/UF (${fileKey(key)})`, `/UF ${textString(file.name)}`)
  const plain = replaceOnce(named, `/F (${fileKey(key)})`, `/F ${textString(file.name)}`)
  return replaceOnce(plain, '<<', `<< /AFRelationship ${relationship}`)
}

function catalogObject(
  catalog: string,
  ids: readonly number[],
  files: readonly EmbeddedFile[],
): string {
  const titled = replaceOnce(
    catalog,
    '/ViewerPreferences <<',
    '/ViewerPreferences << /DisplayDocTitle true',
  )
  if (ids.length === 0) return titled
  const entries = ids
    .map((id, i) => ({ key: textString(files[i]?.name ?? ''), id }))
    .toSorted((a, b) => Number(a.key > b.key) - Number(a.key < b.key))
  const tree = entries.map(({ key, id }) => `${key} ${id} 0 R`).join(' ')
  const renamed = titled.replace(NAME_TREE, () => `/EmbeddedFiles << /Names [${tree}] >>`)
  if (renamed === titled) throw new Error('Unexpected PDF layout: no embedded files')
  const associated = ids.map((id) => `${id} 0 R`).join(' ')
  return replaceOnce(renamed, '<<', `<< /AF [${associated}]`)
}

const NAME_TREE = /\/EmbeddedFiles\s*<<\s*\/Names\s*\[[^\]]*\]\s*>>/u

const NAMESPACES = [
  'xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"',
  'xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"',
  'xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"',
  'xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"',
  'xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"',
].join(' ')

interface XmpProperty {
  readonly name: string
  readonly category: 'internal' | 'external'
  readonly description: string
  readonly type: 'Integer' | 'Text'
}

const propertyEntry = ({ name, category, description, type }: XmpProperty): string =>
  `<rdf:li rdf:parseType="Resource"><pdfaProperty:category>${category}</pdfaProperty:category>` +
  `<pdfaProperty:description>${description}</pdfaProperty:description>` +
  `<pdfaProperty:name>${name}</pdfaProperty:name>` +
  `<pdfaProperty:valueType>${type}</pdfaProperty:valueType></rdf:li>`

const schemaEntry = (
  title: string,
  uri: string,
  prefix: string,
  properties: readonly XmpProperty[],
): string =>
  `<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>${title}</pdfaSchema:schema>` +
  `<pdfaSchema:namespaceURI>${uri}</pdfaSchema:namespaceURI>` +
  `<pdfaSchema:prefix>${prefix}</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>` +
  `${properties.map((p) => propertyEntry(p)).join('')}</rdf:Seq></pdfaSchema:property></rdf:li>`

/** Every XMP property that PDF/A does not predefine is described here (ISO 19005-3, 6.6.2.3). */
const DECLARATIONS =
  '<pdfaExtension:schemas><rdf:Bag>' +
  schemaEntry('PDF/UA identification schema', 'http://www.aiim.org/pdfua/ns/id/', 'pdfuaid', [
    {
      name: 'part',
      category: 'internal',
      description: 'PDF/UA version identifier',
      type: 'Integer',
    },
  ]) +
  schemaEntry('XMP Media Management schema', 'http://ns.adobe.com/xap/1.0/mm/', 'xmpMM', [
    {
      name: 'InstanceID',
      category: 'internal',
      description: 'UUID based identifier for specific incarnation of a document',
      type: 'Text',
    },
  ]) +
  schemaEntry('Adobe PDF schema', 'http://ns.adobe.com/pdf/1.3/', 'pdf', [
    {
      name: 'PDFVersion',
      category: 'internal',
      description: 'Version of the PDF specification to which the document conforms',
      type: 'Text',
    },
    {
      name: 'Keywords',
      category: 'external',
      description: 'Keywords associated with the document',
      type: 'Text',
    },
  ]) +
  '</rdf:Bag></pdfaExtension:schemas><pdfuaid:part>1</pdfuaid:part>' +
  '<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>'
