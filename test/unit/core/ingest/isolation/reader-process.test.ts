import { fork } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { readHtml } from '../../../../../electron/core/ingest/formats/html.ts'
import { forkReader } from '../../../../../electron/core/ingest/isolation/reader-channel.ts'
import type { ReaderChannel } from '../../../../../electron/core/ingest/isolation/reader-channel.ts'
import { openReaderProcess } from '../../../../../electron/core/ingest/isolation/reader-process.ts'

const never = new AbortController().signal
const sourceNamed = (name: string) => ({ name, bytes: Buffer.from('x') })
const FIXTURE = fileURLToPath(
  new URL('../../../../fixtures/readers/faulty-reader.ts', import.meta.url),
)

const LEFT_BEHIND = path.join(path.dirname(FIXTURE), 'left-behind')

/** The same process with no restriction but the network it closes itself. */
function spawnUnfenced(): ReaderChannel {
  const child = fork(FIXTURE, ['512'], { serialization: 'advanced' })
  return {
    send: (message) => void child.send(Object.assign({}, message)),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.on('exit', (code, signal) => listener({ code, signal })),
    kill: () => void child.kill('SIGKILL'),
  }
}

describe('a reader process that misbehaves', () => {
  const spawn = forkReader(FIXTURE)
  const reader = openReaderProcess({ spawn, timeoutMs: 30_000, memoryMb: 200 })
  const hasty = openReaderProcess({ spawn, timeoutMs: 1500, memoryMb: 200 })
  afterAll(() => {
    reader.close()
    hasty.close()
  })
  const textOf = async (name: string, asked = reader) => {
    const { items } = await asked.read(sourceNamed(name), never)
    return items[0]?.blocks[0]?.text
  }

  test.each([
    ['stuck', { reason: 'limits-exceeded', limit: 'time' }],
    ['greedy', { reason: 'limits-exceeded', limit: 'memory' }],
    ['crashing', { reason: 'damaged' }],
    ['lying', { reason: 'damaged' }],
  ])('%s is killed with its reason, and the next file is read', async (name, refusal) => {
    const asked = name === 'stuck' ? hasty : reader
    const before = await textOf('fine', asked)
    expect(await asked.read(sourceNamed(name), never)).toEqual({
      items: [],
      refusals: [{ name, ...refusal }],
      warnings: [],
    })
    const after = await textOf('fine', asked)
    expect(after).toMatch(/^process \d+$/u)
    expect(after).not.toBe(before)
  })

  test('is used again for the next file while it behaves', async () => {
    expect(await textOf('fine')).toBe(await textOf('fine'))
  })

  test('reaches no file, no network, no program, no environment and makes no code', async () => {
    expect(await textOf('prying')).toBe('done: ')
    expect(existsSync(LEFT_BEHIND)).toBe(false)
  })

  test('would do all of it but for its fence', async () => {
    const unfenced = openReaderProcess({ spawn: spawnUnfenced })
    const { items } = await unfenced.read(sourceNamed('prying'), never)
    unfenced.close()
    rmSync(LEFT_BEHIND)
    expect(items[0]?.blocks[0]?.text).toBe('done: reads writes starts evaluates sees')
  })

  test('gives an empty reading at once when the job is aborted', async () => {
    const controller = new AbortController()
    const reading = reader.read(sourceNamed('stuck'), controller.signal)
    setTimeout(() => controller.abort(), 300)
    // Awaited to its end, it would be refused for its time.
    expect(await reading).toEqual({ items: [], refusals: [], warnings: [] })
  })

  test('reads one file at a time, in the order asked', async () => {
    const done: string[] = []
    await Promise.all(
      ['a', 'b', 'c'].map(async (name) => {
        const { items } = await reader.read(sourceNamed(name), never)
        done.push(items[0]?.name ?? '')
      }),
    )
    expect(done).toEqual(['a', 'b', 'c'])
  })
})

test('a file is not refused for the memory that others left behind', async () => {
  let spawned = 0
  const spawn = forkReader(FIXTURE)
  const reader = openReaderProcess({
    memoryMb: 300,
    spawn: (memoryMb) => {
      spawned += 1
      return spawn(memoryMb)
    },
  })
  await reader.read(sourceNamed('hoarding'), never)
  const { items } = await reader.read(sourceNamed('hungry'), never)
  reader.close()
  expect(items).toHaveLength(1)
  // The first process was killed: without the second reading, so would the file have been.
  expect(spawned).toBe(2)
})

test('a process that has grown full is replaced before the next file comes', async () => {
  let spawned = 0
  const spawn = forkReader(FIXTURE)
  const reader = openReaderProcess({
    spawn: (memoryMb) => {
      spawned += 1
      return spawn(memoryMb)
    },
  })
  await reader.read(sourceNamed('fine'), never)
  expect(spawned).toBe(1)
  await reader.read(sourceNamed('full'), never)
  expect(spawned).toBe(2)
  const { items } = await reader.read(sourceNamed('fine'), never)
  reader.close()
  expect(items).toHaveLength(1)
  expect(spawned).toBe(2)
})

test('a process started ahead is the one that reads the first file', async () => {
  let spawned = 0
  const spawn = forkReader(FIXTURE)
  const reader = openReaderProcess({
    spawn: (memoryMb) => {
      spawned += 1
      return spawn(memoryMb)
    },
  })
  reader.start()
  expect(spawned).toBe(1)
  const { items } = await reader.read(sourceNamed('fine'), never)
  reader.close()
  expect(items).toHaveLength(1)
  expect(spawned).toBe(1)
})

test('a process that cannot start is a fault of the program', async () => {
  const reader = openReaderProcess({ spawn: forkReader('/nonexistent/reader.ts') })
  await expect(reader.read(sourceNamed('x'), never)).rejects.toThrow(/did not start/u)
  reader.close()
})

test('gives what the reader gives in this process', async () => {
  const reader = openReaderProcess({ spawn: forkReader() })
  const bytes = Buffer.from('<!doctype html><title>T</title><p>Le texte du communiqué.</p>')
  const reading = await reader.read({ name: 'page.html', bytes }, never)
  reader.close()
  expect(reading).toEqual(readHtml({ name: 'page.html', bytes }))
})
