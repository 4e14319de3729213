import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { keepWatching } from '../../../../electron/core/ingest/keep-watching.ts'
import type { WatchedFolder } from '../../../../electron/core/ingest/watch-folder.ts'
import { aFolder } from '../../../support/archive.ts'

describe('a folder that is kept under watch', () => {
  let place: ReturnType<typeof aFolder>
  let folder: string
  let watched: WatchedFolder | undefined
  let told: string[]
  let offered: (readonly string[])[]
  let isOpen: boolean
  beforeEach(() => {
    place = aFolder()
    folder = path.join(place.folder, 'arrivees')
    told = []
    offered = []
    isOpen = true
  })
  afterEach(async () => {
    await watched?.close()
    place.remove()
  })

  const start = (): void => {
    watched = keepWatching({
      folder,
      lookEveryMs: 50,
      retryAfterMs: 200,
      stableAfterMs: 100,
      take: async (paths) => {
        offered.push(paths)
        return isOpen
      },
      onCondition: (condition) => told.push(condition),
    })
  }
  test('is told as missing until it is there, and then read whole', async () => {
    start()
    await until(() => told.length === 1)
    expect(told).toEqual(['missing'])
    mkdirSync(folder)
    await until(() => offered.length === 1)
    expect(told).toEqual(['missing', 'watching'])
    expect(offered).toEqual([[folder]])
  })

  test('is read whole again when it was away', async () => {
    mkdirSync(folder)
    start()
    await until(() => offered.length === 1)
    renameSync(folder, `${folder}-elsewhere`)
    await until(() => told.at(-1) === 'missing')
    renameSync(`${folder}-elsewhere`, folder)
    await until(() => offered.filter(([first]) => first === folder).length === 2)
    expect(told).toEqual(['watching', 'missing', 'watching'])
  })

  test('offers again what was refused, until it is taken', async () => {
    mkdirSync(folder)
    writeFileSync(path.join(folder, 'note.txt'), 'x')
    isOpen = false
    start()
    await until(() => offered.length >= 2)
    expect(told).toEqual(['watching', 'refused'])
    isOpen = true
    await until(() => told.length === 3)
    expect(told).toEqual(['watching', 'refused', 'watching'])
    const count = offered.length
    writeFileSync(path.join(folder, 'other.txt'), 'y')
    await until(() => offered.length === count + 1)
    expect(offered.at(-1)).toEqual([path.join(folder, 'other.txt')])
  })
})

const until = (seen: () => boolean): Promise<unknown> => vi.waitUntil(seen, { timeout: 20_000 })
