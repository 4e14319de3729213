import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { digestOf } from '../../../electron/core/system/files.ts'
import { aFolder } from '../../support/archive.ts'
import { runCli } from '../../support/cli.ts'
import { pdfFromPages } from '../../support/office-builder.ts'

const { folder, remove } = aFolder()
afterAll(remove)

const archive = path.join(folder, 'a.fonds')
const note = Buffer.from('\uFEFFRéunion à Sète\r\n\r\nLe ministère a réuni ses partenaires.\r\n')
const image = Buffer.from(pdfFromPages([[]]))

test('gives back the original of a text and of an image, byte for byte, and replaces nothing', () => {
  writeFileSync(path.join(folder, 'note.txt'), note)
  writeFileSync(path.join(folder, 'scan.pdf'), image)
  const files = ['note.txt', 'scan.pdf'].map((name) => path.join(folder, name))
  const report = path.join(folder, 'bordereau.csv')
  expect(runCli('ingest', '--archive', archive, ...files, '--report', report).code).toBe(0)
  expect(readFileSync(report, 'utf8').trim().split('\r\n')).toHaveLength(3)

  const [id = ''] = runCli('list', '--archive', archive).out.split(' ')
  const text = path.join(folder, 'back.txt')
  const back = ['original', '--archive', archive, id, '--output', text]
  expect(runCli(...back).code).toBe(0)
  expect(readFileSync(text)).toEqual(note)
  expect(runCli(...back).code).toBe(1)

  const scan = path.join(folder, 'back.pdf')
  runCli('original', '--archive', archive, digestOf(image), '--output', scan)
  expect(readFileSync(scan)).toEqual(image)
  expect(runCli('verify', '--archive', archive).code).toBe(0)
})
