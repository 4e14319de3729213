import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeBackup } from '../../electron/core/backups/make-backup.ts'
import { restoreBackup } from '../../electron/core/backups/restore-backup.ts'
import { isWholeCopy } from '../../electron/core/backups/verify-copy.ts'
import { listBackupFiles } from '../../electron/core/db/backup-files.ts'
import { openForWriting } from '../../electron/core/db/open.ts'
import { createAnnotation } from '../../electron/core/annotations/annotate.ts'
import { openSystemClock } from '../../electron/core/system/clock.ts'
import { aFolder } from '../support/archive.ts'
import { addText, anOffice, bundleOf, mark } from '../support/annotated.ts'
import { startHost } from '../support/host-thread.ts'

const clock = openSystemClock()
let folder: string
let remove: () => void
beforeEach(() => {
  const made = aFolder()
  folder = made.folder
  remove = made.remove
})
afterEach(() => remove())

test('twenty backups beside a process that writes all the time are whole, and one comes back over the log of a killed writer', async () => {
  const file = path.join(folder, 'archive.fonds')
  const said = path.join(folder, 'said')
  const writer = spawn(process.execPath, ['test/support/cut-writer.ts', file, said, '100000'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(writer.stdout, 'data')
  const counts: number[] = []
  for (let number = 0; number < 20; number += 1) {
    const made = await makeBackup({ archivePath: file, key: null, now: clock.now() }, 'manual')
    expect(made.ok).toBe(true)
    counts.push(made.ok ? notesIn(made.value.path) : 0)
  }
  writer.kill('SIGKILL')
  await once(writer, 'exit')
  // The control: it did write between the first and the last, and its log was left behind.
  expect(counts.at(-1)).toBeGreaterThan(counts[0] ?? 0)
  expect(statSync(`${file}-wal`).size).toBeGreaterThan(0)
  const saved = Number(readFileSync(said, 'utf8').trim().split('\n').at(-1) ?? 0)

  const name = listBackupFiles(file)[0]?.name ?? ''
  const asked = { archivePath: file, name, key: null, secret: null, actor: 'Officier', clock }
  expect(restoreBackup(asked)).toEqual({ ok: true, value: null })
  expect(await isWholeCopy(file, null)).toBe(true)
  expect(notesIn(file)).toBe(counts.at(-1))
  const replaced = listBackupFiles(file).find(({ reason }) => reason === 'replaced')
  expect(notesIn(replaced?.path ?? '')).toBeGreaterThanOrEqual(saved)
})

test('a merge is preceded by a backup of the notes as they were, where there are any', async () => {
  const text = 'Le ministre a reçu la délégation.'
  const colleague = anOffice('Collègue', 9)
  mark(colleague, addText(colleague, text), 'délégation', 'd’un collègue')
  const bytes = bundleOf(colleague)
  colleague.close()
  const office = anOffice('Officier')
  const { versionId } = addText(office, text)
  office.shut()
  const merge = async (): Promise<void> => {
    const host = startHost(office.path)
    expect((await host.dial().call('annotation.merge-bundle', { bytes })).ok).toBe(true)
    await host.close()
  }
  const before = (): readonly number[] =>
    listBackupFiles(office.path)
      .filter(({ reason }) => reason === 'merge')
      .map(({ path: file }) => notesIn(file))
  // The control: without a note there is nothing to lose.
  await merge()
  expect(before()).toEqual([])
  const opened = openForWriting(office.path, 'Officier', clock)
  if (!opened.ok) throw new Error(opened.failure.kind)
  const range = { versionId, start: 0, end: 11, kind: 'comment' as const, body: 'de moi' }
  createAnnotation(opened.value.archive, office.desk, { ...range, tags: [], visibility: 'private' })
  opened.value.close()
  await merge()
  expect(before()).toEqual([2])
  expect(existsSync(office.path)).toBe(true)
  rmSync(path.dirname(office.path), { recursive: true })
})

function notesIn(file: string): number {
  const opened = openForWriting(file, 'Lecteur', clock)
  if (!opened.ok) throw new Error(opened.failure.kind)
  const row = opened.value.archive
    .prepare<{ count: number }>('SELECT count(*) AS count FROM annotation')
    .get()
  opened.value.close()
  return row?.count ?? 0
}
