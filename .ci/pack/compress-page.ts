import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'

/** Writes the built renderer into a folder as installers hold it: compressed, without its fonts. */
export function compressPage(projectFolder: string, folder: string): void {
  const built = path.join(projectFolder, 'dist/renderer')
  rmSync(folder, { recursive: true, force: true })
  for (const entry of readdirSync(built, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name)
    // The page has them from resources/fonts.
    if (!entry.isFile() || file.endsWith('.ttf')) continue
    const target = path.join(folder, path.relative(built, file))
    mkdirSync(path.dirname(target), { recursive: true })
    const bytes = readFileSync(file)
    if (COMPRESSED.test(file)) writeFileSync(`${target}.br`, brotliCompressSync(bytes, MOST))
    else writeFileSync(target, bytes)
  }
}

const COMPRESSED = /\.(?:js|css|svg|html)$/u
const MOST = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }
