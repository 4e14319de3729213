import PostalMime from 'postal-mime'
import type { Address, Email } from 'postal-mime'
import type { Reading, ReadingLimit, Source } from '../reading.ts'
import { refuse } from '../reading.ts'
import type { ReadPart } from './container.ts'
import type { Message } from './message.ts'
import { readingFromMessage } from './message.ts'

const NESTING_LIMIT = 64
const HEADER_LIMIT = 1024 * 1024
const PART_LIMIT = 2000
/** Messages within a message, side by side or in one another. */
const MESSAGE_LIMIT = 500

/**
 * Reads an internet message (RFC 5322 and MIME): its text and each attached document. A message
 * with more than 2000 parts, 500 messages in it, 64 levels or 1 MB of headers is refused before it is taken apart;
 * messages within messages are read ten deep, the rest stays an attachment.
 */
export async function readEml(source: Source, readPart: ReadPart): Promise<Reading> {
  const limit = limitOfMessage(source.bytes)
  if (limit != null) return refuse(source.name, 'limits-exceeded', { limit })
  const email = await parse(source.bytes)
  if (typeof email === 'string') {
    return email === 'damaged'
      ? refuse(source.name, 'damaged')
      : refuse(source.name, 'limits-exceeded', { limit: email })
  }
  const message = messageFromEmail(email)
  const format = { reader: 'eml/1', mediaType: 'message/rfc822' }
  const reading = await readingFromMessage(source, message, format, readPart)
  return isCutShort(source.bytes) ? withWarning(source.name, reading) : reading
}

const messageFromEmail = (email: Email): Message => ({
  subject: email.subject ?? null,
  from: email.from == null ? null : nameFromAddress(email.from),
  to: email.to?.map(nameFromAddress).join(', ') ?? null,
  date: email.headers.find(({ key }) => key === 'date')?.value ?? null,
  text: email.text ?? null,
  html: email.html ?? null,
  attachments: email.attachments.map((attachment) => ({
    name: attachment.filename,
    bytes: bytesFromContent(attachment.content),
    isShown: attachment.related === true || isSmallPart(attachment.mimeType),
  })),
})

// Signatures, business cards, invitations and delivery reports are no documents.
const isSmallPart = (mimeType: string): boolean =>
  /^(?:image\/|application\/(?:pgp|pkcs7|x-pkcs7)|text\/(?:calendar|vcard|x-vcard)|message\/delivery)/u.test(
    mimeType,
  )

async function parse(bytes: Uint8Array): Promise<Email | ReadingLimit | 'damaged'> {
  try {
    return await PostalMime.parse(bytes, {
      maxNestingDepth: NESTING_LIMIT,
      maxHeadersSize: HEADER_LIMIT,
    })
  } catch (error) {
    const why = error instanceof Error ? error.message : ''
    if (/nesting/iu.test(why)) return 'nesting'
    return /header/iu.test(why) ? 'header-size' : 'damaged'
  }
}

/** The limit a message goes over, told from its bytes: taking it apart costs the square of it. */
function limitOfMessage(bytes: Uint8Array): 'header-size' | 'entries' | 'nesting' | null {
  const text = Buffer.from(bytes).toString('latin1')
  const headEnd = text.search(/\r?\n\r?\n/u)
  if (headEnd > HEADER_LIMIT || (headEnd < 0 && text.length > HEADER_LIMIT)) return 'header-size'
  const messages = text.match(/^content-type:\s*message\/rfc822/gimu) ?? []
  if (messages.length > MESSAGE_LIMIT) return 'nesting'
  const boundaries = [...text.matchAll(/boundary\s*=\s*"?([^"\s;]{1,70})/giu)]
  const names = new Set(boundaries.slice(0, PART_LIMIT).map(([, name]) => name))
  let parts = boundaries.length
  for (const [, line] of text.matchAll(/^--(\S{1,72})/gmu)) {
    if (names.has(line)) parts += 1
    if (parts > PART_LIMIT) return 'entries'
  }
  return null
}

/**
 * True when the outermost boundary opens a part and never closes: the rest of the message was
 * lost on its way. Programs leave out the end of an inner one without losing anything.
 */
function isCutShort(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes).toString('latin1')
  const headEnd = text.search(/\r?\n\r?\n/u)
  const head = text.slice(0, Math.max(0, headEnd)).replace(/\r?\n[ \t]+/gu, ' ')
  const type = /^content-type:\s*multipart\/.*$/imu.exec(head)?.[0] ?? ''
  const [, quoted, bare] = /boundary\s*=\s*(?:"([^"]{1,70})"|([^\s";]{1,70}))/iu.exec(type) ?? []
  const boundary = quoted ?? bare
  if (boundary === undefined) return false
  const lines = `\n${text.slice(headEnd)}`
  return lines.includes(`\n--${boundary}`) && !lines.includes(`\n--${boundary}--`)
}

const withWarning = (name: string, reading: Reading): Reading =>
  reading.items.length === 0
    ? reading
    : { ...reading, warnings: [...reading.warnings, { name, kind: 'recovered' }] }

function nameFromAddress(address: Address): string {
  if (address.group != null) return address.name
  return address.name === '' ? address.address : `${address.name} <${address.address}>`
}

function bytesFromContent(content: ArrayBuffer | Uint8Array | string): Uint8Array {
  if (typeof content === 'string') return Buffer.from(content)
  return content instanceof Uint8Array ? content : new Uint8Array(content)
}
