import { decodeText } from '../decode.ts'
import type { Reading, ReadingBlock, Source } from '../reading.ts'
import { refuse } from '../reading.ts'
import { readWrapper } from '../text/wrapper.ts'
import { readingFromDraft } from './reading-item.ts'
import { COMMON_FIELDS, fieldValue, structuredFromRecord } from './record-fields.ts'
import type { FieldNames, FieldReader } from './record-fields.ts'
import { blocksFromText } from './text-blocks.ts'

/**
 * Reads a Markdown text (CommonMark's common part) with or without YAML front matter: headings,
 * list items and paragraphs without their marks; links and images are left as their words; tags
 * are left out with the scripts between them.
 */
export function readMarkdown(source: Source, fields: FieldNames = COMMON_FIELDS): Reading {
  const decoded = decodeText(source.bytes)
  if (!decoded.ok) return refuse(source.name, decoded.reason)
  const { encoding, warnings } = decoded.value
  const text = decoded.value.text.replace(/\r\n?/gu, '\n')
  const matter = readWrapper(text)
  const read: FieldReader = (name) =>
    matter?.fields.find((field) => field.name === name)?.value ?? null
  return readingFromDraft(source, {
    mediaType: 'text/markdown',
    reader: 'markdown/1',
    encoding,
    title: fieldValue(read, fields.title),
    blocks: blocksFromMarkdown(text.slice(matter?.bodyStart ?? 0)),
    structured: structuredFromRecord(read, fields, 'markdown'),
    warnings,
  })
}

const HEADING = /^ {0,3}#{1,6}[ \t]+(.*?)[ \t]*#*$/u
const ITEM = /^\s{0,12}(?:[-*+]|\d{1,3}[.)])[ \t]+(.*)$/u
const RULE = /^\s*(?:[-*_=][ \t]*){3,}$/u

function blocksFromMarkdown(markdown: string): ReadingBlock[] {
  return withoutTags(markdown)
    .split(/\n[ \t]*\n/u)
    .flatMap((group) => openBlocks(group.split('\n')))
    .flatMap(({ kind, lines }) => {
      const text = plainFromMarkdown(
        lines.map((line) => line.trim().replace(/\\$/u, '')).join('\n'),
      )
      return blocksFromText(text).map((block) => ({ kind, text: block.text }))
    })
}

type OpenBlock = { readonly kind: ReadingBlock['kind']; readonly lines: string[] }

/** The blocks of lines that no blank line parts: a mark opens one, a heading is one line. */
function openBlocks(lines: readonly string[]): readonly OpenBlock[] {
  const blocks: OpenBlock[] = []
  for (const raw of lines) {
    const line = raw.replace(/^\s{0,3}>[ \t]?/u, '')
    if (RULE.test(line)) continue
    const block = blocks.at(-1)
    const marked = markedBlock(line)
    if (marked != null) blocks.push(marked)
    else if (block == null || block.kind === 'heading') blocks.push({ kind: 'body', lines: [line] })
    else block.lines.push(line)
  }
  return blocks
}

function markedBlock(line: string): OpenBlock | null {
  const heading = HEADING.exec(line)?.[1]
  if (heading != null) return { kind: 'heading', lines: [heading] }
  const item = ITEM.exec(line)?.[1]
  return item == null ? null : { kind: 'list-item', lines: [item] }
}

const withoutTags = (markdown: string): string =>
  markdown
    .replace(/<!--[\s\S]*?-->/gu, '')
    .replace(/<(script|style|iframe|object|svg|math|form)\b[\s\S]*?(?:<\/\1\s*>|$)/giu, '')
    .replace(/<br\s*\/?>/giu, '\n')
    .replace(/<\/?[a-z][^<>]*>/giu, '')

const plainFromMarkdown = (text: string): string =>
  text
    .replace(/!\[[^[\]]*\]\([^()]*\)/gu, '')
    .replace(/\[([^[\]]*)\]\([^()\s]*(?:\s+"[^"]{0,500}")?\)/gu, '$1')
    .replace(/(\*\*|__)(?=\S)([\s\S]{0,500}?\S)\1/gu, '$2')
    .replace(/(?<![\p{L}\p{N}*])[*_](?=\S)([^*_\n]{0,500}?\S)[*_](?![\p{L}\p{N}*])/gu, '$1')
    .replace(/(?<!`)`([^`\n]{1,500})`/gu, '$1')
    .replace(/\\([\\`*_{}[\]()#+\-.!>~|])/gu, '$1')
    .replace(/&nbsp;/gu, '\u00A0')
    .replace(/&amp;/gu, '&')
    .trim()
