import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { createAnnotation } from '../../electron/core/annotations/annotate.ts'
import { unpackBundle } from '../../electron/core/annotations/bundle.ts'
import { exportBundle } from '../../electron/core/annotations/export-annotations.ts'
import { backUpBeforeMerge } from '../../electron/core/annotations/merge-backup.ts'
import { backUpArchive } from '../../electron/core/archive/backup.ts'
import { convertArchive } from '../../electron/core/db/convert.ts'
import { isEncrypted } from '../../electron/core/db/inspect.ts'
import { createKeys, keysPathOf, unwrapDataKey, type DataKey } from '../../electron/core/db/keys.ts'
import { migrateArchive } from '../../electron/core/db/migrate.ts'
import { MIGRATIONS } from '../../electron/core/db/migrations.ts'
import { openForReading, openForWriting } from '../../electron/core/db/open.ts'
import { openSqlite } from '../../electron/core/db/sqlite.ts'
import type { ReadableArchive } from '../../electron/core/db/archive-handle.ts'
import { rebuildIndex } from '../../electron/core/search/rebuild-index.ts'
import { addText, anOffice, type Office } from '../support/annotated.ts'
import { aClock } from '../support/archive.ts'
import { anEncryptedOffice, PASSPHRASE } from '../support/encrypted.ts'
import { wordsInFolder } from '../support/planted.ts'

const PLANTED = ['zibeline-titre', 'zibeline-corps', 'zibeline-note', 'zibeline-etiquette']
const by = { actor: 'Officier', clock: aClock() }

test('no planted word stands in any file of an encrypted archive, all do in a plain one (control)', () => {
  const secret = anEncryptedOffice()
  plant(secret)
  expect(backUpArchive(secret.db, path.join(secret.folder, 'copie.fonds')).ok).toBe(true)
  expect(readdirSync(secret.folder)).toContain('archive.fonds-wal')
  expect(wordsInFolder(secret.folder, PLANTED)).toEqual([])
  secret.shut()
  expect(wordsInFolder(secret.folder, PLANTED)).toEqual([])
  expect(existsSync(keysPathOf(path.join(secret.folder, 'copie.fonds')))).toBe(true)

  const open = anOffice('Officier')
  plant(open)
  expect(wordsInFolder(path.dirname(open.path), PLANTED)).toEqual(PLANTED)
  open.close()
})

test.runIf(process.platform === 'linux')(
  'temporary data stays in memory, and would be readable on the disk if it did not (control)',
  () => {
    const { db, close } = anEncryptedOffice()
    const spill = (): readonly string[] => {
      db.prepare('CREATE TEMP TABLE spilt (words TEXT)').run()
      db.prepare(
        `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40000)
         INSERT INTO spilt SELECT 'zibeline-corps ' || i || printf('%600s', '') FROM n`,
      ).run()
      const found = wordsInOpenFiles()
      db.prepare('DROP TABLE spilt').run()
      return found
    }
    expect(spill()).toEqual([])
    db.prepare('PRAGMA temp_store = FILE').run()
    expect(spill()).toEqual(['zibeline-corps'])
    close()
  },
)

test('an archive is encrypted and made plain again without losing anything', async () => {
  const office = anOffice('Officier')
  plant(office)
  const before = contentOf(office.db)
  const file = copyOf(office)
  const keys = createKeys(PASSPHRASE)
  expect(convertArchive(file, { from: null, to: keys, ...by })).toEqual({ ok: true, value: null })
  expect(wordsInFolder(path.dirname(file), PLANTED)).toEqual([])
  expect(isEncrypted(file)).toBe(true)
  expect(openForReading(file, { checked: false })).toMatchObject({ failure: { why: 'locked' } })

  const opened = openForWriting(file, 'Officier', by.clock, keys.dataKey)
  if (!opened.ok) throw new Error(opened.failure.kind)
  const { archive: db, close } = opened.value
  expect(contentOf(db)).toEqual(before)
  const choice = { communiqueIds: null, includePrivate: true }
  const authorship = { actor: 'Officier', at: by.clock.now() }
  const bundle = await unpackBundle(exportBundle(db, authorship, choice).bytes)
  expect(bundle.ok && JSON.stringify(bundle.value)).toContain('zibeline-note')
  close()

  expect(convertArchive(file, { from: keys.dataKey, to: null, ...by }).ok).toBe(true)
  expect(existsSync(keysPathOf(file))).toBe(false)
  const plain = openForReading(file, { checked: false })
  if (!plain.ok) throw new Error(plain.failure.kind)
  expect(contentOf(plain.value.archive)).toEqual(before)
  plain.value.close()
  office.close()
})

