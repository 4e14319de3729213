import type { AnnotationKind } from '../../shared/model/annotation.ts'
import { aNote } from '../fixtures/export/records.ts'
import type { Sample } from '../fixtures/export/samples.ts'

/** Fifty strings that stand in private annotations only: as words, as tags and as authors. */
export const SECRETS = Array.from({ length: 50 }, (_, i) => `qz${String(i).padStart(2, '0')}vkxw`)
const KINDS: readonly AnnotationKind[] = ['comment', 'commitment', 'quotation', 'question']
/** Words of a note that may leave. */
export const OPEN_WORDS = 'jmhrtx'

/** A sample with half of the private strings, some in notes that are all private, and one open note. */
export function withSecrets({ record, notes }: Sample, secrets: readonly string[]): Sample {
  const words = record.version.text.match(/\p{L}{5,}/gu) ?? []
  const hidden = Array.from({ length: Math.ceil(secrets.length / 3) }, (_, i) => {
    const [body = '', tag = '', by = 'Officier'] = secrets.slice(3 * i, 3 * i + 3)
    return aNote(record, {
      on: words[i * 2] ?? '',
      body: `${body} À relire.`,
      tags: tag === '' ? [] : [tag],
      by,
      kind: KINDS[i % KINDS.length] ?? 'comment',
      visibility: 'private',
    })
  })
  const open = aNote(record, { on: words[1] ?? '', body: OPEN_WORDS, tags: ['suivi'] })
  return { record, notes: [...notes, ...hidden, open] }
}

/** As text may be written in a file: UTF-8, UTF-16 either way, and UTF-16 in hexadecimal digits. */
export function holds(bytes: Buffer, words: string): boolean {
  const utf16 = Buffer.from(words, 'utf16le')
  const swapped = Buffer.from(utf16).swap16()
  const hex = swapped.toString('hex')
  return [Buffer.from(words), utf16, swapped, hex, hex.toUpperCase()].some((one) =>
    bytes.includes(one),
  )
}
