import path from 'node:path'
import { expect, test } from 'vitest'
import { createAnnotation, reviseAnnotation } from '../../electron/core/annotations/annotate.ts'
import { listAnnotations } from '../../electron/core/annotations/annotations.ts'
import { unpackBundle } from '../../electron/core/annotations/bundle.ts'
import { eraseAnnotations, purgeErased } from '../../electron/core/annotations/erase-annotations.ts'
import { exportBundle } from '../../electron/core/annotations/export-annotations.ts'
import { mergeIncoming, previewMerge } from '../../electron/core/annotations/merge.ts'
import { listWithdrawn } from '../../electron/core/annotations/search-annotations.ts'
import { findBrokenEntries } from '../../electron/core/archive/journal.ts'
import { addText, anOffice, type Office } from '../support/annotated.ts'
import { wordsInFolder } from '../support/planted.ts'

const NOTES = 20
const TEXT = 'Le ministre a reçu une délégation. Il a rappelé les engagements pris. '.repeat(40)

test('an erased note is gone from every file of the open archive, one that is only deleted is not', async () => {
  const office = anOffice('Officier')
  const { ids, words } = writeNotes(office)
  for (const id of ids) withdraw(office, id)
  await purgeErased(office.db)
  // The control: the search below does find what is there.
  expect(wordsInFolder(path.dirname(office.path), words)).toHaveLength(2 * NOTES)
  expect(listWithdrawn(office.db, 5)).toMatchObject({ total: NOTES, rows: { length: 5 } })

  expect(eraseAnnotations(office.db, authorshipOf(office), null)).toEqual({
    ok: true,
    value: { erased: NOTES },
  })
  expect(await purgeErased(office.db)).toBe(true)
  expect(wordsInFolder(path.dirname(office.path), words)).toEqual([])
  expect(listWithdrawn(office.db, 5).total).toBe(0)
  expect(findBrokenEntries(office.db)).toEqual([])
  office.close()
})

test('where SQLite is left to its defaults, erased notes stay readable in the file', async () => {
  const office = anOffice('Officier')
  const { ids, words } = writeNotes(office)
  for (const id of ids) withdraw(office, id)
  office.db.prepare('PRAGMA secure_delete = OFF').get()
  office.db.prepare(`INSERT INTO note_words (note_words, rank) VALUES ('secure-delete', 0)`).run()
  eraseAnnotations(office.db, authorshipOf(office), null)
  await purgeErased(office.db)
  expect(wordsInFolder(path.dirname(office.path), words).length).toBeGreaterThan(NOTES / 2)
  office.close()
})

test('only what was deleted can be erased, and all of it or nothing', () => {
  const office = anOffice('Officier')
  const { ids } = writeNotes(office)
  const [deleted = '', kept = ''] = ids
  withdraw(office, deleted)
  expect(eraseAnnotations(office.db, authorshipOf(office), [deleted, kept])).toMatchObject({
    ok: false,
    failure: { kind: 'not-found', id: kept },
  })
  expect(listWithdrawn(office.db, 5).total).toBe(1)
  office.close()
})

test("a colleague's file does not bring an erased note back", async () => {
  const office = anOffice('Officier')
  const { ids, communiqueId } = writeNotes(office)
  const choice = { communiqueIds: null, includePrivate: true }
  const bundle = await unpackBundle(exportBundle(office.db, authorshipOf(office), choice).bytes)
  if (!bundle.ok) throw new Error(bundle.failure.kind)
  const [erased = ''] = ids
  withdraw(office, erased)
  eraseAnnotations(office.db, authorshipOf(office), [erased])
  const incoming = { ...bundle.value, source: 'bundle' as const }
  expect(previewMerge(office.db, incoming)).toMatchObject({ newCount: 0, updatedCount: 0 })
  mergeIncoming(office.db, office.desk, incoming)
  const left = listAnnotations(office.db, communiqueId).map(({ id }) => id)
  expect(left).toHaveLength(NOTES - 1)
  expect(left).not.toContain(erased)
  office.close()
})

/** Notes with a word in the body, another in an earlier wording of it, that stand nowhere else. */
function writeNotes(office: Office): {
  readonly ids: readonly string[]
  readonly words: readonly string[]
  readonly communiqueId: string
} {
  const { versionId, communiqueId } = addText(office, TEXT)
  const ids: string[] = []
  const words: string[] = []
  for (let number = 0; number < NOTES; number += 1) {
    const first = `zizanie${number}premiere`
    const second = `zizanie${number}seconde`
    const made = createAnnotation(office.db, office.desk, {
      versionId,
      start: number * 70,
      end: number * 70 + 30,
      kind: 'comment',
      body: `à ne jamais répéter ${first}`,
      tags: [],
      visibility: 'private',
    })
    if (!made.ok) throw new Error(made.failure.kind)
    reviseAnnotation(office.db, office.desk, made.value.id, { body: `sous embargo ${second}` })
    ids.push(made.value.id)
    words.push(first, second)
  }
  return { ids, words, communiqueId }
}

function withdraw({ db, desk }: Office, id: string): void {
  const gone = reviseAnnotation(db, desk, id, { withdrawn: true })
  if (!gone.ok) throw new Error(gone.failure.kind)
}

const authorshipOf = ({ desk }: Office): { readonly actor: string; readonly at: string } => ({
  actor: desk.actor,
  at: desk.clock.now(),
})
