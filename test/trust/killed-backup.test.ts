import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { makeBackup } from '../../electron/core/backups/make-backup.ts'
import { undoCutOffRestoring } from '../../electron/core/backups/restore-backup.ts'
import { isWholeCopy } from '../../electron/core/backups/verify-copy.ts'
import type { ReadableArchive } from '../../electron/core/db/archive-handle.ts'
import {
  backupFolderOf,
  listBackupFiles,
  nextBackupPath,
  sweepBackups,
} from '../../electron/core/db/backup-files.ts'
import { isEncrypted } from '../../electron/core/db/inspect.ts'
import { keysPathOf, unwrapDataKey, type DataKey } from '../../electron/core/db/keys.ts'
import { openForWriting } from '../../electron/core/db/open.ts'
import { openDetached } from '../../electron/core/db/open-detached.ts'
import { addText, anOffice, type Office } from '../support/annotated.ts'
import { aClock } from '../support/archive.ts'
import { anEncryptedOffice } from '../support/encrypted.ts'
import { killAt, startKillable, timeOf, type Moment } from '../support/killable.ts'
import { randomFromSeed } from '../support/random.ts'
import { isFull, seedOr } from '../support/trust-form.ts'

const TEXTS = 80
/** Kills at moments of no note, beside those that are aimed. */
const KILLS = isFull ? 20 : 2
const SCRIPT = 'test/support/keeping-process.ts'
const MINUTES = 60_000
const clock = aClock()
const random = randomFromSeed(seedOr(20_264))
const folders: (() => void)[] = []
afterAll(() => {
  for (const remove of folders) remove()
})

/** An archive as a kill leaves it: work in its log, one backup of what it held before. */
interface Prepared {
  readonly office: Office
  /** Its own recovery code, and that of a backup with keys of its own; empty where it is plain. */
  readonly codes: readonly string[]
  readonly key: DataKey | null
  readonly now: unknown
  readonly earlier: unknown
}

describe.each(['plain', 'encrypted'] as const)('a %s archive', (kind) => {
  test(
    'whose backup is killed at many points stays whole, and no half backup is taken for a good one',
    async () => {
      const prepared = await prepare(kind)
      const key = hexOf(prepared.key)
      const took = await timeOf(startKillable(SCRIPT, 'backup', copyOf(prepared, 'entier'), key))
      const counts: number[] = []
      const aimed: readonly ((file: string) => boolean)[] = [
        () => true,
        (file) => beside(file).some((name) => name.endsWith('.unread.part.part')),
        (file) => beside(file).some((name) => name.endsWith('.unread.part')),
        (file) => listBackupFiles(file).length === 2,
      ]
      for (const [kill, moment] of momentsOf(aimed, took).entries()) {
        const file = copyOf(prepared, `sauvegarde-${kill}`)
        await killAt(startKillable(SCRIPT, 'backup', file, key), moment(file))
        counts.push(listBackupFiles(file).length)
        for (const { path: backup } of listBackupFiles(file)) {
          expect(await isWholeCopy(backup, prepared.key)).toBe(true)
          expect([prepared.now, prepared.earlier]).toContainEqual(contentOf(backup, prepared.key))
        }
        expect(readAll(file, prepared)).toEqual(prepared.now)
        sweepBackups(file)
        expect(beside(file).filter((name) => /part|-wal/u.test(name))).toEqual([])
        const again = { archivePath: file, key: prepared.key, now: clock.now() }
        expect(await makeBackup(again, 'manual')).toMatchObject({ ok: true })
      }
      // Kills that all strike before the work, or after it, would prove nothing.
      expect(new Set(counts)).toEqual(new Set([1, 2]))
    },
    5 * MINUTES,
  )
})

