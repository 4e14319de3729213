import type { Finding, PdfDictionary, PdfObjects } from './pdf-objects.ts'

const PAINTING = new Set('Tj TJ \' " f F f* S s B B* b b* Do sh'.split(' '))

/** Checks that everything painted is either tagged content or an artifact (UA 7.1). */
export function auditContent(pdf: PdfObjects): readonly Finding[] {
  return pdf.pages.flatMap((page) => {
    const { painted, loose } = countPainting(contentOf(pdf, page))
    if (painted === 0) return [{ rule: 'audit', detail: 'nothing painted: the audit read nothing' }]
    return loose === 0 ? [] : [{ rule: 'UA 7.1', detail: `${loose} of ${painted} untagged` }]
  })
}

function contentOf(pdf: PdfObjects, page: PdfDictionary): string {
  const contents = page['/Contents'] ?? null
  const parts = Array.isArray(pdf.resolve(contents)) ? pdf.array(contents) : [contents]
  return parts.map((part) => pdf.stream(part)?.data.toString('latin1') ?? '').join('\n')
}

/** Strings, dictionaries, names and words of a content stream (ISO 32000-1, 7.8.2). */
const TOKEN =
  /\((?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()])*\))*\)|<<|>>|<[\da-fA-F\s]*>|\[|\]|\/[^\s()<>[\]/]*|[^\s()<>[\]/]+/gu

function countPainting(content: string): { readonly painted: number; readonly loose: number } {
  const open: boolean[] = []
  let [painted, loose] = [0, 0]
  let operands: string[] = []
  for (const [token] of content.matchAll(TOKEN)) {
    if (token === 'BDC' || token === 'BMC') {
      open.push(operands[0] === '/Artifact' || operands.includes('/MCID'))
    } else if (token === 'EMC') open.pop()
    else if (PAINTING.has(token)) {
      painted += 1
      if (!open.includes(true)) loose += 1
    }
    operands = /^[A-Za-z'"*]+\d?$/u.test(token) ? [] : [...operands.slice(-24), token]
  }
  return { painted, loose }
}
