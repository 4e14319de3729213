import { expect, test } from 'vitest'
import { relayClient, type Hub } from '../../../../electron/core/host/relay.ts'
import { isFrame, openLoopback, type Frame, type Wire } from '../../../../shared/channels/wire.ts'

test('an export begun just after another was stopped is answered by a fresh lane', async () => {
  const { client, answers, opened } = aRelay({ answersFrom: 2 })
  client.post({ k: 'call', id: 1, channel: 'export.render', v: {} })
  await expect.poll(() => opened.length).toBe(1)
  client.post({ k: 'stop', id: 1 })
  client.post({ k: 'call', id: 2, channel: 'export.render', v: {} })
  client.post({ k: 'call', id: 3, channel: 'export.render', v: {} })
  client.post({ k: 'stop', id: 3 })
  await expect.poll(() => answers.find(({ id }) => id === 2)?.k).toBe('done')
  expect(opened).toHaveLength(2)
  expect(answers.filter(({ id }) => id === 1).map(({ k }) => k)).toEqual(['fail'])
  // What was said of an export that waited still reaches it, after it.
  expect(opened[1]?.filter(({ id }) => id === 3).map(({ k }) => k)).toEqual(['call', 'stop'])
})

test('an export that stops by itself leaves its lane to others', async () => {
  const { client, answers, opened } = aRelay({ answersFrom: 1 })
  client.post({ k: 'call', id: 1, channel: 'export.render', v: {} })
  client.post({ k: 'stop', id: 1 })
  client.post({ k: 'call', id: 2, channel: 'export.render', v: {} })
  await expect.poll(() => answers.find(({ id }) => id === 2)?.k).toBe('done')
  expect(opened).toHaveLength(1)
})

test('other lanes are not kept waiting', async () => {
  const { client, answers } = aRelay({ answersFrom: 9 })
  client.post({ k: 'call', id: 1, channel: 'export.render', v: {} })
  client.post({ k: 'stop', id: 1 })
  client.post({ k: 'call', id: 2, channel: 'archive.describe', v: {} })
  await expect.poll(() => answers.map(({ id }) => id)).toContain(2)
  expect(answers[0]).toMatchObject({ id: 2, k: 'done' })
})

/** A client, and lanes of which the exporting ones answer nothing before the one numbered. */
function aRelay({ answersFrom }: { readonly answersFrom: number }): {
  readonly client: Wire
  readonly answers: readonly Frame[]
  readonly opened: readonly (readonly Frame[])[]
} {
  const answers: Frame[] = []
  const opened: Frame[][] = []
  const ends: (() => void)[] = []
  const connect: Hub['connect'] = async (lane) => {
    const [near, far] = openLoopback()
    const heard: Frame[] = []
    if (lane === 'export') opened.push(heard)
    const isMute = lane === 'export' && opened.length < answersFrom
    far.listen(
      (frame) => {
        if (!isFrame(frame)) return
        heard.push(frame)
        if (!isMute && frame.k === 'call') far.post({ k: 'done', id: frame.id, v: {} })
      },
      () => {},
    )
    ends.push(() => far.close())
    return near
  }
  const [client, served] = openLoopback()
  client.listen(
    (frame) => {
      if (isFrame(frame)) answers.push(frame)
    },
    () => {},
  )
  relayClient(served, {
    connect,
    stop: async () => ends.at(-1)?.(),
    retry: async () => {},
  })
  return { client, answers, opened }
}
