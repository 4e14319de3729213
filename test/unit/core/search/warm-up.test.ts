import { expect, test, vi } from 'vitest'
import { createColumns } from '../../../../electron/core/search/columns.ts'
import { warmUp } from '../../../../electron/core/search/warm-up.ts'
import { anArchive } from '../../../support/archive.ts'
import { addTexts } from '../../../support/searchable.ts'
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
