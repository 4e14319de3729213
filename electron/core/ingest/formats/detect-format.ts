import { decodeText } from '../decode.ts'
import type { UnreadableReason } from '../../../../shared/model/ingest.ts'
import { COMMON_FIELDS, foldColumn } from './record-fields.ts'
import { listZipNames } from './zip-parts.ts'

/** A format that has a reader. */
export type Format =
  | 'pdf'
  | 'docx'
  | 'odt'
  | 'zip'
  | 'doc'
  | 'msg'
  | 'rtf'
  | 'eml'
  | 'html'
  | 'feed'
  | 'xml'
  | 'json'
  | 'jsonl'
  | 'csv'
  | 'markdown'
  | 'text'

/** The format of a source, or why it cannot be read. */
export type Detection =
  | { readonly ok: true; readonly format: Format }
  | { readonly ok: false; readonly reason: UnreadableReason }

/**
 * Tells the format of a source from its content: signatures, then the directory of a ZIP or of a
 * compound file, then how its text begins. The extension of the name only decides between
 * formats of text that look alike (CSV, JSON and Markdown are plain texts as well).
 */
export async function detectFormat(bytes: Uint8Array, name: string): Promise<Detection> {
  if (bytes.byteLength === 0) return { ok: false, reason: 'empty' }
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  const signature = Buffer.from(bytes.subarray(0, 8)).toString('hex')
  if (/^504b(?:0304|0506)/u.test(signature)) return detectZip(bytes)
  if (signature === 'd0cf11e0a1b11ae1') return detectCompound(bytes)
  // Some programs put their own lines, or those of a web server, before the header.
  if (/(?:^|[\r\n])%PDF-\d/u.test(head)) return { ok: true, format: 'pdf' }
  if (/^(?:\xEF\xBB\xBF)?\s*\{\\rtf/u.test(head)) return { ok: true, format: 'rtf' }
  if (UNSUPPORTED.test(signature)) return { ok: false, reason: 'format-unsupported' }
  return detectText(bytes, extensionOf(name))
}

/** The extension of a file name in lower case, without its dot; empty when there is none. */
export function extensionOf(name: string): string {
  return /\.([\p{L}\p{N}]{1,10})$/u.exec(name)?.[1]?.toLowerCase() ?? ''
}

// PNG, JPEG, GIF, TIFF, RIFF (WEBP and others), gzip, bzip2, 7z, RAR, PostScript, DjVu.
const UNSUPPORTED =
  /^(?:89504e47|ffd8ff|47494638|49492a00|4d4d002a|52494646|1f8b08|425a68|377abcaf|52617221|25215053|4154265446)/u

async function detectZip(bytes: Uint8Array): Promise<Detection> {
  const names = (await listZipNames(bytes)) ?? []
  const has = (expression: RegExp): boolean => names.some((name) => expression.test(name))
  if (has(/^word\/document\d*\.xml$/iu)) return { ok: true, format: 'docx' }
  if (has(/^(?:xl|ppt|visio)\//u)) return { ok: false, reason: 'format-unsupported' }
  if (names[0] === 'mimetype' || has(/^META-INF\/manifest\.xml$/u)) {
    const isText = Buffer.from(bytes).includes('application/vnd.oasis.opendocument.text')
    return isText ? { ok: true, format: 'odt' } : { ok: false, reason: 'format-unsupported' }
  }
  return { ok: true, format: 'zip' }
}

function detectCompound(bytes: Uint8Array): Detection {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // The names of the streams stand in the directory in UTF-16.
  const has = (stream: string): boolean => buffer.includes(Buffer.from(stream, 'utf16le'))
  if (has('EncryptedPackage')) return { ok: false, reason: 'password-protected' }
  if (has('__substg1.0_') || has('__properties_version1.0')) return { ok: true, format: 'msg' }
  if (has('WordDocument')) return { ok: true, format: 'doc' }
  return { ok: false, reason: 'format-unsupported' }
}

const SAMPLE = 65_536

function detectText(bytes: Uint8Array, extension: string): Detection {
  const decoded = decodeText(bytes.subarray(0, SAMPLE))
  if (!decoded.ok) return decoded
  const text = decoded.value.text.replace(/^\uFEFF/u, '').trimStart()
  const isWhole = bytes.byteLength <= SAMPLE
  const format =
    formatFromMarkup(text) ??
    formatFromFields(text, extension) ??
    (isMessage(text, extension) ? 'eml' : null) ??
    (isTable(text, extension) ? 'csv' : null) ??
    (isJson(text, extension, isWhole) ? 'json' : null) ??
    'text'
  return { ok: true, format }
}

// Each part ends at its first end: what may end at a later one too is tried in every way.
const ROOT =
  /^(?:\s|<\?(?:(?!\?>)[\s\S])*\?>|<!--(?:(?!-->)[\s\S])*-->|<!DOCTYPE\s[^>[]*(?:\[[^\]]*\]\s*)?>)*<([\w:.-]+)/iu
const HTML_ROOTS = new Set(
  `html head body title meta link base script style div p table article section main header nav
  h1 h2 h3 span center font a b i u em strong pre blockquote br hr img ul ol dl form svg`.split(
    /\s+/u,
  ),
)

function formatFromMarkup(text: string): Format | null {
  if (!text.startsWith('<')) return null
  if (/^<!doctype html/iu.test(text)) return 'html'
  const root = ROOT.exec(text)?.[1]?.toLowerCase() ?? ''
  if (/^(?:rss|feed|rdf|(?:rdf|atom):(?:rdf|feed))$/u.test(root)) return 'feed'
  if (HTML_ROOTS.has(root)) return 'html'
  return text.startsWith('<?xml') ? 'xml' : null
}

function formatFromFields(text: string, extension: string): Format | null {
  if (/^---[ \t]*\r?\n[\s\S]{0,20000}?\n---[ \t]*(?:\r?\n|$)/u.test(text)) return 'markdown'
  if (/^(?:md|markdown)$/u.test(extension) && MARKDOWN.test(text)) return 'markdown'
  const [first = '', second = ''] = text.split(/\r?\n/u).filter((line) => line.trim() !== '')
  const isNamed = /^(?:jsonl|ndjson)$/u.test(extension)
  return isObject(first) && (isNamed || isObject(second)) ? 'jsonl' : null
}

// A heading, a link, an image or strong words: what is never in a text by chance.
const MARKDOWN = /^#{1,6} \S|\]\(\S|\*\*\S[^*\n]*\*\*/mu

const isObject = (line: string): boolean => /^\s*\{.*\}\s*$/u.test(line)

const HEADER = /^[\w-]{2,40}:/u
const TECHNICAL =
  /^(?:received|return-path|mime-version|message-id|content-type|content-transfer-encoding|delivered-to|x-[\w-]+|dkim-signature|authentication-results):/iu
const COMMON = /^(?:from|to|cc|subject|date|reply-to|sender):/iu

function isMessage(text: string, extension: string): boolean {
  const [head = ''] = text.split(/\r?\n\r?\n/u)
  // A folded line goes on from the one before.
  const lines = head
    .replace(/\r?\n[ \t]+/gu, ' ')
    .split(/\r?\n/u)
    .filter((line) => !/^>?From \S/u.test(line))
    .slice(0, 60)
  if (lines.length === 0 || !lines.slice(0, 3).every((line) => HEADER.test(line))) return false
  const technical = lines.filter((line) => TECHNICAL.test(line)).length
  const common = lines.filter((line) => COMMON.test(line)).length
  return extension === 'eml' ? technical + common >= 1 : technical >= 1 && technical + common >= 3
}

const COLUMN_NAMES: ReadonlySet<string> = new Set(Object.values(COMMON_FIELDS).flat())

function isTable(text: string, extension: string): boolean {
  const [head = ''] = text.split(/\r?\n/u)
  if (extension === 'csv' || extension === 'tsv') return /[;,\t|]/u.test(head)
  const columns = head.split(/[;\t|]/u).map((name) => foldColumn(name.replaceAll('"', '')))
  return columns.length >= 2 && columns.every((name) => COLUMN_NAMES.has(name))
}

function isJson(text: string, extension: string, isWhole: boolean): boolean {
  if (!/^[[{]/u.test(text)) return false
  if (extension === 'json') return true
  if (!isWhole) return /^[[{]\s*(?:\{\s*)?"[^"\n]{1,80}"\s*:/u.test(text)
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
