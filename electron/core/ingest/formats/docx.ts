import mammoth from 'mammoth'
import { z } from 'zod'
import type { Reading, ReadingBlock, ReadingWarning, Source, Structured } from '../reading.ts'
import { refuse } from '../reading.ts'
import { readingFromDraft, statedValue } from './reading-item.ts'
import { openingHeading, titleFromProperty } from './stated-title.ts'
import { walkXml } from './xml-walk.ts'
import { readZipParts } from './zip-parts.ts'

/**
 * Reads a Word document (Office Open XML) as paragraphs, headings and list items: the text as it
 * stands after its tracked changes, with foot- and endnotes at the end; no field code, comment,
 * header or footer. Every XML part is opened under the limits of the container and without a DTD
 * before the Word parser sees it; nothing the document points to is fetched.
 */
export async function readDocx(source: Source): Promise<Reading> {
  const opened = await readZipParts(source.bytes, (name) => /\.(?:xml|rels)$/iu.test(name))
  if (!opened.ok) return refuse(source.name, opened.refusal.reason, opened.refusal)
  const warnings = new Set<ReadingWarning['kind']>()
  for (const [part, bytes] of opened.value.parts) {
    const xml = new TextDecoder().decode(bytes)
    if (/<!(?:DOCTYPE|ENTITY)/u.test(xml)) return refuse(source.name, 'damaged', { part })
    const checked = walkXml(xml, {})
    if (!checked.ok && part === 'word/document.xml') {
      return refuse(source.name, checked.refusal.reason, { ...checked.refusal, part })
    }
    if (hasExternalTarget(part, xml)) warnings.add('external-reference-dropped')
  }
  const blocks = await blocksFromWord(opened.value.parts)
  if (blocks == null) return refuse(source.name, 'damaged', { part: 'word/document.xml' })
  const core = opened.value.parts.get('docProps/core.xml')
  return readingFromDraft(source, {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    reader: 'docx/1',
    title: blocks.find(({ isTitle }) => isTitle)?.text ?? openingHeading(blocks),
    blocks: blocks.map(({ kind, text }) => ({ kind, text })),
    structured: core == null ? {} : structuredFromCore(new TextDecoder().decode(core), blocks),
    warnings: [...warnings],
  })
}

type WordBlock = ReadingBlock & { readonly isTitle: boolean }

// A link in the text is external too, but it is only followed by a reader who chooses to.
const hasExternalTarget = (part: string, xml: string): boolean =>
  part.endsWith('.rels') &&
  [...xml.matchAll(/<Relationship\b[^>]*>/gu)].some(
    ([tag]) => /TargetMode\s*=\s*["']External/u.test(tag) && !/\/hyperlink["']/u.test(tag),
  )

const wordPartSchema = z.looseObject({
  type: z.string(),
  children: z.array(z.unknown()).optional(),
  value: z.unknown().optional(),
  styleName: z.string().nullish(),
  numbering: z.unknown().optional(),
  breakType: z.string().optional(),
  notes: z.unknown().optional(),
})
type WordPart = z.infer<typeof wordPartSchema>

async function blocksFromWord(
  parts: ReadonlyMap<string, Uint8Array>,
): Promise<readonly WordBlock[] | null> {
  let blocks: readonly WordBlock[] | null = null
  // The tree is taken before the parser would write markup from it, and an empty one given back.
  const transformDocument = (tree: unknown): unknown => {
    blocks = blocksFromTree(tree)
    return { ...wordPartSchema.parse(tree), children: [] }
  }
  try {
    await mammoth.convertToHtml(wordInputFromParts(parts), {
      transformDocument,
      externalFileAccess: false,
      includeEmbeddedStyleMap: false,
    })
  } catch {
    return blocks
  }
  return blocks
}

/**
 * The parts that were opened and checked, as the Word parser asks for them: it unzips nothing
 * itself and sees no other part. Its types know only a path, which is read when not empty.
 */
function wordInputFromParts(parts: ReadonlyMap<string, Uint8Array>): { readonly path: '' } {
  const file = {
    exists: (name: string) => parts.has(name),
    read: async (name: string, encoding?: string) => {
      const bytes = parts.get(name)
      if (bytes === undefined) throw new Error(`the part ${name} is not in the document`)
      return encoding === undefined ? bytes : new TextDecoder(encoding).decode(bytes)
    },
  }
  const input = { path: '', file } as const
  return input
}

// Where the Word parser keeps its foot- and endnotes.
const NOTES = '_notes'

function blocksFromTree(tree: unknown): readonly WordBlock[] {
  const root = wordPartSchema.parse(tree)
  const blocks: WordBlock[] = []
  collectParagraphs(root, blocks)
  const notes = z.looseObject({ [NOTES]: z.record(z.string(), z.unknown()) }).safeParse(root.notes)
  const noteParts = notes.success ? Object.values(notes.data[NOTES]) : []
  for (const note of noteParts) {
    const body = z.looseObject({ body: z.array(z.unknown()) }).safeParse(note)
    if (body.success) collectParagraphs({ type: 'note', children: body.data.body }, blocks)
  }
  return blocks
}

function collectParagraphs(part: WordPart, blocks: WordBlock[]): void {
  for (const value of part.children ?? []) {
    const child = wordPartSchema.safeParse(value)
    if (!child.success) continue
    if (child.data.type === 'paragraph') blocks.push(blockFromParagraph(child.data))
    else collectParagraphs(child.data, blocks)
  }
}

function blockFromParagraph(paragraph: WordPart): WordBlock {
  const style = paragraph.styleName ?? ''
  const isTitle = /^(?:title|titre)$/iu.test(style)
  const isHeading = isTitle || /^(?:heading|titre|subtitle|sous-titre)(?:\s|\d|$)/iu.test(style)
  const isListItem = paragraph.numbering != null
  const kind = isHeading ? 'heading' : isListItem ? 'list-item' : 'body'
  return { kind, isTitle, text: textOfPart(paragraph).trim() }
}

function textOfPart(part: WordPart): string {
  if (part.type === 'text') return typeof part.value === 'string' ? part.value : ''
  if (part.type === 'tab') return '\t'
  if (part.type === 'break') return part.breakType === 'line' ? '\n' : ' '
  return (part.children ?? [])
    .map((child) => wordPartSchema.safeParse(child))
    .map((child) => (child.success ? textOfPart(child.data) : ''))
    .join('')
}

function structuredFromCore(xml: string, blocks: readonly ReadingBlock[]): Structured {
  const values = new Map<string, string>()
  let current = ''
  walkXml(xml, {
    open: (name) => {
      current = name
    },
    close: () => {
      current = ''
    },
    text: (text) => values.set(current, (values.get(current) ?? '') + text),
  })
  const modified = values.get('dcterms:modified')
  return {
    title: titleFromProperty(values.get('dc:title'), blocks, 'docx-title'),
    author: statedValue(values.get('dc:creator'), 'docx-creator'),
    modified: statedValue(modified?.slice(0, 10), 'docx-modified', modified),
  }
}
