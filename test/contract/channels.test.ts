import { copyFileSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connectClient, type Client } from '../../shared/channels/client.ts'
import { archiveContract, type ArchiveContract } from '../../shared/channels/contract.ts'
import { archiveHandlers } from '../../electron/core/handlers.ts'
import { aFolder } from '../support/archive.ts'
import { WAYS, type OpenedArchive } from '../support/archive-wires.ts'
import { channelInputs, withoutChance, type KnownArchive } from '../support/channel-inputs.ts'
import { fillArchive } from '../support/filled-archive.ts'
import { answerOf, loosen } from '../support/loose-client.ts'

type Name = keyof ArchiveContract
type Archive = Client<ArchiveContract>

const NAMES = Object.keys(archiveContract).filter(isName)
const { folder, remove } = aFolder()
const seed = path.join(folder, 'seed.fonds')
/** What each way answered to each channel, by the name of the way. */
const answersByWay = new Map<string, readonly unknown[]>()
let known: KnownArchive

beforeAll(async () => {
  known = { ...(await fillArchive(seed)), folder }
})
afterAll(remove)

test('every channel has a handler, and every handler a channel', () => {
  expect(Object.keys(archiveHandlers).toSorted()).toEqual(NAMES.toSorted())
})

test('every channel is named by a noun and a verb', () => {
  expect(NAMES.filter((name) => !/^[a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*$/u.test(name))).toEqual(
    [],
  )
})

describe.each(Object.entries(WAYS))('the archive %s', (way, open) => {
  let opened: OpenedArchive
  let archive: Archive
  let inputs: Readonly<Record<string, object>>
  const own = path.join(folder, way)

  beforeAll(async () => {
    mkdirSync(own)
    copyFileSync(seed, path.join(own, 'archive.fonds'))
    opened = await open(path.join(own, 'archive.fonds'))
    archive = connectClient(await opened.dial())
    inputs = channelInputs({ ...known, folder: own })
  })
  afterAll(async () => {
    archive.close()
    await opened.close()
  })

  test('answers every channel', async () => {
    const answers: unknown[] = []
    const unanswered: string[] = []
    for (const name of NAMES) {
      const answer = await answerOf(loosen(archive), channelOf(name), inputs[name])
      answers.push(withoutChance([name, answer]))
      const isFitting = archiveContract[name].input.safeParse(inputs[name]).success
      const kind = String(kindOf(answer))
      if (!isFitting || /^(?:unexpected|unknown-channel)$/u.test(kind)) unanswered.push(name)
    }
    answersByWay.set(way, answers)
    expect(unanswered).toEqual([])
    expect(opened.bugs).toEqual([])
  })

  test.each(['nothing.here', '__proto__', 'constructor', 'toString', ''])(
    'knows no channel %j',
    async (name) => {
      expect(kindOf(await loosen(archive).call(name, {}))).toBe('unknown-channel')
    },
  )

  test('stops what its caller gives up, before and under way', async () => {
    const early = await archive.call('archive.describe', {}, { signal: AbortSignal.abort() })
    expect(kindOf(early)).toBe('cancelled')
    const leaving = new AbortController()
    const steps = archive.stream('archive.verify', {}, { signal: leaving.signal })
    const first = await steps.next()
    leaving.abort()
    let last = first
    while (!last.done) last = await steps.next()
    expect(kindOf(last.value)).toBe(first.done ? undefined : 'cancelled')
    expect(await archive.call('archive.describe', {})).toMatchObject({ ok: true })
  })

  test('fails what is under way when its own end is closed', async () => {
    const other: Archive = connectClient(await opened.dial())
    const underWay = other.call('archive.describe', {})
    other.close()
    expect(kindOf(await underWay)).toBe('connection-lost')
    expect(kindOf(await other.call('archive.describe', {}))).toBe('connection-lost')
  })

  test('hangs up on what is no frame, and on that caller only', async () => {
    const rude = await opened.dial()
    const hungUp = new Promise<boolean>((resolve) =>
      rude.listen(
        () => {},
        () => resolve(true),
      ),
    )
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what a foreign side may send
    rude.post({ k: 'call', channel: 'archive.describe' } as never)
    expect(await hungUp).toBe(true)
    expect(await archive.call('archive.describe', {})).toMatchObject({ ok: true })
  })
})

test('answers are the same whichever way they came', () => {
  const [first, ...others] = answersByWay.values()
  expect(others).toHaveLength(Object.keys(WAYS).length - 1)
  for (const other of others) expect(other).toEqual(first)
})

function kindOf(outcome: unknown): unknown {
  if (typeof outcome !== 'object' || outcome === null || !('failure' in outcome)) return undefined
  const { failure } = outcome
  return typeof failure === 'object' && failure && 'kind' in failure ? failure.kind : undefined
}

const channelOf = (name: Name): { readonly name: string; readonly isStream: boolean } => ({
  name,
  isStream: archiveContract[name].item !== undefined,
})

function isName(name: string): name is Name {
  return Object.hasOwn(archiveContract, name)
}
