import { expect, test } from 'vitest'
import { readRtf } from '../../../../../electron/core/ingest/formats/rtf.ts'

const read = (rtf: string) =>
  readRtf({ name: 'note.rtf', bytes: Buffer.from(`{\\rtf1\\ansi${rtf}}`, 'latin1') })
const texts = (rtf: string) => read(rtf).items[0]?.blocks.map(({ text }) => text)

test('decodes bytes with the code page of their font', () => {
  const fonts = '{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset178 B;}}'
  expect(texts(`${fonts}\\f0 r\\'e9union\\par\\f1 \\'e3\\'cc\\'e1\\'d3\\par`)).toEqual([
    'réunion',
    'مجلس',
  ])
})

test('takes the Unicode escape and leaves its fallback out', () => {
  expect(texts("\\uc1 l\\u8217'Int\\u233\\'e9rieur \\u-3913?\\par")).toEqual(['l’Intérieur \uF0B7'])
})

test('leaves pictures, objects, fields and hidden text out', () => {
  const rtf =
    '{\\pict 0102}{\\*\\generator X;}{\\field{\\*\\fldinst HYPERLINK "http://192.0.2.7"}{\\fldrslt lien}} visible{\\v caché}\\par'
  expect(texts(rtf)).toEqual(['lien visible'])
  expect(read('{\\object{\\*\\objdata 0105}}x').warnings).toEqual([
    { name: 'note.rtf', kind: 'active-content-dropped' },
  ])
})

test('tells headings and list items', () => {
  const { items } = read('\\pard\\outlinelevel0 Titre\\par\\pard\\ls1 point\\par\\pard texte\\par')
  expect(items[0]?.blocks.map(({ kind }) => kind)).toEqual(['heading', 'list-item', 'body'])
})

test('prefers the Unicode form of a property', () => {
  const info = '{\\info{\\upr{\\title ??}{\\*\\ud{\\title \\u1576?\\u1604?}}}}'
  expect(read(`${info}\\u1576?\\u1604?\\par x`).items[0]?.structured.title?.value).toBe('بل')
})

test('refuses 2001 open groups', () => {
  expect(read('{'.repeat(2001)).refusals).toEqual([
    { name: 'note.rtf', reason: 'limits-exceeded', limit: 'depth' },
  ])
})

test('keeps the text before a length that runs past the end, and says so', () => {
  const { items, warnings } = read(' Communique \\bin999999 abc')
  expect(items[0]?.blocks).toEqual([{ kind: 'body', text: 'Communique' }])
  expect(warnings).toEqual([{ name: 'note.rtf', kind: 'recovered' }])
})
