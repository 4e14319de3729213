import { globSync, readFileSync } from 'node:fs'
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
  const names = globSync('**/*.*', { cwd: folder }).toSorted()
  const files = names.map((name): [string, PageFile] => [
    `/${name.replaceAll(path.sep, '/')}`,
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

const MEDIA_TYPE_BY_EXTENSION: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.woff2', 'font/woff2'],
  ['.ttf', 'font/ttf'],
])
