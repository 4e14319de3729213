import { digestOf } from '../system/files.ts'
import { createZip, type ZipPart } from '../system/zip.ts'

/** A bag that is written piece by piece into one ZIP file. */
export interface BagWriter {
  /** The bytes that come next for a file of the payload; `name` is its path below `data/`. */
  readonly add: (file: ZipPart) => Uint8Array
  /** The bytes that end the bag: its declaration, its description and the digest of every file. */
  readonly end: (info: Readonly<Record<string, string>>) => Uint8Array
  readonly fileCount: () => number
}

/**
 * Opens a bag (BagIt 1.0, RFC 8493) in a folder of the given name, zipped: any archivist's tool, or
 * `sha256sum -c manifest-sha256.txt`, tells whether a file of it is missing or was changed.
 */
export function createBag(folder: string): BagWriter {
  const zip = createZip()
  const manifest: string[] = []
  let octets = 0
  const put = (name: string, content: string | Uint8Array): Uint8Array =>
    zip.add({ name: `${folder}/${name}`, content })
  return {
    add: ({ name, content }) => {
      const bytes = typeof content === 'string' ? Buffer.from(content) : content
      manifest.push(`${digestOf(bytes)}  data/${name}\n`)
      octets += bytes.byteLength
      return put(`data/${name}`, bytes)
    },
    end: (info) => {
      const lines = { ...info, 'Payload-Oxum': `${octets}.${manifest.length}` }
      const tags: readonly (readonly [string, string])[] = [
        ['bagit.txt', 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'],
        [
          'bag-info.txt',
          Object.entries(lines)
            .map(([label, value]) => `${label}: ${value}\n`)
            .join(''),
        ],
        ['manifest-sha256.txt', manifest.join('')],
      ]
      const digests = tags.map(([name, content]) => `${digestOf(content)}  ${name}\n`).join('')
      const all = [...tags, ['tagmanifest-sha256.txt', digests] as const]
      return Buffer.concat([...all.map(([name, content]) => put(name, content)), zip.end()])
    },
    fileCount: () => manifest.length,
  }
}
