import { decodeText } from '../decode.ts'
import { refuse, type Reading, type Source } from '../reading.ts'

/** Reads a plain-text file: one item of one block, whose lines are still to be read. */
export function readText({ name, bytes }: Source): Reading {
  const decoded = decodeText(bytes)
  if (!decoded.ok) return refuse(name, decoded.reason)
  const { text, encoding, warnings } = decoded.value
  return {
    items: [
      {
        name,
        mediaType: 'text/plain',
        reader: 'plain-text/1',
        encoding,
        title: null,
        blocks: [{ kind: 'body', text }],
        structured: {},
      },
    ],
    refusals: [],
    warnings: warnings.map((kind) => ({ name, kind })),
  }
}
