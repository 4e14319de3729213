import { inflateSync } from 'node:zlib'
import { numberAfter, streamContent, type PdfFile } from './pdf-file.ts'

/** Literal and hexadecimal strings (ISO 32000-1, 7.3.4). */
export const STRING = /\((?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()])*\))*\)|<[\da-fA-F\s]*>/gu

/** Strings, names, numbers and operators of a content stream (ISO 32000-1, 7.2 and 7.8.2). */
export const TOKEN = new RegExp(
  String.raw`${STRING.source}|<<|>>|\[|\]|\/[^\s()<>[\]/]*|[^\s()<>[\]/]+`,
  'gu',
)

/** The number of the one stream that paints a page. */
export const contentsIdOf = (file: PdfFile, pageId: number): number =>
  numberAfter(file.object(pageId), '/Contents ')

/** What paints a page, unpacked, as Latin-1 text. */
export const contentOfPage = (file: PdfFile, pageId: number): string =>
  unpackedStream(file.object(contentsIdOf(file, pageId)))

/** What a stream holds, unpacked, as Latin-1 text. */
export function unpackedStream(object: string): string {
  const bytes = Buffer.from(streamContent(object), 'latin1')
  return (object.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1')
}

const ESCAPED: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['f', '\f'],
  ['\n', ''],
])

/** The bytes of a literal or hexadecimal string (ISO 32000-1, 7.3.4). */
export function stringBytes(token: string): readonly number[] {
  const inner = token.slice(1, -1)
  if (token.startsWith('<')) return [...Buffer.from(inner.replaceAll(/\s+/gu, ''), 'hex')]
  const plain = inner.replaceAll(/\\([0-7]{1,3}|[\s\S])/gu, (_, one: string) =>
    /^[0-7]/u.test(one) ? String.fromCodePoint(Number.parseInt(one, 8)) : (ESCAPED.get(one) ?? one),
  )
  return [...Buffer.from(plain, 'latin1')]
}
