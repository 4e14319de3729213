/** Tries what an officer does with an archive, under whatever account it runs, and says how each ended. */
import path from 'node:path'
import { listBackups } from '../../electron/core/backups/keep-backups.ts'
import { makeBackup } from '../../electron/core/backups/make-backup.ts'
import { isEncrypted } from '../../electron/core/db/inspect.ts'
import { openArchiveService } from '../../electron/core/service.ts'
import { openSystemClock } from '../../electron/core/system/clock.ts'
import { isOnReadOnlyMedium } from '../../electron/core/system/place.ts'
import { addText } from './annotated.ts'

const [archivePath = '', act = ''] = process.argv.slice(2)
const clock = openSystemClock()
if (act === 'die') openLane('write')
const said = {
  read: openLane('read'),
  write: isOnReadOnlyMedium(archivePath) ? 'archive-read-only' : openLane('write'),
  backup: act === 'back up' ? await backUp() : '',
  backups: listBackups(archivePath, null).map(({ communiqueCount }) => communiqueCount),
  isEncrypted: isEncrypted(archivePath),
}
process.stdout.write(`${JSON.stringify(said)}\n`)

/** How many texts there are where the lane opens, or why it does not. */
function openLane(lane: 'read' | 'write'): unknown {
  const service = openArchiveService({
    archivePath,
    actor: 'Officier',
    resourcesFolder: path.resolve('resources'),
    lane,
    refusal: null,
    checked: false,
    clock,
    onBug: () => {},
  })
  const opened = service.open()
  if (!opened.ok) return opened.failure.kind
  const { archive, writer } = opened.value
  if (act === 'die') {
    const desk = { clock, actor: 'Officier', device: 'poste' }
    addText(
      { db: writer(), desk, path: archivePath, shut: nothing, close: nothing },
      'Venu avant la mort.',
    )
    // Gone at once: the log stays as it is.
    process.kill(process.pid, 'SIGKILL')
  }
  const row = archive.prepare<{ count: number }>('SELECT count(*) AS count FROM version').get()
  service.close()
  return row?.count
}

async function backUp(): Promise<string> {
  const made = await makeBackup({ archivePath, key: null, now: clock.now() }, 'manual')
  return made.ok ? 'ok' : made.failure.kind
}

function nothing(): void {}
