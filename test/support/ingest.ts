import type { Client } from '../../shared/channels/client.ts'
import { connectClient } from '../../shared/channels/client.ts'
import type { ArchiveContract } from '../../shared/channels/contract.ts'
import type { IngestReport } from '../../shared/model/ingest.ts'
import type { Outcome } from '../../shared/model/failure.ts'
import path from 'node:path'
import { aFolder } from './archive.ts'
import { openInProcess } from './archive-wires.ts'

/** A file to take in: its name and its bytes or words. */
export type GivenFile = readonly [name: string, content: Uint8Array | string]

/** An archive asked through its channels, and how to end it. */
export interface AskedArchive {
  readonly archive: Client<ArchiveContract>
  readonly path: string
  readonly close: () => Promise<void>
}

/** An empty archive on disk, answered in this process; every bug fails the test that met it. */
export async function anAskedArchive(): Promise<AskedArchive> {
  const { folder, remove } = aFolder()
  const archivePath = path.join(folder, 'archive.fonds')
  const opened = await openInProcess(archivePath)
  const archive = connectClient<ArchiveContract>(await opened.dial())
  return {
    archive,
    path: archivePath,
    close: async () => {
      archive.close()
      await opened.close()
      remove()
      if (opened.bugs.length > 0) throw new Error('bugs were met', { cause: opened.bugs })
    },
  }
}

/** Takes files in as one batch and gives back its report. */
export async function ingestFiles(
  archive: Client<ArchiveContract>,
  files: readonly GivenFile[],
): Promise<IngestReport> {
  return runBatchOf(archive, await openBatchOf(archive, files))
}

/** Opens a batch with files that wait. */
export async function openBatchOf(
  archive: Client<ArchiveContract>,
  files: readonly GivenFile[],
): Promise<string> {
  const { batchId } = valueOf(await archive.call('ingest.open-batch', { origin: null }))
  for (let at = 0; at < files.length; at += 500) {
    const offered = files.slice(at, at + 500).map(([name, content]) => ({
      name,
      content: { kind: 'bytes' as const, bytes: bytesOf(content) },
    }))
    valueOf(await archive.call('ingest.offer-files', { batchId, files: offered }))
  }
  return batchId
}

/** Runs a batch to its end. */
export async function runBatchOf(
  archive: Client<ArchiveContract>,
  batchId: string,
): Promise<IngestReport> {
  const run = archive.stream('ingest.run-batch', { batchId })
  for (;;) {
    const step = await run.next()
    if (step.done) return valueOf(step.value)
  }
}

/** The value of an outcome; a failure ends the test. */
export function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`failed: ${JSON.stringify(outcome.failure)}`)
  return outcome.value
}

const bytesOf = (content: Uint8Array | string): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content
