import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { defineCall, defineStream } from '../../../shared/channels/channel.ts'
import { connectClient, type Client } from '../../../shared/channels/client.ts'
import {
  openLoopback,
  STREAM_WINDOW,
  type Frame,
  type Wire,
} from '../../../shared/channels/wire.ts'
import { fail, succeed, type Failure } from '../../../shared/model/failure.ts'
import { serve, type Service } from '../../../electron/core/dispatch.ts'

const contract = {
  'number.double': defineCall({
    lane: 'read',
    input: z.strictObject({ number: z.int() }),
    output: z.strictObject({ doubled: z.int() }),
    failures: ['not-found'],
  }),
  'number.count': defineStream({
    lane: 'read',
    input: z.strictObject({ to: z.int() }),
    item: z.strictObject({ at: z.int() }),
    output: z.strictObject({ total: z.int() }),
  }),
} as const
type Numbers = typeof contract

interface Served {
  readonly client: Client<Numbers>
  readonly wire: Wire
  readonly bugs: string[]
  /** How far each count came, and how many were left properly. */
  readonly counted: { at: number; left: number }
  readonly refuse: (failure: Failure) => void
}

function aService(): Served {
  const bugs: string[] = []
  const counted = { at: 0, left: 0 }
  let refusal: Failure | null = null
  const service: Service<Numbers, null> = {
    contract,
    handlers: {
      'number.double': ({ number }) => {
        if (number === 13) throw new Error('a bug')
        if (number === 28) throw Object.assign(new Error('full'), { code: 'ENOSPC' })
        if (number === 404) return fail({ kind: 'not-found', what: 'number', id: '404' })
        if (number === 405) return fail({ kind: 'nothing-to-undo' })
        // What comes out is held to its schema as well.
        return succeed({ doubled: number === 0 ? 0.5 : number * 2 })
      },
      'number.count': async function* count({ to }) {
        try {
          for (let at = 1; at <= to; at += 1) {
            counted.at = at
            yield { at }
          }
          return succeed({ total: to })
        } finally {
          counted.left += 1
        }
      },
    },
    context: () => (refusal ? fail(refusal) : succeed(null)),
    failureFromError: (error) =>
      error instanceof Error && 'code' in error ? { kind: 'disk-full' } : null,
    onBug: (channel) => bugs.push(channel),
  }
  const [served, wire] = openLoopback()
  serve(service, served)
  return {
    client: connectClient<Numbers>(wire),
    wire,
    bugs,
    counted,
    refuse: (failure) => {
      refusal = failure
    },
  }
}

let served: Served
beforeEach(() => {
  served = aService()
})
afterEach(() => served.client.close())

describe('a call', () => {
  test('is answered with what its schema says', async () => {
    expect(await served.client.call('number.double', { number: 21 })).toEqual(
      succeed({ doubled: 42 }),
    )
  })

  test('is refused, at its first wrong field, before anything is done', async () => {
    served.refuse({ kind: 'archive-missing' })
    const wrong = await served.client.call('number.double', { number: 1.5 })
    expect(wrong).toEqual(fail({ kind: 'input-refused', at: 'number' }))
    expect(await served.client.call('number.double', { number: 1 })).toEqual(
      fail({ kind: 'archive-missing' }),
    )
  })

  test('ends in a failure of its channel as it was returned', async () => {
    expect(await served.client.call('number.double', { number: 404 })).toMatchObject({
      failure: { kind: 'not-found', id: '404' },
    })
    expect(served.bugs).toEqual([])
  })

  test.each([
    ['throws', 13],
    ['answers what its schema does not say', 0],
    ['ends in a failure it did not declare', 405],
  ])('is unexpected, and told as a bug, where the handler %s', async (_how, number) => {
    expect(await served.client.call('number.double', { number })).toEqual(
      fail({ kind: 'unexpected' }),
    )
    expect(served.bugs).toEqual(['number.double'])
  })

  test('ends in a failure where the platform has a name for what was thrown', async () => {
    expect(await served.client.call('number.double', { number: 28 })).toEqual(
      fail({ kind: 'disk-full' }),
    )
    expect(served.bugs).toEqual([])
  })
})

