import { expect, test } from 'vitest'
import { readDocx } from '../../../../../electron/core/ingest/formats/docx.ts'
import { docxFromBody, wordParagraph, wordStyles } from '../../../../support/office-builder.ts'

const read = (body: string, more: Readonly<Record<string, string>> = {}) =>
  readDocx({ name: 'note.docx', bytes: docxFromBody(body, more) })

test('keeps paragraphs in order and tells headings by their style', async () => {
  const styles = wordStyles({ T: 'Title', H: 'heading 2' })
  const reading = await read(
    wordParagraph('Communiqué conjoint', 'T') +
      wordParagraph('Suites', 'H') +
      wordParagraph('Les deux ministres se sont réunis.'),
    styles,
  )
  expect(reading.items[0]?.title).toBe('Communiqué conjoint')
  expect(reading.items[0]?.blocks).toEqual([
    { kind: 'heading', text: 'Communiqué conjoint' },
    { kind: 'heading', text: 'Suites' },
    { kind: 'body', text: 'Les deux ministres se sont réunis.' },
  ])
})

test('reads the text as it stands after tracked changes', async () => {
  const reading = await read(
    '<w:p><w:r><w:t xml:space="preserve">Le projet </w:t></w:r><w:del><w:r><w:delText>ancien </w:delText></w:r></w:del><w:ins><w:r><w:t>nouveau</w:t></w:r></w:ins></w:p>',
  )
  expect(reading.items[0]?.blocks).toEqual([{ kind: 'body', text: 'Le projet nouveau' }])
})

test('refuses a part that declares an entity, and names it', async () => {
  const bomb = '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaa">]><d>&a;</d>'
  const reading = await read(wordParagraph('x'), { 'word/footnotes.xml': bomb })
  expect(reading.items).toEqual([])
  expect(reading.refusals).toEqual([
    { name: 'note.docx', reason: 'damaged', part: 'word/footnotes.xml' },
  ])
})

test('drops a reference to another place, and says so', async () => {
  const reading = await read(wordParagraph('Texte du communiqué.'), {
    'word/_rels/settings.xml.rels':
      '<?xml version="1.0"?><Relationships><Relationship Id="r" TargetMode="External" Type="http://x/attachedTemplate" Target="http://192.0.2.7/t.dotm"/></Relationships>',
  })
  expect(reading.warnings).toEqual([{ name: 'note.docx', kind: 'external-reference-dropped' }])
  expect(reading.items[0]?.blocks).toHaveLength(1)
})

test('refuses a document without text', async () => {
  const reading = await read('<w:p/>')
  expect(reading.refusals).toEqual([{ name: 'note.docx', reason: 'no-text' }])
})

test('gives the Word parser no part that was not looked at', async () => {
  const [name = '', styles = ''] = Object.entries(wordStyles({ T: 'Title' }))[0] ?? []
  const relations = wordStyles({ T: 'Title' })['word/_rels/document.xml.rels'] ?? ''
  const body = wordParagraph('Communiqué conjoint', 'T')
  const looked = await read(body, { [name]: styles, 'word/_rels/document.xml.rels': relations })
  expect(looked.items[0]?.title).toBe('Communiqué conjoint')
  const unlooked = await read(body, {
    'word/styles.dat': styles,
    'word/_rels/document.xml.rels': relations.replace('styles.xml', 'styles.dat'),
  })
  expect(unlooked.items[0]?.title).toBeNull()
  expect(unlooked.items[0]?.blocks).toEqual([{ kind: 'body', text: 'Communiqué conjoint' }])
})
