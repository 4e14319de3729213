import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** One file of the built renderer. */
interface PageFile {
  readonly mediaType: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Every file of the built renderer by its path in the address; `/` is the page itself. */
export type Page = ReadonlyMap<string, PageFile>

/**
 * Reads the built renderer once, so that what can be served is a fixed list and no address is
 * ever joined to a folder. Throws when the renderer was not built.
 */
export function readPage(folder: string): Page {
  const names = listFiles(folder, '').toSorted()
  const files = names.map((name): [string, PageFile] => [
    `/${name}`,
    {
      mediaType: MEDIA_TYPE_BY_EXTENSION.get(path.extname(name)) ?? 'application/octet-stream',
      bytes: new Uint8Array(readFileSync(path.join(folder, name))),
    },
  ])
  const page = new Map(files)
  const index = page.get('/index.html')
  if (!index) throw new Error('the renderer is not built')
  return page.set('/', index)
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
