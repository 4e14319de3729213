import { numberAfter, replaceOnce, stream, textString, type PdfFile } from './pdf-file.ts'
import type { PdfBox } from './pdf-painted.ts'

/** One highlight on one page, as a PDF reader shows and lists it. */
export interface PdfHighlight {
  readonly id: string
  /** From 0. */
  readonly page: number
  /** One for each line or stretch of a line. */
  readonly boxes: readonly PdfBox[]
  /** 0xRRGGBB. */
  readonly colour: number
  readonly author: string
  readonly createdAt: string
  /** What is said about the passage. */
  readonly contents: string
  /** Kind and tags. */
  readonly subject: string
  /** BCP 47 tag of the contents. */
  readonly language: string
}

/**
 * Adds highlights as annotations of the PDF format (ISO 32000-1, 12.5.6.10), each with its own
 * appearance, printed, and named in the structure after the text (PDF/A-3, 6.3; PDF/UA-1, 7.18).
 * The page must not paint them itself. They have no pop-up of their own: readers make one.
 */
export function addHighlights(
  file: PdfFile,
  changed: Map<number, string>,
  highlights: readonly PdfHighlight[],
): void {
  if (highlights.length === 0) return
  const current = (id: number): string => changed.get(id) ?? file.object(id)
  const rootId = numberAfter(current(file.root), '/StructTreeRoot ')
  const documentId = numberAfter(current(rootId), '/K [')
  const firstKey = numberAfter(current(rootId), '/ParentTreeNextKey ')
  let nextId = Math.max(file.size, ...[...changed.keys()].map((id) => id + 1))
  const added = highlights.map((highlight, i) => {
    const pageId = file.pageIds[highlight.page]
    if (pageId === undefined) throw new Error('A highlight on a page that is not there')
    const [appearanceId, id, elementId] = [nextId, nextId + 1, nextId + 2]
    nextId += 3
    const key = firstKey + i
    changed.set(appearanceId, appearanceObject(highlight))
    changed.set(id, annotationObject(highlight, { pageId, appearanceId, key }))
    changed.set(elementId, elementObject(highlight, { documentId, pageId, id }))
    return { pageId, id, elementId, key }
  })
  for (const pageId of new Set(added.map((one) => one.pageId))) {
    const own = added.filter((one) => one.pageId === pageId).map(({ id }) => `${id} 0 R`)
    changed.set(pageId, withAnnotations(current(pageId), own.join(' ')))
  }
  const elements = added.map(({ elementId }) => `${elementId} 0 R`).join(' ')
  changed.set(documentId, insertedAtEnd(current(documentId), '/K [', elements))
  const parents = added.map(({ key, elementId }) => `${key} ${elementId} 0 R`).join(' ')
  const keyed = replaceOnce(
    current(rootId),
    `/ParentTreeNextKey ${firstKey}`,
    `/ParentTreeNextKey ${firstKey + added.length}`,
  )
  changed.set(rootId, insertedAtEnd(keyed, '/Nums [', parents))
}

/** Multiplied with what is under it, so that the words stay as black as they are. */
function appearanceObject({ boxes, colour }: PdfHighlight): string {
  const painted = boxes.map(([left, bottom, right, top]) =>
    [left, bottom, right - left, top - bottom].map(inPoints).join(' '),
  )
  const content = `/G gs ${rgb(colour)} rg\n${painted.map((one) => `${one} re\n`).join('')}f`
  const group = '/Group << /S /Transparency /CS /DeviceRGB >>'
  const resources = '/Resources << /ExtGState << /G << /BM /Multiply >> >> >>'
  const entries = `/Type /XObject /Subtype /Form /BBox [${around(boxes)}] ${group} ${resources}`
  return stream(entries, Buffer.from(content, 'latin1'))
}

const PRINTED = 4

function annotationObject(
  { id, boxes, colour, author, createdAt, contents, subject }: PdfHighlight,
  at: { readonly pageId: number; readonly appearanceId: number; readonly key: number },
): string {
  // Upper left, upper right, lower left, lower right: the order that readers expect.
  const quads = boxes.map(([left, bottom, right, top]) =>
    [left, top, right, top, left, bottom, right, bottom].map(inPoints).join(' '),
  )
  const date = `(D:${createdAt.replaceAll(/\D/gu, '').slice(0, 14)}Z)`
  return [
    '<< /Type /Annot /Subtype /Highlight',
    `/Rect [${around(boxes)}] /QuadPoints [${quads.join(' ')}]`,
    `/C [${rgb(colour)}] /F ${PRINTED} /P ${at.pageId} 0 R`,
    `/T ${printable(author)} /Contents ${printable(contents)} /Subj ${printable(subject)}`,
    `/NM ${printable(id)} /CreationDate ${date} /M ${date}`,
    `/AP << /N ${at.appearanceId} 0 R >> /StructParent ${at.key} >>`,
  ].join('\n')
}

function elementObject(
  { language }: PdfHighlight,
  at: { readonly documentId: number; readonly pageId: number; readonly id: number },
): string {
  const reference = `<< /Type /OBJR /Obj ${at.id} 0 R /Pg ${at.pageId} 0 R >>`
  return `<< /Type /StructElem /S /Annot /P ${at.documentId} 0 R /Pg ${at.pageId} 0 R /Lang (${language}) /K ${reference} >>`
}

function withAnnotations(page: string, own: string): string {
  if (page.includes('/Annots [')) return insertedAtEnd(page, '/Annots [', own)
  const listed = replaceOnce(page, '<<', `<< /Annots [${own}]`)
  return listed.includes('/Tabs') ? listed : replaceOnce(listed, '<<', '<< /Tabs /S')
}

function insertedAtEnd(object: string, array: string, inserted: string): string {
  const at = object.indexOf(array)
  const end = object.indexOf(']', at)
  if (at === -1 || end === -1) throw new Error(`Unexpected PDF layout: no ${array}`)
  return `${object.slice(0, end)} ${inserted}${object.slice(end)}`
}

/** Whatever an officer wrote, without what no reader could show. */
const printable = (text: string): string =>
  textString(text.toWellFormed().replaceAll(/[^\P{Cc}\n\t]/gu, '\u{fffd}'))

const inPoints = (value: number): string => String(Math.round(value * 100) / 100)

const rgb = (colour: number): string =>
  [colour >> 16, (colour >> 8) & 255, colour & 255].map((part) => (part / 255).toFixed(3)).join(' ')

function around(boxes: readonly PdfBox[]): string {
  const edge = (i: 0 | 1 | 2 | 3): number[] => boxes.map((box) => box[i])
  const corners = [
    Math.min(...edge(0)),
    Math.min(...edge(1)),
    Math.max(...edge(2)),
    Math.max(...edge(3)),
  ]
  return corners.map(inPoints).join(' ')
}
