import { renameSync, rmSync } from 'node:fs'
import { fail, succeed, type Outcome } from '../../../shared/model/failure.ts'
import { pauseThread } from '../system/clock.ts'
import { strayNameOf } from '../system/set-aside.ts'
import { readArchiveHeader } from './header.ts'
import { whileUnheld } from './hold.ts'
import { hasLog } from './inspect.ts'

/** How long a writer that comes or goes meanwhile is waited for, in milliseconds. */
const PATIENCE_MS = 2000
const LOOK_EVERY_MS = 10

/**
 * Sets aside, under another name, a log that lies beside an archive that was closed. Closing does
 * away with the log first, so this one is of another file, and SQLite would write its pages over those
 * of the archive (sqlite.org/howtocorrupt.html §1.4). To be asked by whoever holds the archive, while
 * this process has no connection to it.
 */
export function setStrayLogAside(archivePath: string): void {
  if (!isStray(archivePath)) return
  const log = `${archivePath}-wal`
  renameSync(log, strayNameOf(log))
  rmSync(`${archivePath}-shm`, { force: true })
}

/**
 * The same for a reader, who does not hold the archive: done only while nobody does. A log that
 * somebody holds is theirs. Fails with `archive-held` where it still seems stray once they had time.
 */
export function setUnheldStrayLogAside(archivePath: string): Outcome<null> {
  const until = performance.now() + PATIENCE_MS
  while (isStray(archivePath)) {
    // Looked at again within: a writer may have come and gone in between.
    if (whileUnheld(archivePath, () => setStrayLogAside(archivePath))) continue
    if (performance.now() > until) return fail({ kind: 'archive-held', by: '', on: '', since: '' })
    pauseThread(LOOK_EVERY_MS)
  }
  return succeed(null)
}

function isStray(archivePath: string): boolean {
  if (!hasLog(archivePath)) return false
  const header = readArchiveHeader(archivePath)
  // A writer that closed meanwhile took its own log away.
  return header.kind === 'archive' && !header.isLogged && hasLog(archivePath)
}
