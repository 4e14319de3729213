import { closeSync, openSync, readSync, statSync } from 'node:fs'

/** What the first bytes of a file say about it, without opening it as a database. */
export type ArchiveHeader =
  | { readonly kind: 'missing' | 'empty' | 'foreign' }
  | {
      readonly kind: 'archive'
      readonly applicationId: number
      readonly schemaVersion: number
      /** Whether it was left with a log beside it; one that was closed is not. */
      readonly isLogged: boolean
    }

/**
 * Reads the SQLite header of a file (sqlite.org/fileformat.html §1.3). To be called only while
 * this process has no connection to the file: closing any descriptor of a file drops every
 * POSIX lock that the process holds on it.
 */
export function readArchiveHeader(archivePath: string): ArchiveHeader {
  const stat = statSync(archivePath, { throwIfNoEntry: false })
  if (!stat) return { kind: 'missing' }
  if (!stat.isFile()) return { kind: 'foreign' }
  if (stat.size === 0) return { kind: 'empty' }
  const head = Buffer.alloc(100)
  const file = openSync(archivePath, 'r')
  try {
    readSync(file, head, 0, head.length, 0)
  } finally {
    closeSync(file)
  }
  if (head.toString('latin1', 0, 16) !== 'SQLite format 3\0') return { kind: 'foreign' }
  return {
    kind: 'archive',
    schemaVersion: head.readUInt32BE(60),
    applicationId: head.readUInt32BE(68),
    isLogged: head[18] === 2 || head[19] === 2,
  }
}
