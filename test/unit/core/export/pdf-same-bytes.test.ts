import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { z } from 'zod'

const SCRIPT = path.resolve(import.meta.dirname, '../../../support/pdf-digests.ts')
const digestsSchema = z.array(z.string().length(64))

/** A process of its own, in another folder, language and time zone. */
async function digestsOfProcess(env: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const child = spawn(process.execPath, [SCRIPT], { cwd: '/', env: { ...process.env, ...env } })
  const said = await text(child.stdout)
  return digestsSchema.parse(JSON.parse(said))
}

async function digestsOfWorker(first: number, step: number): Promise<readonly string[]> {
  const worker = new Worker(SCRIPT, { workerData: { first, step } })
  const [message]: readonly unknown[] = await once(worker, 'message')
  await worker.terminate()
  return digestsSchema.parse(message)
}

const WORKERS = 4

test('the same pages give the same bytes in two processes, and in one worker or four', async () => {
  const [one, other] = await Promise.all([
    digestsOfProcess({ TZ: 'Asia/Tokyo', LANG: 'ar_MA.UTF-8' }),
    digestsOfProcess({ TZ: 'America/New_York', LANG: 'C' }),
  ])
  expect(new Set(one).size).toBe(24)
  expect(other).toEqual(one)
  expect(await digestsOfWorker(0, 1)).toEqual(one)
  const shares = await Promise.all(
    Array.from({ length: WORKERS }, (_, first) => digestsOfWorker(first, WORKERS)),
  )
  expect(one.map((_, i) => shares[i % WORKERS]?.[Math.floor(i / WORKERS)])).toEqual(one)
}, 180_000)
