import type { Reading, Source } from '../reading.ts'
import { refuse } from '../reading.ts'
import { decodeLabelled, labelFromHead } from './labelled-text.ts'
import { readingFromDraft } from './reading-item.ts'
import { walkXml } from './xml-walk.ts'

/**
 * Reads any other XML source as the plain text between its tags, whose lines are still to be
 * read. It must be well-formed; a DTD with a subset and more than 256 levels are refused.
 */
export function readXml(source: Source): Reading {
  const label = labelFromHead(source.bytes, /<\?xml[^>]{0,200}encoding\s*=\s*["']([\w.:-]+)/iu)
  const decoded = decodeLabelled(source.bytes, label)
  if (!decoded.ok) return refuse(source.name, decoded.reason)
  const texts: string[] = []
  const walked = walkXml(decoded.value.text, { text: (text) => texts.push(text) })
  if (!walked.ok) return refuse(source.name, walked.refusal.reason, walked.refusal)
  return readingFromDraft(source, {
    mediaType: 'text/plain',
    reader: 'xml/1',
    encoding: decoded.value.encoding,
    blocks: [{ kind: 'body', text: texts.join('') }],
    warnings: decoded.value.warnings,
  })
}
