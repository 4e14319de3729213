import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { watchFolder, type WatchedFolder } from '../../../../electron/core/ingest/watch-folder.ts'
import { aFolder } from '../../../support/archive.ts'

describe('a watched folder', () => {
  let place: ReturnType<typeof aFolder>
  let taken: (readonly string[])[]
  let watched: WatchedFolder | undefined
  beforeEach(() => {
    place = aFolder()
    taken = []
    watched = undefined
  })
  afterEach(async () => {
    await watched?.close()
    place.remove()
  })

  const at = (name: string): string => path.join(place.folder, name)

  async function start(
    take = async (_paths: readonly string[]) => {},
  ): Promise<readonly unknown[]> {
    const faults: unknown[] = []
    watched = watchFolder({
      folder: place.folder,
      stableAfterMs: 300,
      take: async (paths) => {
        taken.push(paths)
        await take(paths)
      },
      onFault: (error) => faults.push(error),
    })
    await vi.waitFor(() => expect(taken).toHaveLength(1), 10_000)
    return faults
  }

  test('is read whole at the start, for what came while nobody watched', async () => {
    writeFileSync(at('before.txt'), 'avant')
    await start()
    expect(taken).toEqual([[place.folder]])
  })

  test('gives each new or changed file once, in folders made meanwhile too', async () => {
    writeFileSync(at('old.txt'), 'un')
    await start()
    mkdirSync(at('new'))
    writeFileSync(at('new/a.txt'), 'deux')
    writeFileSync(at('old.txt'), 'un, corrigé')
    await vi.waitFor(
      () =>
        expect(taken.slice(1).flat().toSorted()).toEqual(
          [at('new/a.txt'), at('old.txt')].toSorted(),
        ),
      10_000,
    )
    await wait(600)
    expect(taken.slice(1).flat()).toHaveLength(2)
  })

  test('waits for a file that is still being written', async () => {
    await start()
    for (let part = 0; part < 6; part += 1) {
      appendFileSync(at('slow.txt'), 'partie ')
      await wait(100)
      expect(taken).toHaveLength(1)
    }
    await vi.waitFor(() => expect(taken.slice(1)).toEqual([[at('slow.txt')]]), 10_000)
  })

  test('passes over what systems leave behind', async () => {
    await start()
    writeFileSync(at('.~lock'), 'x')
    writeFileSync(at('Thumbs.db'), 'x')
    writeFileSync(at('note.txt'), 'x')
    await vi.waitFor(() => expect(taken).toHaveLength(2), 10_000)
    await wait(600)
    expect(taken.slice(1).flat()).toEqual([at('note.txt')])
  })

  test('goes on after a fault, and never takes two things at once', async () => {
    let running = 0
    const faults = await start(async (paths) => {
      running += 1
      expect(running).toBe(1)
      await wait(200)
      running -= 1
      if (paths.includes(at('bad.txt'))) throw new Error('no')
    })
    writeFileSync(at('bad.txt'), 'x')
    await vi.waitFor(() => expect(faults).toHaveLength(1), 10_000)
    writeFileSync(at('good.txt'), 'x')
    await vi.waitFor(() => expect(taken.flat()).toContain(at('good.txt')), 10_000)
    expect(faults).toHaveLength(1)
  })
})
