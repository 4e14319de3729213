import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepHost, type RunningHost } from '../../../../electron/core/host/keep-host.ts'

interface StartedHost extends RunningHost<string> {
  readonly adopted: string[]
  readonly end: () => void
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] }))
afterEach(() => void vi.useRealTimers())

function aHost(): StartedHost {
  const adopted: string[] = []
  const listeners: (() => void)[] = []
  const end = (): void => {
    for (const listener of listeners) listener()
  }
  return {
    adopted,
    end,
    lock: () => {},
    adopt: (port) => void adopted.push(port),
    onExit: (listener) => void listeners.push(listener),
    stop: async () => end(),
  }
}

function aKeptHost(): {
  readonly started: StartedHost[]
  readonly ended: () => number
  readonly host: ReturnType<typeof keepHost<string>>
} {
  const started: StartedHost[] = []
  const onEnded = vi.fn<() => void>()
  const start = (): StartedHost => {
    const host = aHost()
    started.push(host)
    return host
  }
  return { started, ended: () => onEnded.mock.calls.length, host: keepHost(start, onEnded) }
}

test('starts a host again when it ends, and tells of the end at once', () => {
  const { started, ended } = aKeptHost()
  started[0]?.end()
  expect(ended()).toBe(1)
  expect(started).toHaveLength(1)
  vi.advanceTimersByTime(0)
  expect(started).toHaveLength(2)
})

test('keeps clients that come between two hosts for the second', () => {
  const { started, host } = aKeptHost()
  host.adopt('early')
  started[0]?.end()
  host.adopt('between')
  vi.advanceTimersByTime(0)
  expect(started.map(({ adopted }) => adopted)).toEqual([['early'], ['between']])
})

test('waits longer each time a host ends at its start', () => {
  const { started } = aKeptHost()
  const startsEarly = [0, 500, 2000, 8000, 8000].map((wait) => {
    started.at(-1)?.end()
    const before = started.length
    vi.advanceTimersByTime(Math.max(0, wait - 1))
    const isEarly = wait > 0 && started.length > before
    vi.advanceTimersByTime(1)
    return isEarly
  })
  expect(startsEarly).toEqual([false, false, false, false, false])
  expect(started).toHaveLength(6)
})

test('does not hold an old end against a host that ran for long', () => {
  const { started } = aKeptHost()
  for (let round = 0; round < 3; round += 1) {
    started.at(-1)?.end()
    vi.advanceTimersByTime(8000)
  }
  vi.advanceTimersByTime(61_000)
  started.at(-1)?.end()
  vi.advanceTimersByTime(0)
  expect(started).toHaveLength(5)
})

test('starts nothing more once it was stopped', async () => {
  const { started, ended, host } = aKeptHost()
  await host.stop()
  vi.advanceTimersByTime(60_000)
  expect(started).toHaveLength(1)
  expect(ended()).toBe(0)
})
