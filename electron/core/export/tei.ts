import { piecesFromParagraph } from './cut-marks.ts'
import { MOTIVATIONS } from '../annotations/web-annotation.ts'
import type { ExportedText } from './exported-text.ts'
import { escapeMarkup } from './markup-text.ts'
import type { PageModel, PageParagraph } from './page-model.ts'

/**
 * The text as TEI P5: description and provenance in the header, paragraphs with their language,
 * the ends of every passage as `anchor`, and the annotations in `standOff`, each pointing at
 * `#range(start,end)` (TEI XPointer schemes). One without a passage quotes it in a note.
 */
export function teiFromText(
  { page, annotations }: ExportedText,
  clean: (text: string) => string,
): string {
  const esc = (text: string): string => escapeMarkup(clean(text))
  const body = page.paragraphs.map((paragraph, i) => paragraphOf(paragraph, i, esc)).join('\n')
  const notes = annotations.map((annotation) => annotationOf(annotation, page, esc)).join('\n')
  const standOff =
    notes === '' ? '' : `<standOff>\n<listAnnotation>\n${notes}\n</listAnnotation>\n</standOff>\n`
  return `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0"${languageOf(page.language)}>
${headerOf(page, esc)}
${standOff}<text>
<body>
<head>${esc(page.title)}</head>
${body}
</body>
</text>
</TEI>
`
}

type Escape = (text: string) => string

const languageOf = (language: string): string =>
  language === 'und' ? '' : ` xml:lang="${language}"`

function headerOf(page: PageModel, esc: Escape): string {
  const { provenance: from, issuer, publisher } = page
  const dates = page.dates.map(
    (date) => `<date type="${date.role}" when="${date.value}"${cert(date)}>${date.value}</date>`,
  )
  const optional = (value: string | null, make: (text: string) => string): string =>
    value === null ? '' : make(esc(value))
  return `<teiHeader>
<fileDesc>
<titleStmt><title>${esc(page.title)}</title>${issuer === null ? '' : `<author${cert(issuer)}>${esc(issuer.name)}</author>`}</titleStmt>
<publicationStmt><p>Fonds, ${page.exportedAt}</p></publicationStmt>
<sourceDesc><bibl><title>${esc(page.title)}</title>${publisher === null ? '' : `<publisher${cert(publisher)}>${esc(publisher.name)}</publisher>`}${optional(page.place, (place) => `<pubPlace>${place}</pubPlace>`)}${dates.join('')}${optional(page.referenceCode, (code) => `<idno type="reference">${code}</idno>`)}<idno type="file-name">${esc(from.fileName)}</idno><idno type="SHA-256">${from.fileDigest}</idno>${optional(from.url, (url) => `<ptr target="${url}"/>`)}</bibl></sourceDesc>
</fileDesc>
<encodingDesc><appInfo><application ident="fonds" version="1"><label>Fonds</label></application></appInfo></encodingDesc>
<profileDesc><creation><idno type="communique">${esc(page.communiqueId)}</idno><idno type="text-SHA-256">${page.versionDigest}</idno></creation></profileDesc>
</teiHeader>`
}

function paragraphOf(paragraph: PageParagraph, index: number, esc: Escape): string {
  const words = piecesFromParagraph(paragraph).map((piece) => {
    if (piece.at === 'text') {
      const text = esc(piece.text).replaceAll('\n', '<lb/>')
      if (piece.language === paragraph.language) return text
      return `<foreign${languageOf(piece.language)}>${text}</foreign>`
    }
    const { mark } = piece
    // A passage over several paragraphs starts in the first of them and ends in the last.
    const isEdge = piece.at === 'start' ? mark.isFirst : mark.isLast
    return isEdge ? `<anchor xml:id="${anchorId(mark.annotationId, piece.at)}"/>` : ''
  })
  const kind = paragraph.kind === 'body' ? '' : ` rend="${paragraph.kind}"`
  return `<p xml:id="p${index + 1}" n="${index + 1}"${languageOf(paragraph.language)} style="direction: ${paragraph.direction}"${kind}>${words.join('')}</p>`
}

/** XML names hold no colon and begin with a letter. */
const anchorId = (annotationId: string, end: 'start' | 'end' | 'note'): string =>
  `a-${annotationId.replaceAll(/[^\w-]/gu, (c) => `_${c.codePointAt(0)?.toString(16)}_`)}-${end}`

function annotationOf(
  annotation: ExportedText['annotations'][number],
  page: PageModel,
  esc: Escape,
): string {
  const { id, kind, body, bodyLanguage, tags, createdBy, createdAt, modifiedAt, target } =
    annotation
  const isPlaced = page.paragraphs.some(({ marks }) => marks.some((m) => m.annotationId === id))
  const pointer = isPlaced
    ? ` target="#range(${anchorId(id, 'start')},${anchorId(id, 'end')})"`
    : ''
  const notes = [
    ...(isPlaced ? [] : [`<note type="quotation">${esc(target.exact)}</note>`]),
    ...(body === '' ? [] : [`<note type="body"${languageOf(bodyLanguage)}>${esc(body)}</note>`]),
    ...tags.map((tag) => `<note type="tag">${esc(tag)}</note>`),
  ]
  return `<annotation xml:id="${anchorId(id, 'note')}" type="${kind}" motivation="${MOTIVATIONS[kind]}"${pointer}><respStmt><resp>creator</resp><name>${esc(createdBy)}</name></respStmt><revisionDesc><change status="created" when="${createdAt}"/><change status="modified" when="${modifiedAt}"/></revisionDesc>${notes.join('')}</annotation>`
}

const cert = (name: { readonly isConfirmed: boolean }): string =>
  name.isConfirmed ? ' cert="high"' : ' cert="unknown"'
