import { copyFileSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connectClient, type Client } from '../../shared/channels/client.ts'
import { archiveContract, type ArchiveContract } from '../../shared/channels/contract.ts'
import type { Wire } from '../../shared/channels/wire.ts'
import { archiveHandlers } from '../../electron/core/handlers.ts'
import { aFolder } from '../support/archive.ts'
import { openInProcess, WAYS, type OpenedArchive } from '../support/archive-wires.ts'
import {
  digestsIn,
  isPlainRefusal,
  misfitsOf,
  startOf,
  TELLS_TOO_MUCH,
} from '../support/misfits.ts'
import { channelInputs, withoutChance, type KnownArchive } from '../support/channel-inputs.ts'

type Name = keyof ArchiveContract
type Archive = Client<ArchiveContract>

const NAMES = Object.keys(archiveContract).filter(isName)
const { folder, remove } = aFolder()
const seed = path.join(folder, 'seed.fonds')
/** What each way answered to each channel, by the name of the way. */
const answersByWay = new Map<string, readonly unknown[]>()
let known: KnownArchive

beforeAll(async () => {
  const opened = await openInProcess(seed)
  known = await fillArchive(connectClient(await opened.dial()))
  await opened.close()
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
  let wire: Wire
  let archive: Archive
  let inputs: Readonly<Record<string, object>>
  const own = path.join(folder, way)

  beforeAll(async () => {
    mkdirSync(own)
    copyFileSync(seed, path.join(own, 'archive.fonds'))
    opened = await open(path.join(own, 'archive.fonds'))
    wire = await opened.dial()
    archive = connectClient(wire)
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
      const answer = await answerTo(archive, name, inputs[name])
      answers.push(withoutChance([name, answer]))
      const isFitting = archiveContract[name].input.safeParse(inputs[name]).success
      const kind = String(kindOf(answer))
      if (!isFitting || /^(?:unexpected|unknown-channel)$/u.test(kind)) unanswered.push(name)
    }
    answersByWay.set(way, answers)
    expect(unanswered).toEqual([])
    expect(opened.bugs).toEqual([])
  })

  test.each(NAMES)('refuses what does not fit %s, and does nothing', async (name) => {
    const before = digestsIn(own)
    const accepted: unknown[] = []
    const telling: string[] = []
    for (const input of misfitsOf(inputs[name] ?? {})) {
      const answer = await answerTo(archive, name, input)
      if (!isPlainRefusal(answer)) accepted.push([startOf(input), answer])
      const said = JSON.stringify(answer)
      if (TELLS_TOO_MUCH.test(said) || said.includes(folder)) telling.push(said)
    }
    expect(accepted).toEqual([])
    expect(telling).toEqual([])
    expect(digestsIn(own)).toEqual(before)
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  test('would be seen to write, and to leave a file, if it did either', async () => {
    const before = digestsIn(own)
    const search = { ...inputs['saved-search.create'], name: 'Témoin' }
    expect(await answerTo(archive, 'saved-search.create', search)).toMatchObject({ ok: true })
    const written = digestsIn(own)
    expect(written).not.toEqual(before)
    // What differs lies in the archive or its log, where a write goes first.
    const changed = Object.keys(written).filter((name) => written[name] !== before[name])
    expect(changed.filter((name) => !name.startsWith('archive.fonds'))).toEqual([])
    const copy = { path: path.join(own, 'witness.fonds') }
    expect(await answerTo(archive, 'archive.back-up', copy)).toMatchObject({ ok: true })
    const left = Object.keys(digestsIn(own)).filter((name) => !(name in written))
    expect(left).toContain('witness.fonds')
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

async function fillArchive(archive: Archive): Promise<KnownArchive> {
  const offered = await archive.call('ingest.offer-samples', {})
  if (!offered.ok) throw new Error(offered.failure.kind)
  const steps = archive.stream('ingest.run-batch', { batchId: offered.value.batchId })
  let step = await steps.next()
  while (!step.done) step = await steps.next()
  const filter = { years: [], issuers: [], languages: [] }
  const list = await archive.call('communique.list', { filter, sort: 'title', offset: 0, limit: 1 })
  const communiqueId = list.ok ? (list.value.rows[0]?.id ?? '') : ''
  const got = await archive.call('communique.get', { id: communiqueId, versionId: null })
  if (!got.ok) throw new Error(got.failure.kind)
  const { version } = got.value
  return { communiqueId, versionId: version.id, sourceDigest: version.source.digest, folder }
}

interface LooseClient {
  readonly call: (channel: string, input: unknown) => Promise<object>
  readonly stream: (channel: string, input: unknown) => AsyncGenerator<unknown, object, void>
}

/** The same client for what the compiler would not let a caller ask. */
function loosen(archive: Archive): LooseClient {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- asking wrongly is what is tested
  return archive as unknown as LooseClient
}

async function answerTo(archive: Archive, name: Name, input: unknown): Promise<object> {
  if (!archiveContract[name].item) return loosen(archive).call(name, input)
  const steps = loosen(archive).stream(name, input)
  const items: unknown[] = []
  let step = await steps.next()
  while (!step.done) {
    items.push(step.value)
    step = await steps.next()
  }
  return { ...step.value, items }
}

function kindOf(outcome: unknown): unknown {
  if (typeof outcome !== 'object' || outcome === null || !('failure' in outcome)) return undefined
  const { failure } = outcome
  return typeof failure === 'object' && failure && 'kind' in failure ? failure.kind : undefined
}

function isName(name: string): name is Name {
  return Object.hasOwn(archiveContract, name)
}
