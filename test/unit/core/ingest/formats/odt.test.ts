import { expect, test } from 'vitest'
import { readOdt } from '../../../../../electron/core/ingest/formats/odt.ts'
import { odtFromBody } from '../../../../support/office-builder.ts'

const read = (body: string, more: Readonly<Record<string, string>> = {}) =>
  readOdt({ name: 'note.odt', bytes: odtFromBody(body, more) })

test('keeps headings, paragraphs and list items, with their tabs and spaces', async () => {
  const reading = await read(
    '<text:h>Communiqué</text:h><text:p>Rabat,<text:s text:c="3"/>le<text:tab/>14</text:p>' +
      '<text:list><text:list-item><text:p>premier point</text:p></text:list-item></text:list>',
  )
  expect(reading.items[0]?.blocks).toEqual([
    { kind: 'heading', text: 'Communiqué' },
    { kind: 'body', text: 'Rabat,   le\t14' },
    { kind: 'list-item', text: 'premier point' },
  ])
})

test('leaves out deleted text and comments', async () => {
  const reading = await read(
    '<text:tracked-changes><text:p>supprimé</text:p></text:tracked-changes>' +
      '<text:p>Le texte<office:annotation><text:p>à revoir</text:p></office:annotation> reste.</text:p>',
  )
  expect(reading.items[0]?.blocks).toEqual([{ kind: 'body', text: 'Le texte reste.' }])
})

test('reads the paragraph of a note after the one that calls it', async () => {
  const reading = await read(
    '<text:p>Appel<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Note.</text:p></text:note-body></text:note> suite.</text:p>',
  )
  expect(reading.items[0]?.blocks.map(({ text }) => text)).toEqual(['Appel suite.', 'Note.'])
})

test('refuses an encrypted document as protected by a password', async () => {
  const reading = await read('<text:p>x</text:p>', {
    'META-INF/manifest.xml': '<?xml version="1.0"?><manifest><encryption-data/></manifest>',
  })
  expect(reading.refusals).toEqual([{ name: 'note.odt', reason: 'password-protected' }])
})

test('refuses more than 256 levels before the memory is spent', async () => {
  const reading = await read('<text:span>'.repeat(400) + 'x' + '</text:span>'.repeat(400))
  expect(reading.refusals).toEqual([
    { name: 'note.odt', reason: 'limits-exceeded', limit: 'depth', part: 'content.xml' },
  ])
})
