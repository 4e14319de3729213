/** Makes or restores a backup in a process of its own, to be killed: says when it begins. */
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { makeBackup } from '../../electron/core/backups/make-backup.ts'
import { restoreBackup } from '../../electron/core/backups/restore-backup.ts'
import { nextBackupPath } from '../../electron/core/db/backup-files.ts'
import { openSystemClock } from '../../electron/core/system/clock.ts'

const [what = '', archivePath = '', key = '', name = '', secret = ''] = process.argv.slice(2)
const clock = openSystemClock()
const dataKey = key === '' ? null : Buffer.from(key, 'hex')
process.stdout.write('begins\n')
if (what === 'copy') {
  copyWithoutCare(archivePath, nextBackupPath(archivePath, 'manual', clock.now()))
} else if (what === 'overwrite') {
  copyWithoutCare(name, archivePath)
} else {
  const done =
    what === 'backup'
      ? await makeBackup({ archivePath, key: dataKey, now: clock.now() }, 'manual')
      : restoreBackup({
          archivePath,
          name,
          key: dataKey,
          secret: secret === '' ? null : secret,
          actor: 'Officier',
          clock,
        })
  if (!done.ok) throw new Error(done.failure.kind)
}

/** Piece by piece under its own name: what the control must find harm in. */
function copyWithoutCare(from: string, to: string): void {
  const bytes = readFileSync(from)
  const file = openSync(to, 'w')
  for (let at = 0; at < bytes.length; at += 4096) {
    writeSync(file, bytes, at, Math.min(4096, bytes.length - at), at)
    fsyncSync(file)
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3)
  }
  closeSync(file)
}
