import { rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { APPLICATION_ID } from './pragmas.ts'
import type { Migration } from './migration.ts'

/**
 * Brings an archive to the newest schema: a verified copy first, then every missing step in a
 * transaction of its own. Returns the path of the copy, or null when nothing had to be copied.
 */
export function migrateArchive(
  db: Database.Database,
  archivePath: string,
  migrations: readonly Migration[],
): string | null {
  const from = Number(db.pragma('user_version', { simple: true }))
  const missing = migrations.filter((migration) => migration.version > from)
  if (missing.length === 0) return null
  const copy = from === 0 ? null : copyBeforeMigration(db, archivePath, from)
  for (const migration of missing) {
    db.transaction(() => {
      migration.up(db)
      db.pragma(`application_id = ${APPLICATION_ID}`)
      db.pragma(`user_version = ${migration.version}`)
    }).immediate()
  }
  return copy
}

function copyBeforeMigration(db: Database.Database, archivePath: string, from: number): string {
  const copy = `${archivePath}.before-v${from + 1}.backup`
  rmSync(copy, { force: true })
  db.prepare('VACUUM INTO ?').run(copy)
  const check = new Database(copy, { readonly: true })
  try {
    const verdict: unknown = check.pragma('integrity_check', { simple: true })
    if (verdict !== 'ok') throw new Error('the copy made before a migration is not whole')
  } finally {
    check.close()
  }
  return copy
}
