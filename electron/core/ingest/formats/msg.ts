import MsgReaderModule from '@kenjiuno/msgreader'
import iconv from 'iconv-lite'
import type { Reading, Source } from '../reading.ts'
import { refuse } from '../reading.ts'
import type { ReadPart } from './container.ts'
import type { Attachment, Message } from './message.ts'
import { readingFromMessage } from './message.ts'
import { isCutShort } from './compound-file.ts'

/**
 * Reads an Outlook message (MS-OXMSG): its text and each attached document. Messages written
 * before Unicode are read with the code page they name. A file cut short is refused, as what is
 * left of it would pass for the whole.
 */
export async function readMsg(source: Source, readPart: ReadPart): Promise<Reading> {
  const message = isCutShort(source.bytes) ? null : messageFromBytes(source.bytes)
  if (message == null) return refuse(source.name, 'damaged')
  const format = { reader: 'msg/1', mediaType: 'application/vnd.ms-outlook' }
  return readingFromMessage(source, message, format, readPart)
}

// The package is CommonJS: Node gives its exports as one object, a bundler the class itself.
const MsgReader = typeof MsgReaderModule === 'function' ? MsgReaderModule : MsgReaderModule.default

function messageFromBytes(bytes: Uint8Array): Message | null {
  try {
    const plain = openMessage(bytes)
    const fields = plain.getFileData()
    if (fields.error != null) return null
    const codePage = `cp${fields.messageCodepage ?? fields.internetCodepage ?? 1252}`
    const reader = iconv.encodingExists(codePage) ? openMessage(bytes, codePage) : plain
    return messageFromReader(reader)
  } catch {
    return null
  }
}

type Reader = InstanceType<typeof MsgReader>

function openMessage(bytes: Uint8Array, ansiEncoding?: string): Reader {
  const reader = new MsgReader(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  reader.parserConfig = ansiEncoding == null ? {} : { ansiEncoding }
  return reader
}

function messageFromReader(reader: Reader): Message {
  const fields = reader.getFileData()
  const sender = [fields.senderName, fields.senderSmtpAddress ?? fields.senderEmail]
  return {
    subject: fields.subject ?? null,
    from: sender.filter(Boolean).join(' '),
    to: (fields.recipients ?? []).map(({ name }) => name ?? '').join(', '),
    date: dateFromFields(fields),
    text: fields.body ?? null,
    html: fields.bodyHtml ?? htmlFromBytes(fields.html, fields.internetCodepage),
    attachments: (fields.attachments ?? []).map((own) => openAttachment(reader, own)),
  }
}

function openAttachment(
  reader: Reader,
  attachment: Parameters<Reader['getAttachment']>[0],
): Attachment {
  const { content, fileName } = reader.getAttachment(attachment)
  const isPicture = /\.(?:png|jpe?g|gif|bmp|wmf|emf)$/iu.test(fileName ?? '')
  return { name: fileName ?? null, bytes: content, isShown: isPicture }
}

/** The date of the mail's own head keeps the place it was sent from; the others are in UTC. */
function dateFromFields(fields: ReturnType<Reader['getFileData']>): string | null {
  const stated = /^date:\s*(.+)$/imu.exec(fields.headers ?? '')?.[1]
  return stated ?? instantFromUtc(fields.clientSubmitTime ?? fields.messageDeliveryTime)
}

function instantFromUtc(time: string | undefined): string | null {
  const date = new Date(time ?? '')
  return Number.isNaN(date.getTime()) ? null : date.toISOString()
}

function htmlFromBytes(bytes: Uint8Array | undefined, codePage = 65_001): string | null {
  if (bytes == null) return null
  const encoding = iconv.encodingExists(`cp${codePage}`) ? `cp${codePage}` : 'utf-8'
  return iconv.decode(Buffer.from(bytes), encoding)
}
