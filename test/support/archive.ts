import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { WritableArchive } from '../../electron/core/db/archive-handle.ts'
import { openForWriting } from '../../electron/core/db/open.ts'
import type { Clock } from '../../electron/core/system/clock.ts'

/** A folder of its own for one test, and how to remove it. */
export function aFolder(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'fonds-test-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** A clock that counts: every instant is one second after the one before, every id a number. */
export function aClock(start = '2026-01-05T08:00:00.000Z'): Clock {
  let ticks = 0
  let ids = 0
  return {
    now: () => new Date(Date.parse(start) + 1000 * ticks++).toISOString(),
    newId: () => `id-${String(++ids).padStart(6, '0')}`,
  }
}

/** An empty archive on disk, open for writing. */
export function anArchive(clock: Clock = aClock()): {
  readonly archive: WritableArchive
  readonly path: string
  readonly clock: Clock
  /** Closes the archive and leaves its files; `close` removes them too. */
  readonly shut: () => void
  readonly close: () => void
} {
  const { folder, remove } = aFolder()
  const archivePath = path.join(folder, 'archive.fonds')
  const opened = openForWriting(archivePath, 'Officier', clock)
  if (!opened.ok) throw new Error(`no archive: ${opened.failure.kind}`)
  const state = { isOpen: true }
  const shut = (): void => {
    if (state.isOpen) opened.value.close()
    state.isOpen = false
  }
  const close = (): void => {
    shut()
    remove()
  }
  return { archive: opened.value.archive, path: archivePath, clock, shut, close }
}
