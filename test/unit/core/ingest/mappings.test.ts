import { expect, test } from 'vitest'
import { MOST_COLUMNS } from '../../../../shared/model/limits.ts'
import { readCsv } from '../../../../electron/core/ingest/formats/csv.ts'
import { readJson } from '../../../../electron/core/ingest/formats/json.ts'
import { anAskedArchive, openBatchOf, runBatchOf, valueOf } from '../../../support/ingest.ts'
import { createSyntheticArchive } from '../../../support/synthetic-communiques.ts'

const written = createSyntheticArchive(31)
const bodyOf = (number: number): string => written(number).text.replaceAll('\n\n', ' ')

/** No name of this dump is one that is known: intitulé and mise en ligne go by their values. */
const dump = (...numbers: readonly number[]): string =>
  [
    'Nº;Chapeau;Sorti le;Dépêche',
    ...numbers.map(
      (number) => `${number};Réunion du comité ${number};16/04/2025;"${bodyOf(number)}"`,
    ),
  ].join('\r\n')

const COLUMNS = ['Nº', 'Chapeau', 'Sorti le', 'Dépêche']
const MAPPING = { title: 'Chapeau', published: 'Sorti le', body: 'Dépêche' }

test('proposes a mapping from names, then from what values look like', () => {
  const bytes = Buffer.from(dump(1, 2, 3))
  expect(readCsv({ name: 'a.csv', bytes }).dumps).toMatchObject([
    {
      name: 'a.csv',
      rows: 3,
      mapping: MAPPING,
      fromValues: ['title', 'body', 'published'],
      origin: 'proposed',
    },
  ])
})

test('states no day by what a column looks like until it is accepted', () => {
  const bytes = Buffer.from(dump(1, 2, 3))
  const before = readCsv({ name: 'a.csv', bytes }).items[0]?.structured
  expect(before?.published).toBeUndefined()
  const mappings = [{ columns: COLUMNS, mapping: MAPPING }]
  const after = readCsv({ name: 'a.csv', bytes, mappings }).items[0]?.structured
  expect(after?.published).toMatchObject({ value: '2025-04-16', quote: '16/04/2025' })
})

test('names the inner fields of JSON by their path', () => {
  const records = [{ meta: { quand: '2025-04-16' }, corps: { fr: bodyOf(4) } }]
  const mappings = [
    {
      columns: ['meta.quand', 'corps.fr'],
      mapping: { body: 'corps.fr', published: 'meta.quand' } as const,
    },
  ]
  const bytes = Buffer.from(JSON.stringify(records))
  const read = readJson({ name: 'a.json', bytes, mappings })
  expect(read.dumps?.[0]).toMatchObject({ origin: 'remembered' })
  expect(read.items[0]).toMatchObject({
    blocks: [{ text: bodyOf(4) }],
    structured: { published: { value: '2025-04-16' } },
  })
})

test('refuses a row whose cells have slipped, and lists a row without a word', () => {
  const text = `Titre;Texte\nUn;${bodyOf(5)}\nDeux;une; phrase\n;\n`
  const { items, refusals } = readCsv({ name: 'a.csv', bytes: Buffer.from(text) })
  expect(items).toHaveLength(1)
  expect(refusals).toEqual([
    { name: 'a.csv#2', reason: 'damaged' },
    { name: 'a.csv#3', reason: 'no-text' },
  ])
})

test('remembers a mapping for the next dump of the same columns', async () => {
  const { archive: ask, close } = await anAskedArchive()
  const first = await openBatchOf(ask, [['semaine-1.csv', dump(11, 12)]])
  const { dumps } = valueOf(await ask.call('ingest.list-dumps', { batchId: first }))
  expect(dumps).toMatchObject([{ name: 'semaine-1.csv', origin: 'proposed', mapping: MAPPING }])
  const columns = (dumps[0]?.columns ?? []).map(({ name }) => name)
  for (const mapping of [{ title: 'Chapeau' }, { body: 'Autre' }])
    expect(await ask.call('ingest.accept-mapping', { columns, mapping })).toMatchObject({
      failure: { kind: 'input-refused', at: 'mapping' },
    })
  valueOf(await ask.call('ingest.accept-mapping', { columns, mapping: MAPPING }))
  expect(await runBatchOf(ask, first)).toMatchObject({ added: 2, unreadable: 0 })

  const next = await openBatchOf(ask, [['semaine-2.csv', dump(13)]])
  const again = valueOf(await ask.call('ingest.list-dumps', { batchId: next }))
  expect(again.dumps).toMatchObject([{ origin: 'remembered', mapping: MAPPING }])
  const report = await runBatchOf(ask, next)
  const [line] = report.lines
  if (line?.outcome.kind !== 'added') throw new Error('not added')
  const { communiqueId: id } = line.outcome
  const { communique } = valueOf(await ask.call('communique.get', { id, versionId: null }))
  expect(communique.dates).toMatchObject([
    { role: 'published', value: '2025-04-16', settlement: 'confirmed' },
  ])

  valueOf(await ask.call('ingest.accept-mapping', { columns, mapping: {} }))
  const last = await openBatchOf(ask, [['semaine-3.csv', dump(14)]])
  const forgotten = valueOf(await ask.call('ingest.list-dumps', { batchId: last }))
  expect(forgotten.dumps).toMatchObject([{ origin: 'proposed' }])
  await close()
})

test('a dump with more columns than can be accepted offers those that can', async () => {
  const { archive, close } = await anAskedArchive()
  const extra = Array.from({ length: MOST_COLUMNS + 500 }, (_, at) => `c${at}`)
  const head = ['Chapeau', 'Dépêche', ...extra].join(';')
  const row = ['Réunion du comité', `"${bodyOf(5)}"`, ...extra.map(() => '1')].join(';')
  const batchId = await openBatchOf(archive, [['large.csv', `${head}\n${row}\n`]])
  const ask = async () => valueOf(await archive.call('ingest.list-dumps', { batchId })).dumps[0]
  const columns = (await ask())?.columns.map(({ name }) => name) ?? []
  expect(columns).toHaveLength(MOST_COLUMNS)
  const mapping = { title: 'Chapeau', body: 'Dépêche' }
  valueOf(await archive.call('ingest.accept-mapping', { columns, mapping }))
  expect(await ask()).toMatchObject({ origin: 'remembered', mapping })
  await close()
})
