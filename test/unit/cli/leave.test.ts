import { existsSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { expect, test } from 'vitest'
import { aFolder } from '../../support/archive.ts'
import { runCli } from '../../support/cli.ts'

const listSchema = z.array(z.looseObject({ id: z.string() }))
const reportSchema = z.looseObject({ communiqueCount: z.number(), originalCount: z.number() })

test('an archive is left with one command, never over a file, and the journal tells of it', () => {
  const { folder, remove } = aFolder()
  const archive = path.join(folder, 'archive.fonds')
  const copy = path.join(folder, 'copie.zip')
  runCli('ingest', '--archive', archive, 'resources/sample')
  const listed = listSchema.parse(runCli('list', '--archive', archive, '--json').json())

  const made = runCli('open-copy', '--archive', archive, '--output', copy, '--json')
  expect(reportSchema.parse(made.json()).communiqueCount).toBe(listed.length)
  const again = runCli('open-copy', '--archive', archive, '--output', copy)
  expect(again).toMatchObject({ code: 1 })
  expect(again.out).toContain('existe déjà')
  const nowhere = runCli(
    'open-copy',
    '--archive',
    archive,
    '--output',
    path.join(folder, 'no/c.zip'),
  )
  expect(nowhere.code).toBe(1)
  expect(existsSync(`${copy}.part`)).toBe(false)

  const one = runCli('journal', '--archive', archive, listed[0]?.id ?? '')
  expect(one.out.trim().split('\n')).toHaveLength(1)
  expect(one.out).toContain('Officier')
  expect(runCli('empty-trash', '--archive', archive).out).toContain('Aucune note')
  remove()
})