describe.each(['plain', 'encrypted', 'locked'] as const)('a %s archive', (kind) => {
  test(
    'whose restoring is killed at many points is the one before or the one restored, and nothing is lost',
    async () => {
      const prepared = await prepare(kind)
      const started = (file: string) =>
        startKillable(
          SCRIPT,
          'restore',
          file,
          kind === 'locked' ? '' : hexOf(prepared.key),
          listBackupFiles(file).at(-1)?.name ?? '',
          kind === 'locked' ? (prepared.codes[1] ?? '') : '',
        )
      const took = await timeOf(started(copyOf(prepared, 'entier')))
      const ends: string[] = []
      const aimed: readonly ((file: string) => boolean)[] = [
        () => true,
        (file) => listBackupFiles(file).some(({ reason }) => reason === 'replaced'),
        (file) => !existsSync(`${file}-wal`),
        (file) => existsSync(`${file}.part`),
        (file) => !sameKeys(file, prepared.office.path),
        (file) => statSync(file).ino !== inodes.get(file),
      ]
      for (const [kill, moment] of momentsOf(aimed, took).entries()) {
        const file = copyOf(prepared, `retour-${kill}`)
        await killAt(started(file), moment(file))
        undoCutOffRestoring(file, 'Officier', clock)
        const found = readAll(file, prepared)
        const isBefore = JSON.stringify(found) === JSON.stringify(prepared.now)
        ends.push(isBefore ? 'before' : 'restored')
        const kept = listBackupFiles(file).find(({ reason }) => reason === 'replaced')
        const replaced = isBefore ? null : contentOf(kept?.path ?? '', prepared.key)
        expect([found, replaced]).toEqual(
          isBefore ? [prepared.now, null] : [prepared.earlier, prepared.now],
        )
        sweepBackups(file)
        // One that nobody could open to take its log in is kept with it.
        const left = kind === 'locked' ? /part/u : /part|-wal/u
        expect(beside(file).filter((name) => left.test(name))).toEqual([])
        for (const { path: backup } of listBackupFiles(file)) {
          expect(await isWholeCopy(backup, keyOf(backup, prepared))).toBe(true)
        }
      }
      expect(new Set(ends)).toEqual(new Set(['before', 'restored']))
    },
    5 * MINUTES,
  )
})

test('the same kills leave half a backup where it is copied under its own name (control)', async () => {
  const prepared = await prepare('plain')
  const halves: boolean[] = []
  for (let kill = 0; kill < 3; kill += 1) {
    const file = copyOf(prepared, `sans-soin-${kill}`)
    const size = statSync(file).size
    await killAt(
      startKillable(SCRIPT, 'copy', file),
      () => listBackupFiles(file).length === 2 && sizeOf(file) > (size * (kill + 1)) / 5,
    )
    const [newest] = listBackupFiles(file)
    halves.push(!(await isWholeCopy(newest?.path ?? '', null)))
  }
  expect(halves).toEqual([true, true, true])
})

test('the same kills leave no archive where a backup is copied over it (control)', async () => {
  const prepared = await prepare('plain')
  const file = copyOf(prepared, 'sur-place')
  const backup = listBackupFiles(file).at(-1)
  await killAt(
    startKillable(SCRIPT, 'overwrite', file, '', backup?.path ?? ''),
    () => statSync(file).size < (backup?.size ?? 0) / 2 && statSync(file).size > 8192,
  )
  const opened = openForWriting(file, 'Officier', clock)
  const found = opened.ok ? contentOrNull(opened.value.archive) : null
  if (opened.ok) opened.value.close()
  expect([prepared.now, prepared.earlier]).not.toContainEqual(found)
})

/** The inode that each copy of the archive had before anything was done to it. */
const inodes = new Map<string, number>()

