import type { Finding, PdfDictionary, PdfObjects, PdfValue } from './pdf-objects.ts'

/** Structure types a reader knows without a role map (ISO 32000-1, 14.8.4). */
const STANDARD_TYPES = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 ' +
    'H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry ' +
    'Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form'
  ).split(' '),
)

interface StructureItem {
  readonly type: string
  readonly element: PdfDictionary
}

/** Checks the structure tree: known types, heading order, alternatives, and links (UA 7.1 to 7.18). */
export function auditStructure(pdf: PdfObjects): readonly Finding[] {
  const root = pdf.dictionary(pdf.catalog['/StructTreeRoot'])
  const roles = pdf.dictionary(root['/RoleMap'])
  const items = itemsUnder(pdf, roles, root['/K'])
  return [
    ...items.flatMap((item) => auditItem(item)),
    ...auditHeadings(items.map((item) => item.type)),
    ...auditTagged(pdf, items, 'Link', 'UA 7.18.5'),
    ...auditTagged(pdf, items, 'Annot', 'UA 7.18.1'),
  ]
}

function itemsUnder(
  pdf: PdfObjects,
  roles: PdfDictionary,
  kids: PdfValue | undefined,
): readonly StructureItem[] {
  const resolved = pdf.resolve(kids)
  if (Array.isArray(resolved)) return resolved.flatMap((kid) => itemsUnder(pdf, roles, kid))
  const element = pdf.dictionary(resolved)
  if (typeof element['/S'] !== 'string') return []
  const type = standardType(element['/S'].slice(1), roles)
  return [{ type, element }, ...itemsUnder(pdf, roles, element['/K'])]
}

function standardType(type: string, roles: PdfDictionary): string {
  const role = roles[`/${type}`]
  return STANDARD_TYPES.has(type) || typeof role !== 'string' ? type : role.slice(1)
}

function auditItem({ type, element }: StructureItem): readonly Finding[] {
  const findings: Finding[] = []
  if (!STANDARD_TYPES.has(type)) findings.push({ rule: 'UA 7.1', detail: `unknown type ${type}` })
  const needsWords = type === 'Figure' || type === 'Formula'
  if (needsWords && !('/Alt' in element || '/ActualText' in element)) {
    findings.push({ rule: 'UA 7.3', detail: `${type} without alternative` })
  }
  if (type === 'Note' && !('/ID' in element)) {
    findings.push({ rule: 'UA 7.9', detail: 'Note without ID' })
  }
  return findings
}

function auditHeadings(types: readonly string[]): readonly Finding[] {
  const levels = types.filter((type) => /^H[1-6]$/u.test(type)).map((type) => Number(type[1]))
  return levels.flatMap((level, i) => {
    const before = levels[i - 1] ?? 0
    return level > before + 1 ? [{ rule: 'UA 7.4.2', detail: `H${level} after H${before}` }] : []
  })
}

/** Every link is the content of a Link element, every other annotation of an Annot element. */
function auditTagged(
  pdf: PdfObjects,
  items: readonly StructureItem[],
  type: 'Link' | 'Annot',
  rule: string,
): readonly Finding[] {
  const tagged = new Set(
    items
      .filter((item) => item.type === type)
      .flatMap(({ element }) => objectReferences(pdf, element['/K'])),
  )
  return pdf.pages
    .flatMap((page) => pdf.array(page['/Annots']))
    .filter((reference) => {
      const kind = pdf.dictionary(reference)['/Subtype']
      return type === 'Link' ? kind === '/Link' : kind !== '/Link' && kind !== '/Popup'
    })
    .filter((reference) => !tagged.has(reference))
    .map(() => ({ rule, detail: `annotation outside ${type} elements` }))
}

function objectReferences(pdf: PdfObjects, kids: PdfValue | undefined): readonly PdfValue[] {
  const resolved = pdf.resolve(kids)
  if (Array.isArray(resolved)) return resolved.flatMap((kid) => objectReferences(pdf, kid))
  const entry = pdf.dictionary(resolved)
  return entry['/Type'] === '/OBJR' && entry['/Obj'] !== undefined ? [entry['/Obj']] : []
}
