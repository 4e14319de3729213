import path from 'node:path'
import { z } from 'zod'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openForWriting } from '../../../electron/core/db/open.ts'
import { aClock, aFolder } from '../../support/archive.ts'
import { runCli } from '../../support/cli.ts'

const { folder, remove } = aFolder()
const archive = path.join(folder, 'archive.fonds')
const indexSchema = z.looseObject({
  wordings: z.number(),
  forms: z.number(),
  segments: z.number(),
  bytes: z.number(),
})
const describeIndex = (): z.infer<typeof indexSchema> =>
  indexSchema.parse(runCli('index', '--archive', archive, '--json').json())
const foundBy = (query: string): unknown =>
  runCli('search', '--archive', archive, query, '--json').json()

beforeAll(() => {
  runCli('ingest', '--archive', archive, 'resources/sample')
})
afterAll(remove)

test('the index is described in figures and in words', () => {
  const index = describeIndex()
  expect(index.wordings).toBeGreaterThan(10)
  expect(index.forms).toBeGreaterThan(index.wordings)
  const told = runCli('index', '--archive', archive)
  expect(told.code).toBe(0)
  expect(told.out).toContain(`${index.wordings} versions`)
})

test('an index that has lost its words is made again, and finds as it did', () => {
  const before = foundBy('"feuille de route"')
  expect(before).not.toEqual([])
  const described = describeIndex()
  const opened = openForWriting(archive, 'Officier', aClock())
  if (!opened.ok) throw new Error(opened.failure.kind)
  opened.value.archive
    .prepare(`INSERT INTO version_words(version_words) VALUES('delete-all')`)
    .run()
  opened.value.close()
  expect(foundBy('"feuille de route"')).toEqual([])
  expect(runCli('rebuild-index', '--archive', archive).code).toBe(0)
  expect(foundBy('"feuille de route"')).toEqual(before)
  expect(describeIndex()).toMatchObject({ wordings: described.wordings, forms: described.forms })
})

test('joining the parts of the index leaves what it finds as it was', () => {
  const before = foundBy('ministre')
  const compacted = runCli('compact-index', '--archive', archive, '--json')
  expect(compacted.code).toBe(0)
  expect(indexSchema.parse(compacted.json()).segments).toBeLessThanOrEqual(2)
  expect(foundBy('ministre')).toEqual(before)
})
