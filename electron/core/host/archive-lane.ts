/** One thread of the archive host: it opens the archive its own way and answers its channels. */
import { setTimeout as wait } from 'node:timers/promises'
import { parentPort, workerData, type MessagePort } from 'node:worker_threads'
import { z } from 'zod'
import { failureSchema } from '../../../shared/model/failure.ts'
import { serve } from '../dispatch.ts'
import type { ArchiveContext } from '../context.ts'
import { stateOfIndex } from '../search/rows-matching.ts'
import { untilCold, warmUp } from '../search/warm-up.ts'
import { openArchiveService } from '../service.ts'
import { openSystemClock } from '../system/clock.ts'
import { describeError, openLog } from '../system/log.ts'
import { askForReaders } from './ask-readers.ts'
import { wireFromNodePort } from './node-wire.ts'
import { hostSettingsSchema } from './settings.ts'

const settings = hostSettingsSchema
  .extend({
    lane: z.enum(['read', 'write', 'export']),
    refusal: failureSchema.nullable(),
    asksForReaders: z.boolean(),
    key: z.instanceof(Uint8Array).nullable(),
  })
  .parse(workerData)
const WARM_AFTER_MS = 1500
const closing = new AbortController()
const log = openLog(settings.policy?.logLevel)
const service = openArchiveService({
  ...settings,
  checked: settings.lane !== 'write',
  clock: openSystemClock(),
  ...(settings.asksForReaders && parentPort ? { spawnReader: askForReaders(parentPort) } : {}),
  onBug: (channel, error) => log('bug', { channel, ...describeError(error) }),
})

parentPort?.on('message', (message: { readonly port?: MessagePort; readonly close?: true }) => {
  if (message.port) serve(service, wireFromNodePort(message.port))
  if (message.close) {
    closing.abort()
    service.close()
    parentPort?.close()
    // Ports of clients keep a thread alive; what had to be written is written.
    process.exit(0)
  }
})
const opened = service.open()
parentPort?.postMessage({ refusal: opened.ok ? null : opened.failure })
if (opened.ok && settings.lane === 'read') void keepWarm(opened.value)

/**
 * Once the window has what it shows first, and again where the index was changed and has then been
 * left alone for a while.
 */
async function keepWarm({ archive, columns }: ArchiveContext): Promise<void> {
  await wait(WARM_AFTER_MS)
  try {
    while (!closing.signal.aborted) {
      // Of before: what changes meanwhile takes away what was warmed up.
      const state = stateOfIndex(archive)
      await warmUp(archive, columns, closing.signal)
      await untilCold(archive, state, closing.signal)
    }
  } catch (error) {
    // Whoever searches is told what is wrong with the archive.
    log('warm-up', describeError(error))
  }
}
