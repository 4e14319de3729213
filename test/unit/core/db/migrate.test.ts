import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrateArchive } from '../../../../electron/core/db/migrate.ts'
import { MIGRATIONS } from '../../../../electron/core/db/migrations.ts'
import { APPLICATION_ID } from '../../../../electron/core/db/pragmas.ts'
import { aFolder } from '../../../support/archive.ts'
import { readSchema } from '../../../support/schema.ts'

test('schema.sql is what the migrations make', () => {
  expect(readFileSync('electron/core/db/schema.sql', 'utf8')).toBe(readSchema())
})

test('versions count up from one without a gap', () => {
  expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, at) => at + 1))
})

test('an older archive is copied whole, then brought to the newest schema', () => {
  const { folder: own, remove: removeOwn } = aFolder()
  const file = path.join(own, 'archive.fonds')
  const db = new Database(file)
  expect(migrateArchive(db, file, MIGRATIONS.slice(0, 1))).toBeNull()
  db.exec("INSERT INTO archive VALUES ('an-archive', '2026-01-05', 'Officier')")
  const copy = migrateArchive(db, file, MIGRATIONS)
  expect(db.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length)
  expect(db.pragma('application_id', { simple: true })).toBe(APPLICATION_ID)
  expect(db.prepare('SELECT id FROM archive').pluck().all()).toEqual(['an-archive'])
  const kept = new Database(copy ?? '', { readonly: true })
  expect(kept.pragma('user_version', { simple: true })).toBe(1)
  expect(kept.prepare('SELECT id FROM archive').pluck().all()).toEqual(['an-archive'])
  kept.close()
  db.close()
  removeOwn()
})

test('a step that fails leaves the archive as it was before the step', () => {
  const { folder: own, remove: removeOwn } = aFolder()
  const file = path.join(own, 'archive.fonds')
  const db = new Database(file)
  migrateArchive(db, file, MIGRATIONS)
  const failing = {
    version: MIGRATIONS.length + 1,
    name: 'failing',
    up: (raw: { exec: (sql: string) => void }) => {
      raw.exec('CREATE TABLE half (a)')
      throw new Error('interrupted')
    },
  }
  expect(() => migrateArchive(db, file, [...MIGRATIONS, failing])).toThrow('interrupted')
  expect(db.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length)
  expect(db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'half'").get()).toBeUndefined()
  expect(existsSync(`${file}.before-v${MIGRATIONS.length + 1}.backup`)).toBe(true)
  db.close()
  removeOwn()
})
