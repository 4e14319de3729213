import { connectClient } from '../../shared/channels/client.ts'
import type { ArchiveContract } from '../../shared/channels/contract.ts'
import { openInProcess } from './archive-wires.ts'
import type { KnownArchive } from './channel-inputs.ts'

/** Makes an archive with the samples in it, closes it, and tells what of it may be asked. */
export async function fillArchive(archivePath: string): Promise<Omit<KnownArchive, 'folder'>> {
  const opened = await openInProcess(archivePath)
  const archive = connectClient<ArchiveContract>(await opened.dial())
  const offered = await archive.call('ingest.offer-samples', {})
  if (!offered.ok) throw new Error(offered.failure.kind)
  const steps = archive.stream('ingest.run-batch', { batchId: offered.value.batchId })
  let step = await steps.next()
  while (!step.done) step = await steps.next()
  const filter = { years: [], issuers: [], languages: [] }
  const list = await archive.call('communique.list', { filter, sort: 'title', offset: 0, limit: 1 })
  const communiqueId = list.ok ? (list.value.rows[0]?.id ?? '') : ''
  const got = await archive.call('communique.get', { id: communiqueId, versionId: null })
  if (!got.ok) throw new Error(got.failure.kind)
  await opened.close()
  const { version } = got.value
  return { communiqueId, versionId: version.id, sourceDigest: version.source.digest }
}
