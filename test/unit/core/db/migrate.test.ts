import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { connectClient } from '../../../../shared/channels/client.ts'
import type { ArchiveContract } from '../../../../shared/channels/contract.ts'
import {
  backupFolderOf,
  listBackupFiles,
  nextBackupPath,
} from '../../../../electron/core/db/backup-files.ts'
import { migrateArchive } from '../../../../electron/core/db/migrate.ts'
import type { Migration } from '../../../../electron/core/db/migration.ts'
import { MIGRATIONS } from '../../../../electron/core/db/migrations.ts'
import { APPLICATION_ID } from '../../../../electron/core/db/pragmas.ts'
import { aFolder } from '../../../support/archive.ts'
import { openInProcess } from '../../../support/archive-wires.ts'
import { runCli } from '../../../support/cli.ts'
import { FIRST_TEXTS, firstParagraph, writeFirstArchive } from '../../../support/first-archive.ts'
import { valueOf } from '../../../support/ingest.ts'
import { readSchema } from '../../../support/schema.ts'

const NEWEST = MIGRATIONS.length
const NEW = { key: null, now: '2026-01-05T08:00:00.000Z' }

test('schema.sql is what the migrations make', () => {
  expect(readFileSync('electron/core/db/schema.sql', 'utf8')).toBe(readSchema())
})

test('versions count up from one without a gap', () => {
  expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, at) => at + 1))
})

describe('an archive of the first schema', () => {
  let file: string
  let remove: () => void
  beforeEach(() => {
    const made = aFolder()
    file = path.join(made.folder, 'archive.fonds')
    remove = made.remove
    writeFirstArchive(file)
  })
  afterEach(() => remove())

  test('is brought to the newest with every row, every byte and every word of its texts', async () => {
    const before = contentOf(file)
    const opened = await openInProcess(file)
    const archive = connectClient<ArchiveContract>(await opened.dial())
    expect(await archive.call('archive.describe', {})).toMatchObject({
      value: { schemaVersion: NEWEST, communiqueCount: FIRST_TEXTS.length, annotationCount: 1 },
    })
    for (const [at, word] of ['valdorien', 'corridor', 'الطاقة'].entries()) {
      const found = await archive.call('search.run', {
        query: word,
        filter: { years: [], issuers: [], languages: [] },
        offset: 0,
        limit: 9,
      })
      expect(valueOf(found).hits.map(({ id }) => id)).toEqual([`text-${at + 1}`])
    }
    const notes = await archive.call('annotation.list', { communiqueId: 'text-1' })
    expect(valueOf(notes).annotations).toMatchObject([{ body: 'À suivre', tags: ['mer'] }])
    for (const [at, text] of FIRST_TEXTS.entries()) {
      const read = await archive.call('communique.get', { id: `text-${at + 1}`, versionId: null })
      const paragraph = firstParagraph(text, at === 2 ? 'ar' : 'fr')
      expect(valueOf(read).version.paragraphs).toEqual([paragraph])
    }
    archive.close()
    await opened.close()
    expect(contentOf(file)).toEqual(before)
    expect(opened.bugs).toEqual([])
  })

  test('is copied first, and the copy is the old archive, whole and for its owner alone', () => {
    const before = contentOf(file)
    runCli('list', '--archive', file)
    const copy = theBackup(file)
    expect(contentOf(copy)).toEqual(before)
    expect(versionOf(copy)).toBe(1)
    expect(statSync(copy).mode & 0o777).toBe(0o600)
    expect(readdirSync(path.dirname(file)).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  test('is brought up to date by a command that only reads', () => {
    const listed = runCli('list', '--archive', file, '--json')
    expect(listed.code).toBe(0)
    expect(listed.json()).toMatchObject([{ id: 'text-3' }, { id: 'text-2' }, { id: 'text-1' }])
    expect(versionOf(file)).toBe(NEWEST)
  })

  test('stays as it was where any of its steps fails', () => {
    const before = contentOf(file)
    const failing: Migration = {
      version: NEWEST + 1,
      name: 'failing',
      up: (raw) => {
        raw.exec("CREATE TABLE half (a); UPDATE communique SET title = ''")
        throw new Error('interrupted')
      },
    }
    const db = new Database(file)
    expect(() => migrateArchive(db, file, [...MIGRATIONS, failing], NEW)).toThrow('interrupted')
    expect(db.prepare("SELECT name FROM sqlite_schema WHERE name = 'half'").all()).toEqual([])
    db.close()
    expect(versionOf(file)).toBe(1)
    expect(contentOf(file)).toEqual(before)
    expect(contentOf(theBackup(file))).toEqual(before)
  })

  test('keeps its earlier copies when it has been damaged since and cannot be copied again', () => {
    const kept = nextBackupPath(file, 'migration', NEW.now)
    writeFileSync(kept, readFileSync(file))
    const bytes = readFileSync(file)
    bytes.fill(0xa5, 4096 * 3, 4096 * 9)
    writeFileSync(file, bytes)
    const db = new Database(file)
    expect(() => migrateArchive(db, file, MIGRATIONS, NEW)).toThrow(/malformed|not whole/u)
    db.close()
    expect(readdirSync(backupFolderOf(file))).toEqual([path.basename(kept)])
    expect(versionOf(kept)).toBe(1)
  })
})

test('a new archive needs no copy and carries our mark', () => {
  const { folder, remove } = aFolder()
  const db = new Database(path.join(folder, 'archive.fonds'))
  expect(migrateArchive(db, path.join(folder, 'archive.fonds'), MIGRATIONS, NEW)).toBeNull()
  expect(db.pragma('application_id', { simple: true })).toBe(APPLICATION_ID)
  expect(db.pragma('user_version', { simple: true })).toBe(NEWEST)
  db.close()
  remove()
})

function theBackup(file: string): string {
  const backups = listBackupFiles(file)
  expect(backups.map(({ reason }) => reason)).toEqual(['migration'])
  return backups[0]?.path ?? ''
}

const versionOf = (file: string): unknown => {
  const db = new Database(file, { readonly: true })
  const version = db.pragma('user_version', { simple: true })
  db.close()
  return version
}

/** Every row of the tables of the first schema, in the columns it had. */
function contentOf(file: string): Readonly<Record<string, readonly unknown[]>> {
  const db = new Database(file, { readonly: true })
  const rows = (sql: string): readonly unknown[] => db.prepare(sql).all()
  const content = {
    archive: rows('SELECT * FROM archive'),
    communique: rows('SELECT seq, id, title, sorted_on, annotation_count FROM communique'),
    version: rows('SELECT seq, id, text, digest FROM version'),
    sources: rows('SELECT digest, hex(bytes) FROM source_file'),
    accession: rows('SELECT * FROM accession'),
    annotation: rows('SELECT id, body, tags, withdrawn FROM annotation'),
    anchor: rows('SELECT start_offset, end_offset, exact, status FROM anchor'),
  }
  db.close()
  return content
}
