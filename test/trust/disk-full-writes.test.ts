import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { reviseAnnotation } from '../../electron/core/annotations/annotate.ts'
import { makeBackup } from '../../electron/core/backups/make-backup.ts'
import { isWholeArchive } from '../../electron/core/backups/verify-copy.ts'
import { convertArchive } from '../../electron/core/db/convert.ts'
import { readArchiveHeader } from '../../electron/core/db/header.ts'
import { isEncrypted } from '../../electron/core/db/inspect.ts'
import { createKeys } from '../../electron/core/db/keys.ts'
import { openForWriting } from '../../electron/core/db/open.ts'
import { openSystemClock } from '../../electron/core/system/clock.ts'
import { addText, anOffice, bundleOf, mark, stateDigestOf } from '../support/annotated.ts'
import { aFolder } from '../support/archive.ts'
import { PASSPHRASE } from '../support/encrypted.ts'
import { FIRST_TEXTS, writeFirstArchive } from '../support/first-archive.ts'
import { WRITES, type Write, type WriteRequest } from '../support/full-disk-writes.ts'
import { randomFromSeed } from '../support/random.ts'
import { mountDisk } from '../support/small-disk.ts'
import { isFull, seedOr } from '../support/trust-form.ts'

/** Too small for a reserve: what a write needs it must find. */
const disk = mountDisk('24m')
if (disk === null) process.stdout.write('full disk: skipped, no small disk may be mounted here\n')
const clock = openSystemClock()
const { folder: templates, remove } = aFolder()
const keys = createKeys(PASSPHRASE)
const known = await makeTemplates()
const random = randomFromSeed(seedOr(6))
/** Room that is left, in bytes: for some of what a write needs. */
const ROOMS = Array.from({ length: isFull ? 12 : 2 }, () => 4096 * random.below(isFull ? 400 : 120))

afterAll(() => {
  disk?.unmount()
  remove()
})

test.skipIf(disk === null).each(Object.entries(WRITES))(
  'on a full disk, %s loses nothing and says why it stopped; with room it is done (control)',
  async (_name, write) => {
    expect(await tryWrite(write, 0)).toBe('disk-full')
    for (const room of ROOMS) expect(await tryWrite(write, room)).toMatch(/^(?:done|disk-full)$/u)
    expect(await tryWrite(write, null)).toBe('done')
  },
)

/** Tries a write on a disk with so much room left, null for all of it, and looks at what is there then. */
async function tryWrite(write: Write, room: number | null): Promise<string> {
  const folder = path.join(disk?.folder ?? '', 'poste')
  cpSync(path.join(templates, write.on), folder, { recursive: true })
  const file = path.join(folder, 'archive.fonds')
  const before = await stateOf(file, write)
  const { act, close } = write.open({ ...known, keys, file, folder })
  if (room !== null) disk?.fill(room)
  const said = await act()
  close()
  disk?.free()
  const after = await stateOf(file, write)
  const isDone = said === 'done'
  expect({ isSame: isDeepStrictEqual(after, before), said }).toEqual({
    isSame: !isDone || !write.changes,
    said,
  })
  expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([])
  // Nothing is in the way of the next try.
  const again = isDone ? null : write.open({ ...known, keys, file, folder })
  expect((await again?.act()) ?? 'done').toBe('done')
  again?.close()
  rmSync(folder, { recursive: true })
  return said
}

/** What officers did in an archive, which must be whole. One of an older schema is only looked at. */
async function stateOf(file: string, { on }: Write): Promise<unknown> {
  if (on === 'first-schema') {
    const header = readArchiveHeader(file)
    return header.kind === 'archive' && existsSync(file) ? header.schemaVersion : header.kind
  }
  const opened = openForWriting(file, 'Officier', clock, isEncrypted(file) ? keys.dataKey : null)
  if (!opened.ok) throw new Error(opened.failure.kind)
  const { archive: db, close } = opened.value
  expect(await isWholeArchive(db)).toBe(true)
  const tables = [
    'communique',
    'version',
    'source_file',
    // The list that comes with the application is taken in before the first text, by itself.
    "authority WHERE origin = 'text'",
    'dossier',
    'saved_search',
  ]
  const counts = tables.map((table) => db.prepare(`SELECT count(*) AS rows FROM ${table}`).get({}))
  const journal = db
    .prepare("SELECT action, subject FROM journal WHERE action <> 'archive.restore' ORDER BY seq")
    .all({})
  const notes = stateDigestOf({ db, path: file, shut: close, close, desk: OFFICER })
  close()
  return { counts, journal, notes }
}

const OFFICER = { clock, actor: 'Officier', device: 'poste' }

/** Archives to begin with: a plain one, the same encrypted, and one of the first schema. */
async function makeTemplates(): Promise<Omit<WriteRequest, 'file' | 'folder' | 'keys'>> {
  const office = anOffice('Officier')
  const place = addText(office, 'Le ministre a reçu la délégation. '.repeat(40), 'Premier')
  const { id: annotationId } = mark(office, place, 'délégation', 'à suivre')
  const deleted = mark(office, place, 'ministre', 'à effacer '.repeat(2000))
  reviseAnnotation(office.db, office.desk, deleted.id, { withdrawn: true })
  const colleague = anOffice('Collègue', 9)
  const same = addText(colleague, 'Le ministre a reçu la délégation. '.repeat(40), 'Premier')
  for (let number = 0; number < 60; number += 1) {
    mark(colleague, same, 'ministre', `note d’un collègue ${number} ${'mot '.repeat(60)}`)
  }
  const bundle = bundleOf(colleague)
  colleague.close()
  const plain = path.join(templates, 'plain')
  mkdirSync(plain, { recursive: true })
  office.db.copyTo(path.join(plain, 'archive.fonds'))
  office.close()
  await backUp(path.join(plain, 'archive.fonds'))
  writeFileSync(path.join(plain, 'preferences.json'), '{"settings.language":"\\"ar\\""}')
  const encrypted = path.join(templates, 'encrypted')
  cpSync(plain, encrypted, { recursive: true })
  const file = path.join(encrypted, 'archive.fonds')
  convertArchive(file, { from: null, to: keys, actor: 'Officier', clock })
  mkdirSync(path.join(templates, 'first-schema'))
  writeFirstArchive(path.join(templates, 'first-schema', 'archive.fonds'), [
    ...FIRST_TEXTS,
    'Un texte de plus, assez long. '.repeat(9000),
  ])
  const elsewhere = path.join(plain, 'archive.fonds')
  const { versionId, communiqueId: textElsewhere } = place
  return { versionId, annotationId, bundle, elsewhere, textElsewhere }
}

async function backUp(file: string): Promise<void> {
  const made = await makeBackup(
    { archivePath: file, key: null, now: '2026-01-05T08:00:00.000Z' },
    'manual',
  )
  if (!made.ok) throw new Error(made.failure.kind)
}
