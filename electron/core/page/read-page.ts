import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { brotliDecompressSync } from 'node:zlib'

/** One file of the built renderer. */
interface PageFile {
  readonly mediaType: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Every file of the built renderer by its path in the address; `/` is the page itself. */
export type Page = ReadonlyMap<string, PageFile>

/**
 * Reads the built renderer of a project once, so that what can be served is a fixed list and no
 * address is ever joined to a folder. Its fonts are those of the export engine, which installers
 * hold once. Throws when the renderer was not built.
 */
export function readPage(projectFolder: string): Page {
  const page = new Map([
    ...filesIn(path.join(projectFolder, 'dist/renderer'), '/'),
    ...filesIn(path.join(projectFolder, 'resources/fonts'), '/fonts/'),
  ])
  const index = page.get('/index.html')
  if (!index) throw new Error('the renderer is not built')
  return page.set('/', index)
}

/** Files of a kind that a page is made of, by their address. Installers hold them compressed. */
function filesIn(folder: string, address: string): [string, PageFile][] {
  return listFiles(folder, '').flatMap((name): [string, PageFile][] => {
    const isCompressed = name.endsWith('.br')
    const plainName = isCompressed ? name.slice(0, -'.br'.length) : name
    const mediaType = MEDIA_TYPE_BY_EXTENSION.get(path.extname(plainName))
    if (mediaType === undefined) return []
    const bytes = readFileSync(path.join(folder, name))
    const plain = isCompressed ? brotliDecompressSync(bytes) : bytes
    return [[address + plainName, { mediaType, bytes: new Uint8Array(plain) }]]
  })
}

/** Paths with `/` between. Folder by folder, the way that also works inside an asar archive. */
function listFiles(folder: string, within: string): string[] {
  return readdirSync(path.join(folder, within), { withFileTypes: true }).flatMap((entry) => {
    const name = path.posix.join(within, entry.name)
    return entry.isDirectory() ? listFiles(folder, name) : [name]
  })
}

const MEDIA_TYPE_BY_EXTENSION: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.woff2', 'font/woff2'],
  ['.ttf', 'font/ttf'],
])
