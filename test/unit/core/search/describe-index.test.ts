import { expect, test } from 'vitest'
import { compactInSteps, describeIndex } from '../../../../electron/core/search/describe-index.ts'
import { addNote, addTexts, aSearchableArchive } from '../../../support/searchable.ts'

test('the index tells what it holds, and what it takes beside the texts', () => {
  const { archive, close } = aSearchableArchive([
    { title: 'Eau', text: 'Une eau claire.' },
    { text: 'المياه' },
  ])
  addNote(archive, 1, 'À relire')
  const { bytes, segments, ...counted } = describeIndex(archive)
  expect(counted).toEqual({
    wordings: 2,
    notes: 1,
    forms: 6,
    textBytes: Buffer.byteLength('EauUne eau claire.المياه'),
  })
  expect(bytes).toBeGreaterThan(0)
  expect(segments).toBeGreaterThan(0)
  close()
})

test('the parts that imports leave are joined into one, and the answers stay', () => {
  const { archive, find, close } = aSearchableArchive([{ text: 'Une eau claire.' }])
  for (let day = 1; day <= 6; day++) addTexts(archive, [{ text: `Une eau du jour ${day}.` }])
  const before = find('eau').hits.map(({ id }) => id)
  expect(describeIndex(archive).segments).toBeGreaterThan(1)
  const steps = compactInSteps(archive)
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done !== true) continue
    expect(step.value).toBe(1)
    break
  }
  expect(describeIndex(archive)).toMatchObject({ segments: 1, wordings: 7 })
  expect(find('eau').hits.map(({ id }) => id)).toEqual(before)
  close()
})