test('the copies before a merge and before a migration open with the keys that lie beside them', () => {
  const office = anEncryptedOffice()
  plant(office)
  const copies = [backUpBeforeMerge(office.db, by.clock.now()), copyBeforeMigration(office)]
  expect(readdirSync(office.folder).filter((name) => name.endsWith('.new'))).toEqual([])
  for (const copy of copies) {
    const key = unwrapDataKey(copy ?? '', office.keys.recoveryCode)
    if (!key.ok) throw new Error(key.failure.kind)
    expect(readEverything(copy ?? '', key.value)).toBe('whole')
    expect(openForReading(copy ?? '', { checked: false })).toMatchObject({
      failure: { kind: 'archive-locked' },
    })
  }
  rmSync(office.folder, { recursive: true })
})

test('a flipped byte in an encrypted archive is damage, never a wrong passphrase', () => {
  const office = anEncryptedOffice()
  plant(office)
  const { path: file, keys, shut } = office
  shut()
  const whole = readFileSync(file)
  for (const at of [20, 2000, whole.length - 2000]) {
    const bytes = Buffer.from(whole)
    bytes[at] = (bytes[at] ?? 0) ^ 1
    writeFileSync(file, bytes)
    expect(unwrapDataKey(file, keys.recoveryCode)).toEqual({ ok: true, value: keys.dataKey })
    expect(readEverything(file, keys.dataKey)).toBe('archive-corrupt')
  }
  writeFileSync(file, whole)
  expect(readEverything(file, keys.dataKey)).toBe('whole')
})

function plant(office: Office, texts = 1): void {
  const added = Array.from({ length: texts }, (_, number) =>
    addText(office, `Texte ${number}. ${'zibeline-corps '.repeat(60)}`, 'zibeline-titre'),
  )
  const { versionId } = added[0] ?? { versionId: '' }
  rebuildIndex(office.db)
  const made = createAnnotation(office.db, office.desk, {
    versionId,
    start: 0,
    end: 20,
    kind: 'comment',
    body: 'zibeline-note',
    tags: ['zibeline-etiquette'],
    visibility: 'private',
  })
  if (!made.ok) throw new Error(made.failure.kind)
}

/** Brings the archive to a schema that does not exist yet, as a later Fonds will. */
function copyBeforeMigration({ path: file, keys, shut }: ReturnType<typeof anEncryptedOffice>) {
  shut()
  const db = openSqlite(file, {}, keys.dataKey)
  const version = MIGRATIONS.length + 1
  const next = { version, name: 'next', up: () => {} }
  const copy = migrateArchive(db, file, [...MIGRATIONS, next], {
    key: keys.dataKey,
    now: by.clock.now(),
  })
  db.pragma(`user_version = ${version - 1}`)
  db.close()
  return copy
}

function contentOf(db: ReadableArchive): unknown {
  return ['SELECT id, text FROM version ORDER BY id', 'SELECT * FROM journal'].map((sql) =>
    db.prepare(sql).all(),
  )
}

/** A closed copy in a folder of its own. */
function copyOf(office: Office, name = 'copie'): string {
  const folder = path.join(path.dirname(office.path), name)
  mkdirSync(folder)
  const file = path.join(folder, 'archive.fonds')
  office.db.copyTo(file)
  return file
}

/** The planted words in files that this process has open under no name, as temporary files are. */
function wordsInOpenFiles(): readonly string[] {
  const nameless = readdirSync('/proc/self/fd').filter((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`).endsWith('(deleted)')
    } catch {
      return false
    }
  })
  const found = nameless.map((fd) => readFileSync(`/proc/self/fd/${fd}`))
  return PLANTED.filter((word) => found.some((bytes) => bytes.includes(word)))
}

function readEverything(file: string, key: DataKey): string {
  const opened = openForReading(file, { checked: false, key })
  if (!opened.ok) return opened.failure.kind
  const { archive, close } = opened.value
  try {
    const verdict = archive.prepare<Record<string, string>>('PRAGMA integrity_check').get()
    return verdict?.['integrity_check'] === 'ok' ? 'whole' : 'archive-corrupt'
  } catch (error) {
    return error instanceof Error && 'code' in error ? 'archive-corrupt' : 'unexpected'
  } finally {
    close()
  }
}
