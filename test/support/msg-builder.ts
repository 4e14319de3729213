import { burn } from '@kenjiuno/msgreader/lib/Burner.js'
import { TypeEnum } from '@kenjiuno/msgreader/lib/Reader.js'

const SUBJECT = '__substg1.0_0037001F'
const BODY = '__substg1.0_1000001F'

/** An Outlook message (MS-OXMSG) of a subject and a plain text. */
export function msgFromText(subject: string, text: string): Uint8Array {
  const streams: readonly (readonly [string, Buffer])[] = [
    ['__properties_version1.0', Buffer.alloc(32)],
    [SUBJECT, Buffer.from(subject, 'utf16le')],
    [BODY, Buffer.from(text, 'utf16le')],
  ]
  return burn([
    {
      name: 'Root Entry',
      type: TypeEnum.ROOT,
      length: 0,
      children: streams.map((_, at) => at + 1),
    },
    ...streams.map(([name, bytes]) => ({
      name,
      type: TypeEnum.DOCUMENT,
      length: bytes.byteLength,
      binaryProvider: () => bytes,
    })),
  ])
}
