import { describe, expect, test } from 'vitest'
import { readDoc } from '../../../../../electron/core/ingest/formats/doc.ts'
import { readMsg } from '../../../../../electron/core/ingest/formats/msg.ts'
import { refuse } from '../../../../../electron/core/ingest/reading.ts'
import { corpusFiles, corpusSource, hasCorpusFiles } from '../../../../support/corpus-files.ts'

if (!hasCorpusFiles) process.stdout.write('corpus absent: no Word 97 or Outlook file is read\n')

const CFB = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])

const unread = async () => refuse('part', 'format-unsupported')

test('refuses a compound file that lacks its streams', async () => {
  const source = { name: 'x', bytes: CFB }
  expect((await readDoc(source)).refusals).toEqual([{ name: 'x', reason: 'damaged' }])
  expect((await readMsg(source, unread)).refusals).toEqual([{ name: 'x', reason: 'no-text' }])
})

const filesOf = (format: string): readonly string[] =>
  corpusFiles()
    .filter((own) => own.format === format && own.hazard == null)
    .map(({ file }) => file)

describe.skipIf(!hasCorpusFiles)('real files', () => {
  test.each(filesOf('doc'))('%s gives text', async (file) => {
    expect((await readDoc(corpusSource(file))).items).toHaveLength(1)
  })

  test.each(filesOf('msg'))('%s gives text and a subject, or says it has none', async (file) => {
    const { items, refusals } = await readMsg(corpusSource(file), unread)
    expect(items[0]?.title ?? refusals[0]?.reason).toMatch(/./u)
    expect(items.length === 1 || refusals[0]?.reason === 'no-text').toBe(true)
  })
})
