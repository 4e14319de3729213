import type { Reading, ReadingBlock, Source } from '../reading.ts'
import { partName, withinContainer } from './container.ts'
import type { ReadPart } from './container.ts'
import { readForwarded } from './forwarded-mail.ts'
import { blocksFromHtml } from './html.ts'
import { joinReadings, readingFromDraft, statedValue } from './reading-item.ts'
import { statedDay } from './stated-day.ts'
import { blocksFromText } from './text-blocks.ts'

/** A mail message, whatever file it came in. */
export type Message = {
  readonly subject: string | null
  readonly from: string | null
  readonly to: string | null
  /** The date as the message states it. */
  readonly date: string | null
  readonly text: string | null
  readonly html: string | null
  readonly attachments: readonly Attachment[]
}

/** A file in a message; `isShown` for pictures that belong to the layout of the text. */
export type Attachment = {
  readonly name: string | null
  readonly bytes: Uint8Array
  readonly isShown: boolean
}

/**
 * The reading of a message: its text as one item, dated by its head, or by the head of the
 * message it forwards, unless it is a mere cover note; and each attachment that is a document, read from its own bytes under a
 * name without path. Pictures of the layout are left out; other attachments are refused by name.
 */
export async function readingFromMessage(
  source: Source,
  message: Message,
  format: { readonly reader: string; readonly mediaType: string },
  readPart: ReadPart,
): Promise<Reading> {
  const attached: Reading[] = []
  for (const [index, attachment] of message.attachments.entries()) {
    if (attachment.isShown) continue
    const part = {
      name: partName(attachment.name, `${index + 1}`),
      bytes: attachment.bytes,
    }
    attached.push(withinContainer(source.name, part, await readPart(part)))
  }
  const own = readingFromText(source, message, format)
  const isCover = attached.some(({ items }) => items.length > 0) && isShort(own)
  return joinReadings(isCover ? attached : [own, ...attached])
}

const COVER_LIMIT = 300

/** Whether a message only presents what it carries. */
const isShort = ({ items }: Reading): boolean =>
  lengthOf(items.flatMap(({ blocks }) => blocks)) <= COVER_LIMIT

const lengthOf = (blocks: readonly ReadingBlock[]): number =>
  blocks.reduce((length, { text }) => length + text.length, 0)

function readingFromText(
  source: Source,
  message: Message,
  format: { readonly reader: string; readonly mediaType: string },
): Reading {
  const blocks = blocksFromMessage(message)
  const plain = message.text ?? blocks.map(({ text }) => text).join('\n\n')
  const forwarded = readForwarded(plain)
  const subject = forwarded?.subject ?? message.subject
  const rule = format.reader.split('/')[0] ?? ''
  return readingFromDraft(source, {
    ...format,
    title: subject == null ? null : withoutPrefix(subject),
    blocks: forwarded == null ? blocks : blocksFromText(forwarded.body),
    structured: {
      published:
        statedDay(forwarded?.date, `${rule}-forwarded-date`) ??
        statedDay(message.date, `${rule}-date`),
      from: statedValue(forwarded?.from ?? message.from, `${rule}-from`),
      to: statedValue(message.to, `${rule}-to`),
      subject: statedValue(subject, `${rule}-subject`),
    },
  })
}

const PREFIXES = /^\s*(?:(?:re|ré|tr|fw|fwd|رد|إعادة توجيه)\s*:\s*)+/iu
const LABEL = /^\s*(?:cp|communiqué(?: de presse)?|press release|بلاغ(?: صحفي)?)\s*:\s*/iu

const withoutPrefix = (subject: string): string => subject.replace(PREFIXES, '').replace(LABEL, '')

const SHORT_OF_TEXT = 0.6

function blocksFromMessage({ text, html }: Message): readonly ReadingBlock[] {
  const plain = text == null ? [] : blocksFromText(text)
  const rich = html == null ? [] : (blocksFromHtml(html) ?? [])
  // Markup knows its paragraphs and lists; a plain text is broken at the width of a window.
  return lengthOf(rich) > lengthOf(plain) * SHORT_OF_TEXT ? rich : plain
}
