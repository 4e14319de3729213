/** `npm run schema`: writes the schema as it stands after the last migration. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { readSchema } from '../test/support/schema.ts'

writeFileSync(path.resolve(import.meta.dirname, '../electron/core/db/schema.sql'), readSchema())
