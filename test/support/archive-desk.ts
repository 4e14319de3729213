import { connectClient, type Client } from '../../shared/channels/client.ts'
import type { ArchiveContract } from '../../shared/channels/contract.ts'
import { openLoopback } from '../../shared/channels/wire.ts'
import { serve } from '../../electron/core/dispatch.ts'
import { openArchiveService } from '../../electron/core/service.ts'
import { openSystemClock } from '../../electron/core/system/clock.ts'

/** An archive that is open for writing in this process, by its channels. */
export interface ArchiveDesk {
  readonly archive: Client<ArchiveContract>
  /** How opening it went: `done`, or the kind of failure. */
  readonly said: string
  readonly close: () => void
}

/** Opens an archive as its writer, in this process. A bug in a channel is thrown. */
export function openArchiveDesk(archivePath: string): ArchiveDesk {
  const service = openArchiveService({
    archivePath,
    actor: 'Officier',
    resourcesFolder: 'resources',
    lane: 'write',
    refusal: null,
    checked: false,
    clock: openSystemClock(),
    onBug: (channel, error) => {
      throw new Error(`a bug in ${channel}`, { cause: error })
    },
  })
  const opened = service.open()
  const [served, spoken] = openLoopback()
  serve(service, served)
  return {
    archive: connectClient<ArchiveContract>(spoken),
    said: opened.ok ? 'done' : opened.failure.kind,
    close: service.close,
  }
}
