import { expect, test } from 'vitest'
import type { Outcome } from '../../../../shared/model/failure.ts'
import { openPages } from '../../../../renderer/client/pages.ts'

const settled = () => new Promise((resolve) => setTimeout(resolve, 0))

/** A list of numbered rows that tells what was asked of it. */
function aNumberedList(total: number) {
  const asked: number[] = []
  const aborted: number[] = []
  let prefix = ''
  const pages = openPages({
    size: 10,
    kept: 3,
    read: async (offset, limit, signal) => {
      asked.push(offset)
      signal.addEventListener('abort', () => aborted.push(offset))
      const rows = Array.from({ length: Math.min(limit, total - offset) }, (_, row) => offset + row)
      await settled()
      return {
        ok: true as const,
        value: { total, rows: rows.map((row) => prefix + row), extra: null },
      }
    },
  })
  const rename = (name: string) => {
    prefix = name
  }
  return { pages, asked, aborted, rename }
}

test('nothing is read before it is wanted', async () => {
  const { asked } = aNumberedList(1000)
  await settled()
  expect(asked).toEqual([])
})

test('only the pages in view are read, each once', async () => {
  const { pages, asked } = aNumberedList(1000)
  pages.want(25, 34)
  await settled()
  pages.want(26, 35)
  await settled()
  await settled()
  expect(asked).toEqual([20, 30])
  expect(pages.state().total).toBe(1000)
  expect([pages.state().rowAt(25), pages.state().rowAt(45)]).toEqual(['25', undefined])
})

test('a page that is scrolled past is given up', async () => {
  const { pages, aborted } = aNumberedList(1000)
  pages.want(0, 9)
  pages.want(500, 509)
  await settled()
  await settled()
  expect(aborted).toEqual([0])
  expect(pages.state().rowAt(0)).toBeUndefined()
  expect(pages.state().rowAt(500)).toBe('500')
})

test('pages far from the view are forgotten and can be read again', async () => {
  const { pages, asked } = aNumberedList(1000)
  for (const first of [0, 100, 200, 300, 400, 0]) {
    pages.want(first, first)
    await settled()
    await settled()
  }
  expect(asked).toEqual([0, 100, 200, 300, 400, 0])
  expect(pages.state().rowAt(0)).toBe('0')
})

test('rows stay in view while they are renewed', async () => {
  const { pages, rename } = aNumberedList(30)
  pages.want(0, 9)
  await settled()
  await settled()
  rename('new ')
  pages.renew()
  expect(pages.state().rowAt(3)).toBe('3')
  await settled()
  await settled()
  expect(pages.state().rowAt(3)).toBe('new 3')
})

test('a failure is told and does not take away what is known', async () => {
  let isBroken = false
  const pages = openPages<string, null>({
    size: 10,
    kept: 3,
    read: async (): Promise<Outcome<{ total: number; rows: readonly string[]; extra: null }>> =>
      isBroken
        ? { ok: false, failure: { kind: 'connection-lost' } }
        : { ok: true, value: { total: 1, rows: ['a'], extra: null } },
  })
  pages.want(0, 0)
  await settled()
  isBroken = true
  pages.renew()
  await settled()
  expect(pages.state().failure).toEqual({ kind: 'connection-lost' })
  expect(pages.state().rowAt(0)).toBe('a')
})
