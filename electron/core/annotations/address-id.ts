import { createHash } from 'node:crypto'

const NAMESPACE = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex')

/** UUID version 5 (RFC 9562) of an address, in the namespace of URLs: the same on every machine. */
export function idFromAddress(address: string): string {
  const bytes = createHash('sha1').update(NAMESPACE).update(address).digest().subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/u, '$1-$2-$3-$4-')
}
