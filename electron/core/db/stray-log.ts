import { renameSync, rmSync } from 'node:fs'
import { digestOfFile } from '../system/files.ts'
import { readArchiveHeader } from './header.ts'
import { hasLog } from './inspect.ts'

/**
 * Sets aside, under another name, a log that lies beside an archive that was closed. Closing does
 * away with the log first, so this one is of another file, and SQLite would write its pages over those
 * of the archive (sqlite.org/howtocorrupt.html §1.4). To be asked only while nobody has the file open.
 */
export function setStrayLogAside(archivePath: string): void {
  if (!hasLog(archivePath)) return
  const header = readArchiveHeader(archivePath)
  // A writer that closed meanwhile took its own log away.
  if (header.kind !== 'archive' || header.isLogged || !hasLog(archivePath)) return
  const log = `${archivePath}-wal`
  renameSync(log, `${log}.${digestOfFile(log).slice(0, 8)}.stray`)
  rmSync(`${archivePath}-shm`, { force: true })
}