describe('a stream', () => {
  test('gives every item in order, then its answer', async () => {
    const items: number[] = []
    const steps = served.client.stream('number.count', { to: 100 })
    let step = await steps.next()
    for (; !step.done; step = await steps.next()) items.push(step.value.at)
    expect(step.value).toEqual(succeed({ total: 100 }))
    expect(items).toEqual(Array.from({ length: 100 }, (_, at) => at + 1))
  })

  test('runs no further ahead of its reader than the window', async () => {
    served.wire.post(counting(100_000))
    await wait(50)
    expect(served.counted.at).toBe(STREAM_WINDOW + 1)
    served.wire.post({ k: 'more', id: 1000, n: 5 })
    await wait(50)
    expect(served.counted.at).toBe(STREAM_WINDOW + 6)
  })

  test.each([Number.NaN, -1, 0, Number.NEGATIVE_INFINITY])(
    'is not set loose by a credit of %d',
    async (n) => {
      served.wire.post(counting(100_000))
      served.wire.post({ k: 'more', id: 1000, n })
      await wait(50)
      expect(served.counted.at).toBe(STREAM_WINDOW + 1)
    },
  )

  test('is stopped where it stands when its caller leaves, and cleans up', async () => {
    const leaving = new AbortController()
    const steps = served.client.stream(
      'number.count',
      { to: 1_000_000 },
      { signal: leaving.signal },
    )
    await steps.next()
    leaving.abort()
    let last = await steps.next()
    while (!last.done) last = await steps.next()
    expect(last.value).toEqual(fail({ kind: 'cancelled' }))
    await wait(50)
    expect(served.counted.left).toBe(1)
    expect(served.counted.at).toBeLessThan(100)
    expect(await served.client.call('number.double', { number: 1 })).toMatchObject({ ok: true })
  })

  test('ends when the wire is closed from under it', async () => {
    served.wire.post(counting(100_000))
    await wait(50)
    served.wire.close()
    await wait(50)
    expect(served.counted.left).toBe(1)
  })
})

describe('a wire', () => {
  test.each([
    ['no object', 'call'],
    ['no number', { k: 'call', id: 'x', channel: 'number.double', v: {} }],
    ['no channel', { k: 'call', id: 1, v: {} }],
    ['an unknown kind', { k: 'eval', id: 1 }],
    ['a prototype', { k: 'constructor', id: 1 }],
  ])('is closed by a frame with %s', async (_what, frame) => {
    const { wire, client } = served
    const call = client.call('number.double', { number: 1 })
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a foreign side sends what it likes
    wire.post(frame as unknown as Frame)
    await call
    expect(await client.call('number.double', { number: 1 })).toEqual(
      fail({ kind: 'connection-lost' }),
    )
  })

  test('is closed by a number that is in use', async () => {
    served.wire.post(counting(100_000))
    served.wire.post(counting(100_000))
    await wait(50)
    expect(await served.client.call('number.double', { number: 1 })).toEqual(
      fail({ kind: 'connection-lost' }),
    )
  })

  test('knows no name that is not in the contract', async () => {
    const answers: unknown[] = []
    const { wire } = served
    wire.listen(
      (frame) => answers.push(frame),
      () => {},
    )
    for (const [at, channel] of ['toString', '__proto__', 'number'].entries()) {
      wire.post({ k: 'call', id: at, channel, v: {} })
    }
    await wait(50)
    expect(answers).toHaveLength(3)
    for (const answer of answers) {
      expect(answer).toMatchObject({ k: 'fail', failure: { kind: 'unknown-channel' } })
    }
  })
})

const counting = (to: number): Frame => ({
  k: 'call',
  id: 1000,
  channel: 'number.count',
  v: { to },
})
