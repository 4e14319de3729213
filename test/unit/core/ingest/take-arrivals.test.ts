import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { connectClient, type Client } from '../../../../shared/channels/client.ts'
import type { ArchiveContract } from '../../../../shared/channels/contract.ts'
import { takeArrivals } from '../../../../electron/core/ingest/take-arrivals.ts'
import { openInProcess, type OpenedArchive } from '../../../support/archive-wires.ts'
import { aFolder } from '../../../support/archive.ts'

const SAMPLES = path.resolve('resources/sample')
const [FIRST = '', SECOND = ''] = readdirSync(SAMPLES).filter((name) => name.endsWith('.txt'))

let place: ReturnType<typeof aFolder>
let folder: string
let opened: OpenedArchive
let archive: Client<ArchiveContract>
let begun: number

beforeEach(async () => {
  place = aFolder()
  folder = path.join(place.folder, 'arrivees')
  mkdirSync(folder)
  opened = await openInProcess(path.join(place.folder, 'archive.fonds'))
  archive = connectClient<ArchiveContract>(await opened.dial())
  begun = 0
})
afterEach(async () => {
  await opened.close()
  place.remove()
})

const put = (name: string): void => copyFileSync(path.join(SAMPLES, name), path.join(folder, name))

const take = (
  paths: readonly string[] = [folder],
  isAgain = false,
): ReturnType<typeof takeArrivals> =>
  takeArrivals(archive, { folder, paths, isAgain, onBegin: () => (begun += 1) })

const batchCount = async (): Promise<number> => {
  const listed = await archive.call('ingest.list-unfinished', {})
  return listed.ok ? listed.value.batches.length : -1
}

test('adds what is in the folder, once, and changes nothing in it', async () => {
  put(FIRST)
  const before = readFileSync(path.join(folder, FIRST))
  expect(await take()).toEqual({ ok: true, value: { added: 1, unread: 0 } })
  put(SECOND)
  expect(await take([path.join(folder, SECOND)])).toEqual({
    ok: true,
    value: { added: 1, unread: 0 },
  })
  expect(begun).toBe(2)
  expect(await take()).toEqual({ ok: true, value: { added: 0, unread: 0 } })
  // Where nothing is new, nothing is begun.
  expect(begun).toBe(2)
  expect(readFileSync(path.join(folder, FIRST))).toEqual(before)
  expect(readdirSync(folder).toSorted()).toEqual([FIRST, SECOND].toSorted())
})

test('tells how many files gave no text', async () => {
  writeFileSync(path.join(folder, 'image.png'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]))
  put(FIRST)
  expect(await take()).toEqual({ ok: true, value: { added: 1, unread: 1 } })
})

test('offers a file that gave no text once, and again only when asked or changed', async () => {
  const image = path.join(folder, 'image.png')
  writeFileSync(image, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]))
  const nothing = { ok: true, value: { added: 0, unread: 0 } }
  expect(await take()).toEqual({ ok: true, value: { added: 0, unread: 1 } })
  expect(await take()).toEqual(nothing)
  expect(begun).toBe(1)
  expect(await take([folder], true)).toEqual({ ok: true, value: { added: 0, unread: 1 } })
  writeFileSync(image, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 4]))
  expect(await take()).toEqual({ ok: true, value: { added: 0, unread: 1 } })
  expect(await take()).toEqual(nothing)
})

test('drops what it was interrupted in, and nobody else’s addition', async () => {
  put(FIRST)
  for (const origin of [folder, 'arrivees']) {
    const batch = await archive.call('ingest.open-batch', { origin })
    if (!batch.ok) throw new Error(batch.failure.kind)
    const file = { name: 'x.txt', content: { kind: 'bytes', bytes: Buffer.from('Un.') } } as const
    await archive.call('ingest.offer-files', { batchId: batch.value.batchId, files: [file] })
  }
  expect(await batchCount()).toBe(2)
  expect(await take()).toMatchObject({ ok: true, value: { added: 1 } })
  expect(await batchCount()).toBe(1)
})
