import { fileURLToPath } from 'node:url'

/**
 * Where a file lies that the build puts beside its bundles, given by its path within `dist`, for
 * example `wasm/pdfium.wasm`. Null when the sources themselves run: there the installed packages
 * hold the file. Bundles lie one folder deep in `dist`.
 */
export function shippedFile(name: string): string | null {
  if (import.meta.url.endsWith('.ts')) return null
  return fileURLToPath(new URL(`../${name}`, import.meta.url))
}

/** The same for native code, which no system loads from inside an asar archive. */
export function shippedNativeFile(name: string): string | null {
  const file = shippedFile(name)
  return file && outsideAsar(file)
}

/** The path beside an asar archive, where installers put what cannot lie within it. */
export function outsideAsar(file: string): string {
  return file.replace(/(?<=\.asar)(?=[\\/])/u, '.unpacked')
}
