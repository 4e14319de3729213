import type { Reading, ReadingBlock, Source, Step, Structured } from '../reading.ts'
import { refuse } from '../reading.ts'
import { readingFromDraft, statedValue } from './reading-item.ts'
import { openingHeading, titleFromProperty } from './stated-title.ts'
import { walkXml } from './xml-walk.ts'
import { readZipParts } from './zip-parts.ts'

const PARTS: ReadonlySet<string> = new Set(['content.xml', 'meta.xml', 'META-INF/manifest.xml'])

/**
 * Reads an OpenDocument text as paragraphs, headings and list items: no comment, deleted text,
 * image description, header or footer. Footnotes follow the paragraph that calls them. Only
 * three parts of the container are opened; a DTD is refused.
 */
export async function readOdt(source: Source): Promise<Reading> {
  const opened = await readZipParts(source.bytes, (name) => PARTS.has(name))
  if (!opened.ok) return refuse(source.name, opened.refusal.reason, opened.refusal)
  const xmlOf = (part: string): string => new TextDecoder().decode(opened.value.parts.get(part))
  if (xmlOf('META-INF/manifest.xml').includes('encryption-data')) {
    return refuse(source.name, 'password-protected')
  }
  const content = xmlOf('content.xml')
  if (content === '') return refuse(source.name, 'damaged', { part: 'content.xml' })
  const blocks = blocksFromContent(content)
  if (!blocks.ok) {
    return refuse(source.name, blocks.refusal.reason, { ...blocks.refusal, part: 'content.xml' })
  }
  return readingFromDraft(source, {
    mediaType: 'application/vnd.oasis.opendocument.text',
    reader: 'odt/1',
    title: blocks.value.find(({ isTitle }) => isTitle)?.text ?? openingHeading(blocks.value),
    blocks: blocks.value.map(({ kind, text }) => ({ kind, text: text.trim() })),
    structured: structuredFromMeta(xmlOf('meta.xml'), blocks.value),
  })
}

type OdtBlock = { kind: ReadingBlock['kind']; text: string; readonly isTitle: boolean }

const SKIPPED: ReadonlySet<string> = new Set([
  'text:tracked-changes',
  'office:annotation',
  'svg:desc',
  'svg:title',
  'text:note-citation',
])
const ITEM_PARENTS: ReadonlySet<string> = new Set(['text:list-item', 'text:list-header'])

function blocksFromContent(xml: string): Step<readonly OdtBlock[]> {
  const blocks: OdtBlock[] = []
  // A note or a text box holds paragraphs inside a paragraph: hence a stack of open ones.
  const open: OdtBlock[] = []
  let skipping = 0
  let listDepth = 0
  const add = (text: string): void => {
    const block = open.at(-1)
    if (block != null && skipping === 0) block.text += text
  }
  const walked = walkXml(xml, {
    open: (name, attributes) => {
      if (skipping > 0 || SKIPPED.has(name)) skipping += 1
      if (ITEM_PARENTS.has(name)) listDepth += 1
      if (skipping > 0) return
      if (name === 'text:p' || name === 'text:h') {
        const style = attributes['text:style-name'] ?? ''
        const kind = name === 'text:h' ? 'heading' : listDepth > 0 ? 'list-item' : 'body'
        const block: OdtBlock = { kind, text: '', isTitle: style === 'Title' }
        blocks.push(block)
        open.push(block)
      } else add(textOfTag(name, attributes))
    },
    close: (name) => {
      if (ITEM_PARENTS.has(name)) listDepth -= 1
      if (skipping > 0) skipping -= 1
      else if (name === 'text:p' || name === 'text:h') open.pop()
    },
    // White space of the file is layout only: spaces that count have their own element.
    text: (text) => add(text.replace(/[ \t\r\n]+/gu, ' ')),
  })
  if (!walked.ok) return walked
  return { ok: true, value: blocks }
}

const SPACES_LIMIT = 50

function textOfTag(name: string, attributes: Readonly<Record<string, string>>): string {
  if (name === 'text:tab') return '\t'
  if (name === 'text:line-break') return '\n'
  if (name !== 'text:s') return ''
  return ' '.repeat(Math.min(Number(attributes['text:c'] ?? 1) || 1, SPACES_LIMIT))
}

function structuredFromMeta(xml: string, blocks: readonly ReadingBlock[]): Structured {
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
  const modified = values.get('dc:date')
  return {
    title: titleFromProperty(values.get('dc:title'), blocks, 'odt-title'),
    author: statedValue(values.get('meta:initial-creator'), 'odt-creator'),
    modified: statedValue(modified?.slice(0, 10), 'odt-modified', modified),
  }
}
