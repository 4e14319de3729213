import { expect, test } from 'vitest'
import { readZipParts } from '../../../../../electron/core/ingest/formats/zip-parts.ts'
import { readZip } from '../../../../../electron/core/ingest/formats/zip.ts'
import { readText } from '../../../../../electron/core/ingest/formats/text.ts'
import { zipFromParts } from '../../../../support/zip-builder.ts'

const read = (parts: Readonly<Record<string, string>>) =>
  readZip({ name: 'a.zip', bytes: zipFromParts(parts) }, async (part) => readText(part))

test('reads every document under the name of the archive', async () => {
  const { items } = await read({ 'fr/un.txt': 'Texte un.', 'deux.txt': 'Texte deux.' })
  expect(items.map(({ name }) => name)).toEqual(['a.zip/fr/un.txt', 'a.zip/deux.txt'])
  expect(Buffer.from(items[1]?.bytes ?? []).toString()).toBe('Texte deux.')
})

test('leaves closed what climbs out of the archive, and reads the rest', async () => {
  const { items, refusals } = await read({
    '../evil.txt': 'x',
    '/etc/evil.txt': 'x',
    'bon.txt': 'Texte.',
  })
  expect(items.map(({ name }) => name)).toEqual(['a.zip/bon.txt'])
  expect(refusals).toEqual([
    { name: 'a.zip/evil.txt', reason: 'damaged' },
    { name: 'a.zip/evil.txt', reason: 'damaged' },
  ])
})

test('takes no notice of what systems add', async () => {
  expect((await read({ '__MACOSX/._a': 'x', 'Thumbs.db': 'x', 'a.txt': 'A.' })).items).toHaveLength(
    1,
  )
})

test('refuses what goes over a limit, and names it', async () => {
  const bytes = zipFromParts({ a: 'x'.repeat(100), b: 'y'.repeat(100) })
  const limits = { entries: 5, partBytes: 150, totalBytes: 1000, ratio: 200 }
  const limitWith = async (more: Partial<typeof limits>) => {
    const opened = await readZipParts(bytes, () => true, { ...limits, ...more })
    return opened.ok ? null : opened.refusal.limit
  }
  expect(await limitWith({})).toBeNull()
  expect(await limitWith({ entries: 1 })).toBe('entries')
  expect(await limitWith({ partBytes: 99 })).toBe('part-size')
  expect(await limitWith({ totalBytes: 150 })).toBe('total-size')
})

test('refuses false sums as damaged', async () => {
  const bytes = Buffer.from(zipFromParts({ a: 'texte' }))
  bytes.write('autre', bytes.indexOf('texte'))
  const opened = await readZipParts(bytes.subarray(0, 40), () => true)
  expect(opened).toEqual({ ok: false, refusal: { reason: 'damaged' } })
})
