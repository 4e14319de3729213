import { expect, test } from 'vitest'
import { checkIndex } from '../../../../electron/core/search/check-index.ts'
import { rebuildIndex, rebuildInSteps } from '../../../../electron/core/search/rebuild-index.ts'
import type { WritableArchive } from '../../../../electron/core/db/archive-handle.ts'
import { indexNote, indexVersion } from '../../../../electron/core/search/index-words.ts'
import { aSearchableArchive, addNote, addTexts } from '../../../support/searchable.ts'

const LONG = 'mot '.repeat(300)

function anIndexedArchive(): ReturnType<typeof aSearchableArchive> {
  const made = aSearchableArchive([
    { title: 'Un', text: 'Le ministre a reçu l’ambassadeur.' },
    { title: 'اثنان', text: 'استقبل الوزير السفير' },
    { title: '', text: LONG },
  ])
  addNote(made.archive, 1, 'À vérifier', ['suivi'])
  rebuildIndex(made.archive)
  return made
}

function findingsOf(archive: WritableArchive): readonly string[] {
  const steps = checkIndex(archive)
  let step = steps.next()
  while (step.done !== true) step = steps.next()
  return step.value
}

test('an index that is whole has nothing to report', () => {
  const { archive, close } = anIndexedArchive()
  expect(findingsOf(archive)).toEqual([])
  close()
})

test('a wording that is not indexed, or with other words, is named', () => {
  const { archive, close } = anIndexedArchive()
  archive
    .prepare(
      `INSERT INTO version_words (version_words, rowid, title, body) VALUES ('delete', 2, ?, ?)`,
    )
    .run('اثنان', 'استقبل الوزير السفير')
  // Words that stand in no text any more are known still.
  expect(findingsOf(archive)).toEqual(['version-2', 'vocabulary'])
  indexVersion(archive, { seq: 2, title: 'اثنان', text: 'استقبل الوزير' })
  expect(findingsOf(archive)).toEqual(['version-2', 'vocabulary'])
  rebuildIndex(archive)
  expect(findingsOf(archive)).toEqual([])
  close()
})

test('what is indexed and not in the archive is named', () => {
  const { archive, close } = anIndexedArchive()
  indexVersion(archive, { seq: 99, title: '', text: 'fantôme' })
  indexNote(archive, { seq: 98, body: 'fantôme', tags: [] })
  expect(findingsOf(archive)).toEqual(['version-99', 'note-98'])
  close()
})

test('a rebuild in steps lets texts come in between, and indexes each once', () => {
  const { archive, find, close } = anIndexedArchive()
  const steps = rebuildInSteps(archive)
  expect(steps.next().value).toEqual({ done: 3, total: 3 })
  addTexts(archive, [{ text: 'Arrivé pendant la reconstruction.' }])
  expect(steps.next()).toEqual({ done: true, value: 3 })
  expect(findingsOf(archive)).toEqual([])
  expect(find('reconstruction').total).toBe(1)
  close()
})

test('an index left half built is stale', () => {
  const { archive, close } = anIndexedArchive()
  rebuildInSteps(archive).next()
  expect(findingsOf(archive)).toEqual(['other-analysis'])
  close()
})
