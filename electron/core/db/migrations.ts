import type { Migration } from './migration.ts'
import { archive } from './migrations/0001-archive.ts'
import { searchIndex } from './migrations/0002-search-index.ts'

/** Every step of the schema, in order. Append only. */
export const MIGRATIONS: readonly Migration[] = [archive, searchIndex]
