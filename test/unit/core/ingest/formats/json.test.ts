import { describe, expect, test } from 'vitest'
import { readJson, readJsonLines } from '../../../../../electron/core/ingest/formats/json.ts'

const source = (text: string) => ({ name: 'dump.json', bytes: Buffer.from(text) })

test('maps the fields of records by their usual names', () => {
  const { items } = readJson(
    source(
      JSON.stringify([
        { Titre: 'Accord', date: '16/04/2025', texte: 'Un.\n\nDeux.', lieu: 'Rabat' },
        {
          title: 'B',
          details: { body: '<p>Texte</p>' },
          links: { organisations: [{ title: 'Ministère' }] },
        },
      ]),
    ),
  )
  expect(items).toMatchObject([
    {
      name: 'dump.json#1',
      title: 'Accord',
      blocks: [{ text: 'Un.' }, { text: 'Deux.' }],
      structured: {
        published: { value: '2025-04-16', quote: '16/04/2025' },
        place: { value: 'Rabat' },
      },
    },
    { blocks: [{ text: 'Texte' }], structured: { issuer: { value: 'Ministère' } } },
  ])
})

test('takes a list inside an object, and NaN as absent', () => {
  const { items } = readJson(source('{"items":[{"title":NaN,"body":"NaN reste"}]}'))
  expect(items).toMatchObject([{ title: null, blocks: [{ text: 'NaN reste' }] }])
})

test('reaches no prototype', () => {
  const { items } = readJson(
    source(
      '[{"body":"b","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":1}}}]',
    ),
  )
  expect(items[0]?.blocks).toEqual([{ kind: 'body', text: 'b' }])
  expect(Reflect.get({}, 'polluted')).toBeUndefined()
})

test('replaces a lone surrogate and says so', () => {
  const { items, warnings } = readJson(source(String.raw`[{"title":"t","body":"a\ud800b"}]`))
  expect(items[0]?.blocks[0]?.text).toBe('a\uFFFDb')
  expect(warnings).toEqual([{ name: 'dump.json', kind: 'damaged-characters' }])
})

test('refuses what is not JSON with the line of the fault', () => {
  expect(readJson(source('[\n{"body":"x"},\n{bad}]')).refusals).toEqual([
    { name: 'dump.json', reason: 'damaged', line: 3 },
  ])
  expect(readJson(source('['.repeat(100_000))).refusals[0]?.reason).toBe('damaged')
})

describe('JSON Lines', () => {
  test('refuses one bad line with its number and reads the others', () => {
    const { items, refusals } = readJsonLines(source('{"body":"x"}\n{bad\n{"body":"y"}\n'))
    expect(items.map(({ name }) => name)).toEqual(['dump.json#1', 'dump.json#3'])
    expect(refusals).toEqual([{ name: 'dump.json#2', reason: 'damaged', line: 2 }])
  })
})
