import { createHash } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'

/** SHA-256 of bytes, or of a text in UTF-8, in lower-case hexadecimal. */
export function digestOf(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex')
}

/** `digestOf` the bytes of a file of any size. Throws what the file system throws. */
export function digestOfFile(file: string): string {
  const hash = createHash('sha256')
  const piece = Buffer.alloc(1 << 20)
  const handle = openSync(file, 'r')
  try {
    for (;;) {
      const size = readSync(handle, piece)
      if (size === 0) return hash.digest('hex')
      hash.update(piece.subarray(0, size))
    }
  } finally {
    closeSync(handle)
  }
}

/**
 * A file of text in UTF-8, whole; null for what is no file, for a pipe would be waited for without
 * end, and for one of more than `most` bytes. Throws what the file system throws.
 */
export function readTextFile(file: string, most = Infinity): string | null {
  const stat = statSync(file)
  return stat.isFile() && stat.size <= most ? readFileSync(file, 'utf8') : null
}

/** The code of an error: the file to be replaced is open elsewhere, or may not be replaced. */
export const IN_USE = 'FONDS_FILE_IN_USE'

/**
 * Writes a file whole or not at all: beside its target, synced, then renamed over it. Throws
 * what the file system throws, `IN_USE` where only the file that is there stands in the way, and
 * leaves nothing behind when it does.
 */
export function writeFileAtomically(target: string, bytes: Uint8Array): void {
  const part = partOf(target)
  try {
    const file = openSync(part, 'w', 0o600)
    try {
      for (let at = 0; at < bytes.byteLength;) at += writeSync(file, bytes, at)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    replaceFile(part, target)
  } catch (error) {
    rmSync(part, { force: true })
    throw error
  }
  syncFolder(path.dirname(target))
}

/** Most bytes of a name that every file system takes. */
const LONGEST_NAME = 255

/** Where a file is written before it has its name: the name may be as long as the system takes. */
export function partOf(target: string): string {
  const name = path.basename(target)
  if (Buffer.byteLength(name) + PART.length <= LONGEST_NAME) return `${target}${PART}`
  return path.join(path.dirname(target), `${digestOf(name).slice(0, 16)}${PART}`)
}

const PART = '.part'

/** The folder took the part: what a system then refuses is the file under the name (Windows: EPERM). */
const REFUSED: ReadonlySet<unknown> = new Set(['EPERM', 'EACCES', 'EBUSY', 'ETXTBSY'])

function replaceFile(part: string, target: string): void {
  try {
    renameSync(part, target)
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : null
    if (!REFUSED.has(code) || !existsSync(target)) throw cause
    throw Object.assign(new Error('the file is in use', { cause }), { code: IN_USE })
  }
}

/** Where an archive lies when nobody said otherwise: the data folder of the system. */
export function defaultArchivePath(env: NodeJS.ProcessEnv = process.env): string {
  return path.join(dataFolder(env), 'archive.fonds')
}

/** Where the application keeps what is its own, in the home of the officer. */
export function dataFolder(env: NodeJS.ProcessEnv): string {
  if (process.platform === 'win32') {
    return path.join(env['LOCALAPPDATA'] ?? path.join(homedir(), 'AppData', 'Local'), 'Fonds')
  }
  if (process.platform === 'darwin') {
    return path.join(homedir(), 'Library', 'Application Support', 'Fonds')
  }
  return path.join(env['XDG_DATA_HOME'] || path.join(homedir(), '.local', 'share'), 'fonds')
}

/** Makes the names in a folder durable, as a rename is only then. */
export function syncFolder(folder: string): void {
  // Windows cannot open a folder; there the rename itself is durable.
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
