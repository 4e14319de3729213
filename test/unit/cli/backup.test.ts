import path from 'node:path'
import { z } from 'zod'
import { expect, test } from 'vitest'
import { aFolder } from '../../support/archive.ts'
import { runCli } from '../../support/cli.ts'

const backupsSchema = z.array(
  z.looseObject({ name: z.string(), reason: z.string(), communiqueCount: z.number().nullable() }),
)

test('a backup is made, listed and put back with one command each', () => {
  const { folder, remove } = aFolder()
  const archive = path.join(folder, 'archive.fonds')
  const run = (verb: string, ...rest: readonly string[]) =>
    runCli(verb, '--archive', archive, ...rest)
  runCli('ingest', '--archive', archive, 'resources/sample')
  const before = run('list', '--json').json()
  expect(run('backups').out).toContain('Aucune sauvegarde')
  expect(run('backup').code).toBe(0)
  const [made] = backupsSchema.parse(run('backups', '--json').json())
  expect(made).toMatchObject({
    reason: 'manual',
    communiqueCount: z.array(z.any()).parse(before).length,
  })

  runCli('ingest', '--archive', archive, 'README.md')
  expect(run('list', '--json').json()).not.toEqual(before)
  expect(run('restore', 'nulle-part').out).toContain('Introuvable')
  const restored = run('restore', made?.name ?? '')
  expect(restored).toMatchObject({ code: 0 })
  expect(restored.out).toContain('L’archive remplacée est gardée')
  expect(run('list', '--json').json()).toEqual(before)
  const reasons = backupsSchema.parse(run('backups', '--json').json()).map(({ reason }) => reason)
  expect(reasons).toEqual(['replaced', 'manual'])

  const elsewhere = path.join(folder, 'ailleurs.fonds')
  run('backup', '--output', elsewhere)
  runCli('ingest', '--archive', archive, 'README.md')
  expect(run('restore', elsewhere).code).toBe(0)
  expect(run('list', '--json').json()).toEqual(before)
  remove()
})
