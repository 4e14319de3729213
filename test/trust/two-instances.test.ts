import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { hostname } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { openForReading, openForWriting } from '../../electron/core/db/open.ts'
import { openSqlite } from '../../electron/core/db/sqlite.ts'
import { aClock, aFolder } from '../support/archive.ts'
import { runCli } from '../support/cli.ts'

const { folder, remove } = aFolder()
const running: ChildProcess[] = []
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
})
afterAll(remove)

test('a second process is told who holds the archive, where and since when, without a wait', async () => {
  const file = path.join(folder, 'held.fonds')
  await holdElsewhere(file)
  const started = performance.now()
  const second = openForWriting(file, 'Collègue', aClock())
  expect(performance.now() - started).toBeLessThan(10_000)
  expect(second).toMatchObject({
    ok: false,
    failure: { kind: 'archive-held', by: 'Autre poste', on: hostname() },
  })
  const since = !second.ok && 'since' in second.failure ? Date.parse(second.failure.since) : 0
  expect(Math.abs(Date.now() - since)).toBeLessThan(60_000)
  const said = runCli('ingest', '--archive', file, 'resources/sample')
  expect(said.code).toBe(1)
  expect(said.out).toMatch(/déjà ouverte par Autre poste sur .+ depuis .+rien n’a été modifié/u)
})

test('without the hold, a second writer is let in beside the first (control)', () => {
  const file = path.join(folder, 'unheld.fonds')
  const first = openForWriting(file, 'Officier', aClock())
  if (!first.ok) throw new Error(first.failure.kind)
  const second = openSqlite(file, {})
  second.prepare("UPDATE archive SET created_by = 'Quelqu’un'").run()
  const read = first.value.archive.prepare<{ by: string }>('SELECT created_by AS by FROM archive')
  expect(read.get()).toEqual({ by: 'Quelqu’un' })
  second.close()
  first.value.close()
})

test('another process reads beside the one that writes', async () => {
  const file = path.join(folder, 'read.fonds')
  await holdElsewhere(file)
  expect(runCli('list', '--archive', file)).toMatchObject({ code: 0, out: 'L’archive est vide.\n' })
  const reader = openForReading(file, { checked: false })
  expect(reader.ok).toBe(true)
  if (reader.ok) reader.value.close()
})

test.each([1, 2, 3])('a holder that is killed holds nothing any more (%i)', async (time) => {
  const file = path.join(folder, `killed-${time}.fonds`)
  const holder = await holdElsewhere(file)
  holder.kill('SIGKILL')
  await once(holder, 'exit')
  const started = performance.now()
  const next = openForWriting(file, 'Collègue', aClock())
  expect(next.ok).toBe(true)
  expect(performance.now() - started).toBeLessThan(10_000)
  if (next.ok) next.value.close()
})

test('of two processes that start at once, exactly one gets the archive', async () => {
  const file = path.join(folder, 'race.fonds')
  const said = await Promise.all(Array.from({ length: 4 }, () => startHolder(file)))
  expect(said.toSorted()).toEqual(['archive-held', 'archive-held', 'archive-held', 'held'])
})

async function holdElsewhere(file: string): Promise<ChildProcess> {
  expect(await startHolder(file)).toBe('held')
  const [holder] = running.slice(-1)
  if (!holder) throw new Error('no process was started')
  return holder
}

/** Starts a process that takes the archive and keeps it; what it says of that. */
async function startHolder(file: string): Promise<string> {
  const holder = spawn(
    process.execPath,
    [
      '--input-type=module-typescript',
      '-e',
      `import { openForWriting } from './electron/core/db/open.ts'
       import { openSystemClock } from './electron/core/system/clock.ts'
       const opened = openForWriting(${JSON.stringify(file)}, 'Autre poste', openSystemClock())
       process.stdout.write(opened.ok ? 'held' : opened.failure.kind)
       // Named here, so that what holds the archive stays in use.
       setInterval(() => opened, 1000)`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  running.push(holder)
  const said: unknown[] = await once(holder.stdout, 'data')
  return String(said[0])
}
