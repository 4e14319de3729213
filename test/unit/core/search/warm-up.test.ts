import { setTimeout as wait } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { openForReading } from '../../../../electron/core/db/open.ts'
import { createColumns } from '../../../../electron/core/search/columns.ts'
import { formExpression } from '../../../../electron/core/search/match-expression.ts'
import { rowsMatching, stateOfIndex } from '../../../../electron/core/search/rows-matching.ts'
import { untilCold, warmUp } from '../../../../electron/core/search/warm-up.ts'
import { anArchive } from '../../../support/archive.ts'
import { addNote, addTexts } from '../../../support/searchable.ts'
import { createSyntheticArchive } from '../../../support/synthetic-communiques.ts'

const filled = () => {
  const opened = anArchive()
  const make = createSyntheticArchive(7)
  addTexts(opened.archive, [1, 2, 3, 4, 5, 6].map(make))
  return opened
}

test('warming up reads what searches read, and changes nothing', async () => {
  const { archive, close } = filled()
  const columns = createColumns()
  const changesBefore = archive.prepare('SELECT total_changes() AS n').get()
  await warmUp(archive, columns, new AbortController().signal)
  expect(columns.count).toBe(6)
  expect(archive.prepare('SELECT total_changes() AS n').get()).toEqual(changesBefore)
  close()
})

test('warming up ends with the lane', async () => {
  const { archive, close } = filled()
  const prepare = vi.spyOn(archive, 'prepare')
  await warmUp(archive, createColumns(), new AbortController().signal)
  const whole = prepare.mock.calls.length
  await warmUp(archive, createColumns(), AbortSignal.abort())
  expect(prepare.mock.calls.length - whole).toBeLessThan(whole / 2)
  close()
})

const beAtWork = (): void => {
  for (const begun = performance.now(); performance.now() - begun < 15;) continue
}

test('warming up gives way to whoever asks meanwhile', async () => {
  const { archive, close } = filled()
  const prepare = vi.spyOn(archive, 'prepare')
  const asking = setInterval(beAtWork, 20)
  const warm = warmUp(archive, createColumns(), new AbortController().signal)
  await wait(800)
  // One text of the sample for each pause that was too short to see anybody ask.
  expect(prepare.mock.calls.length).toBeLessThan(6)
  clearInterval(asking)
  await warm
  expect(prepare.mock.calls.length).toBeGreaterThan(100)
  close()
})

test('what was warmed up is read again by nobody, until the index changes and is left alone', async () => {
  const { archive, path, close } = filled()
  const opened = openForReading(path, { checked: true })
  if (!opened.ok) throw new Error(opened.failure.kind)
  const reader = opened.value.archive
  const lane = new AbortController()
  await warmUp(reader, createColumns(), lane.signal)
  const read = vi.spyOn(reader, 'prepare')
  rowsMatching(reader, formExpression('de'))
  expect(read.mock.calls.flat().filter((sql) => sql.includes('version_words MATCH'))).toEqual([])
  let isCold = false
  const warm = stateOfIndex(reader)
  const cold = untilCold(reader, warm, lane.signal, 40).then(() => (isCold = true))
  addNote(archive, 1, 'énergie')
  await wait(200)
  expect(isCold).toBe(false)
  addTexts(archive, [{ text: 'énergie' }])
  await cold
  // Nor is it waited for where the index had changed before anybody looked.
  await expect(untilCold(reader, warm, lane.signal, 40)).resolves.toBeUndefined()
  opened.value.close()
  close()
})

test('nobody waits for a change of the index once the lane ends', async () => {
  const { archive, close } = filled()
  const lane = new AbortController()
  const warm = stateOfIndex(archive)
  const ended = untilCold(archive, warm, lane.signal, 20)
  lane.abort()
  await expect(ended).resolves.toBeUndefined()
  await expect(untilCold(archive, warm, lane.signal, 60_000)).resolves.toBeUndefined()
  close()
})