async function prepare(kind: 'plain' | 'encrypted' | 'locked'): Promise<Prepared> {
  const encrypted = kind === 'plain' ? null : anEncryptedOffice()
  const office = encrypted ?? anOffice('Officier')
  folders.push(office.close)
  write(office, TEXTS, 'avant')
  const key = encrypted?.keys.dataKey ?? null
  let codes = encrypted ? [encrypted.keys.recoveryCode] : []
  let earlier = contentIn(office.db)
  if (kind === 'locked') {
    const other = anEncryptedOffice()
    write(other, TEXTS / 2, 'ailleurs')
    other.db.copyTo(nextBackupPath(office.path, 'manual', clock.now()))
    earlier = contentIn(other.db)
    codes = [...codes, other.keys.recoveryCode]
    other.close()
  } else {
    await makeBackup({ archivePath: office.path, key, now: clock.now() }, 'manual')
  }
  write(office, TEXTS / 4, 'après')
  return { office, codes, key, earlier, now: contentIn(office.db) }
}

function write(office: Office, count: number, word: string): void {
  for (let number = 0; number < count; number += 1) {
    addText(office, `Texte ${number} ${word}. ${'Le ministre a reçu la délégation. '.repeat(120)}`)
  }
}

/** A copy as a kill of the writer would leave it, its log full. Made by others: see `header.ts`. */
function copyOf({ office }: Prepared, name: string): string {
  const folder = path.join(path.dirname(office.path), name)
  mkdirSync(folder)
  const script = `cp "$1" "$1-wal" "$2/"; [ ! -e "$1.keys.json" ] || cp "$1.keys.json" "$2/"; cp -r "$1.backups" "$2/"`
  execFileSync('sh', ['-c', script, 'sh', office.path, folder])
  const file = path.join(folder, path.basename(office.path))
  expect(statSync(`${file}-wal`).size).toBeGreaterThan(0)
  inodes.set(file, statSync(file).ino)
  return file
}

function momentsOf(
  aimed: readonly ((file: string) => boolean)[],
  took: number,
): readonly ((file: string) => Moment)[] {
  const drawn = Array.from({ length: KILLS }, () => (took * random.below(1100)) / 1000)
  return [
    ...aimed.map((hasCome) => (file: string) => () => hasCome(file)),
    // The last one is left to end.
    ...[...drawn, Infinity].map((after) => () => after),
  ]
}

const sizeOf = (file: string): number => listBackupFiles(file)[0]?.size ?? 0

const beside = (file: string): readonly string[] => readdirSync(backupFolderOf(file))

const hexOf = (key: DataKey | null): string =>
  key === null ? '' : Buffer.from(key).toString('hex')

function sameKeys(one: string, other: string): boolean {
  if (!existsSync(keysPathOf(one)) || !existsSync(keysPathOf(other))) return false
  return readFileSync(keysPathOf(one)).equals(readFileSync(keysPathOf(other)))
}

/** The key behind whichever of the codes opens a file: somebody must. */
function keyOf(file: string, { codes }: Prepared): DataKey | null {
  if (!isEncrypted(file)) return null
  for (const code of codes) {
    const opened = unwrapDataKey(file, code)
    if (opened.ok) return opened.value
  }
  throw new Error(`nothing opens ${path.basename(file)}`)
}

/** What an archive holds when it is opened as ever, with the keys beside it. */
function readAll(file: string, prepared: Prepared): unknown {
  const opened = openForWriting(file, 'Officier', clock, keyOf(file, prepared))
  if (!opened.ok) throw new Error(opened.failure.kind)
  try {
    return contentIn(opened.value.archive)
  } finally {
    opened.value.close()
  }
}

function contentOf(file: string, key: DataKey | null): unknown {
  const opened = openDetached(file, key)
  if (!opened.ok) throw new Error(opened.failure.kind)
  try {
    return contentIn(opened.value.archive)
  } finally {
    opened.value.close()
  }
}

function contentOrNull(db: ReadableArchive): unknown {
  try {
    return contentIn(db)
  } catch {
    return null
  }
}

const contentIn = (db: ReadableArchive): unknown =>
  db.prepare('SELECT id, text, digest FROM version ORDER BY seq').all()
