import WordExtractor from 'word-extractor'
import type { Reading, ReadingBlock, Source } from '../reading.ts'
import { refuse } from '../reading.ts'
import { isCutShort } from './compound-file.ts'
import { readingFromDraft } from './reading-item.ts'

/**
 * Reads a Word 97 document (MS-DOC), best effort: its paragraphs, then its notes. Headings and
 * lists are not told apart. May not return on a damaged file: to be run where it can be killed.
 */
export async function readDoc(source: Source): Promise<Reading> {
  if (isCutShort(source.bytes)) return refuse(source.name, 'damaged')
  try {
    const bytes = Buffer.from(source.bytes)
    const word = await new WordExtractor().extract(bytes)
    const text = [word.getBody(), word.getFootnotes(), word.getEndnotes()].join('\n')
    return readingFromDraft(source, {
      mediaType: 'application/msword',
      reader: 'doc/1',
      blocks: blocksFromBody(text),
    })
  } catch (error) {
    const isLocked = error instanceof Error && /encrypt|password/iu.test(error.message)
    return refuse(source.name, isLocked ? 'password-protected' : 'damaged')
  }
}

const blocksFromBody = (text: string): ReadingBlock[] =>
  text.split('\n').map((line) => ({ kind: 'body', text: line.trim() }))
