import { expect, test } from 'vitest'
import { readCsv } from '../../../../../electron/core/ingest/formats/csv.ts'

const read = (text: string, encoding: BufferEncoding = 'utf8') =>
  readCsv({ name: 'table.csv', bytes: Buffer.from(text, encoding) })

test('reads a row as a text, whatever parts its cells', () => {
  for (const mark of [';', ',', '\t']) {
    const text = `Titre;Date;Texte\r\nAccord;16/04/2025;"Un.\nDeux; trois"\r\n`.replace(
      /;(?! trois)/gu,
      mark,
    )
    expect(read(text).items).toMatchObject([
      {
        name: 'table.csv#1',
        title: 'Accord',
        blocks: [{ text: 'Un.\nDeux; trois' }],
        structured: { published: { value: '2025-04-16' } },
      },
    ])
  }
})

test('reads the encoding that Excel writes', () => {
  const { items } = read('Titre;Texte\r\nRéunion;L\x92Intérieur a reçu\r\n', 'latin1')
  expect(items[0]).toMatchObject({
    title: 'Réunion',
    encoding: 'windows-1252',
    blocks: [{ text: 'L’Intérieur a reçu' }],
  })
})

test('takes the longest column when none is known as body', () => {
  const { items } = read('a;b\nx;un texte plus long\n')
  expect(items[0]?.blocks).toEqual([{ kind: 'body', text: 'un texte plus long' }])
})

test('works no formula out', () => {
  const { items } = read('Titre;Texte\n"=HYPERLINK(""http://192.0.2.7"")";"@SUM(1)"\n')
  expect(items[0]).toMatchObject({
    title: '=HYPERLINK("http://192.0.2.7")',
    blocks: [{ text: '@SUM(1)' }],
  })
})

test('refuses a quote that never closes with its line', () => {
  expect(read('Titre;Texte\nA;x\n"B;y\n').refusals).toEqual([
    { name: 'table.csv', reason: 'damaged', line: 3 },
  ])
})
