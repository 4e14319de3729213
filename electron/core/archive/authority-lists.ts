import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { authorityKindSchema } from '../../../shared/model/authority-record.ts'
import { foldText } from '../../../shared/text/analyse.ts'
import type { WritableArchive } from '../db/archive-handle.ts'
import { digestOf } from '../system/files.ts'
import { addAuthorityName } from './authorities.ts'

const namesSchema = z.array(z.string().min(1))

/** A list that comes with the application: the first name of the first language is the heading. */
const listSchema = z.array(
  z.strictObject({
    id: z.string().min(1).max(64),
    kind: authorityKindSchema,
    countryCode: z.string().length(2).optional(),
    names: z.strictObject({ fr: namesSchema, ar: namesSchema, en: namesSchema }),
  }),
)
type Listed = z.infer<typeof listSchema>[number]

/**
 * Brings the lists of countries and public bodies that come with the application into the archive,
 * each once and again when it has changed. Names are only added: what an officer did stays.
 */
export function loadAuthorityLists(db: WritableArchive, resourcesFolder: string): void {
  const folder = path.join(resourcesFolder, 'authorities')
  for (const name of readdirSync(folder).toSorted()) {
    if (!name.endsWith('.json')) continue
    const content = readFileSync(path.join(folder, name), 'utf8')
    const digest = digestOf(content)
    const known = db
      .prepare<{ digest: string }>('SELECT digest FROM authority_list WHERE name = $name')
      .get({ name })
    if (known?.digest === digest) continue
    db.write(() => {
      for (const listed of listSchema.parse(JSON.parse(content))) addListed(db, listed)
      db.prepare(
        `INSERT INTO authority_list (name, digest) VALUES ($name, $digest)
         ON CONFLICT (name) DO UPDATE SET digest = $digest`,
      ).run({ name, digest })
    })
  }
}

function addListed(db: WritableArchive, { id, kind, countryCode, names }: Listed): void {
  const [name = ''] = names.fr
  const known = db
    .prepare<{ seq: number }>(
      `SELECT seq FROM authority WHERE id = $id OR (kind = $kind AND folded = $folded)
       ORDER BY id = $id DESC LIMIT 1`,
    )
    .get({ id, kind, folded: foldText(name) })
  const seq = known?.seq ?? insertListed(db, { id, kind, name })
  if (countryCode !== undefined) {
    db.prepare('UPDATE authority SET country_code = $countryCode WHERE seq = $seq').run({
      countryCode,
      seq,
    })
  }
  for (const language of ['fr', 'ar', 'en'] as const) {
    for (const each of names[language]) addAuthorityName(db, seq, { name: each, language })
  }
}

function insertListed(
  db: WritableArchive,
  { id, kind, name }: { readonly id: string; readonly kind: string; readonly name: string },
): number {
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO authority (id, kind, name, folded, origin)
       VALUES ($id, $kind, $name, $folded, 'list')`,
    )
    .run({ id, kind, name, folded: foldText(name) })
  return Number(lastInsertRowid)
}
