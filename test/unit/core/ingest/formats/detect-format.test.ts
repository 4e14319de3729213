import { describe, expect, test } from 'vitest'
import { detectFormat } from '../../../../../electron/core/ingest/formats/detect-format.ts'
import { createSourceReader } from '../../../../../electron/core/ingest/formats/read-source.ts'
import {
  docxFromBody,
  odtFromBody,
  pdfFromPages,
  wordParagraph,
} from '../../../../support/office-builder.ts'
import { zipFromParts } from '../../../../support/zip-builder.ts'

const formatOf = async (content: string | Uint8Array, name = 'x.txt') => {
  const detected = await detectFormat(Buffer.from(content), name)
  return detected.ok ? detected.format : detected.reason
}

test('goes by the content, whatever the name says', async () => {
  expect(await formatOf(docxFromBody(wordParagraph('x')), 'x.pdf')).toBe('docx')
  expect(await formatOf(odtFromBody(''), 'x.docx')).toBe('odt')
  expect(await formatOf(zipFromParts({ 'a.txt': 'x' }), 'x.docx')).toBe('zip')
  expect(await formatOf(pdfFromPages([]), 'x.txt')).toBe('pdf')
  expect(await formatOf('HTTP/1.1 200 OK\r\nServer: x\r\n\r\n%PDF-1.7\n')).toBe('pdf')
  expect(await formatOf('{\\rtf1 x}')).toBe('rtf')
})

test('does not take an archive for the PDF that lies in it', async () => {
  expect(await formatOf(zipFromParts({ 'a.pdf': pdfFromPages([]) }))).toBe('zip')
})

test('refuses programs, images, sheets and locked documents for what they are', async () => {
  expect(await formatOf('\u007FELF\u0002\u0001\u0001\0\0\0')).toBe('binary')
  expect(await formatOf(Buffer.from('89504e470d0a1a0a', 'hex'))).toBe('format-unsupported')
  expect(await formatOf(zipFromParts({ 'xl/workbook.xml': '<x/>' }))).toBe('format-unsupported')
  const locked = Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.from('EncryptedPackage', 'utf16le'),
  ])
  expect(await formatOf(locked, 'x.docx')).toBe('password-protected')
  expect(await formatOf('')).toBe('empty')
})

describe('kinds of text', () => {
  test.each([
    ['html', '<!DOCTYPE html><p>x'],
    ['html', '\uFEFF  <!-- a --><HTML><body>x'],
    ['feed', '<?xml version="1.0"?><!-- c --><rss version="2.0"></rss>'],
    ['feed', '<feed xmlns="http://www.w3.org/2005/Atom"></feed>'],
    ['xml', '<?xml version="1.0"?><note>x</note>'],
    ['json', '[{"title":"x"}]'],
    ['jsonl', '{"a":1}\n{"a":2}\n'],
    ['markdown', '---\ntitle: x\n---\nTexte'],
    ['eml', 'Received: from a\nMessage-ID: <1@a>\nSubject: x\n\nTexte'],
    ['csv', 'Titre;Date;Texte\na;b;c\n'],
  ])('%s', async (format, text) => {
    expect(await formatOf(text)).toBe(format)
  })

  test.each([
    ['[Rabat] Le ministre a reçu son homologue.'],
    ['{texte entre accolades}'],
    ['Date: 16/04/2025\nObjet: réunion\n\nTexte'],
    ['From: CAPITAL\nTo: STATION\nSubject: visit\n\nText of a cable'],
    ['< 10 % des voix'],
    ['---\nUn trait, puis le texte.'],
    ['Le ministre ; le directeur ; le préfet'],
  ])('%s is plain text', async (text) => {
    expect(await formatOf(text)).toBe('text')
  })
})

describe('the reader of every format', () => {
  const read = createSourceReader()

  test('says that a name promises another format', async () => {
    const bytes = docxFromBody(wordParagraph('Texte du communiqué.'))
    const { items, warnings } = await read({ name: 'note.pdf', bytes })
    expect(items[0]?.reader).toBe('docx/1')
    expect(warnings).toEqual([{ name: 'note.pdf', kind: 'extension-differs' }])
  })

  test('opens an archive within an archive once', async () => {
    const nest = (depth: number): Uint8Array =>
      depth === 0
        ? Buffer.from('Texte.')
        : zipFromParts({ [depth === 1 ? 'a.txt' : 'in.zip']: nest(depth - 1) })
    const twice = await read({ name: 'out.zip', bytes: nest(2) })
    expect(twice.items.map(({ name }) => name)).toEqual(['out.zip/in.zip/a.txt'])
    const thrice = await read({ name: 'out.zip', bytes: nest(3) })
    expect(thrice.items).toEqual([])
    expect(thrice.refusals).toEqual([
      { name: 'out.zip/in.zip/in.zip', reason: 'limits-exceeded', limit: 'nesting' },
    ])
  })

  test('reads any other XML as its text', async () => {
    const bytes = Buffer.from('<?xml version="1.0"?><n>Le <d>14 avril</d> à Rabat.</n>')
    const { items } = await read({ name: 'n.xml', bytes })
    expect(items[0]?.blocks).toEqual([{ kind: 'body', text: 'Le 14 avril à Rabat.' }])
  })
})
