import { useCallback } from 'react'
import type { CallName, FailureOf, InputOf, OutputOf } from '../../shared/channels/channel.ts'
import type { ArchiveContract } from '../../shared/channels/contract.ts'
import type { Outcome } from '../../shared/model/failure.ts'
import { useConnection } from './connection.tsx'

type Answered<M extends CallName<ArchiveContract>> = Outcome<
  OutputOf<ArchiveContract[M]>,
  FailureOf<ArchiveContract[M]>
>

/** A function that asks the archive to change something and, once done, has every answer renewed. */
export function useCommand<M extends CallName<ArchiveContract>>(
  channel: M,
): (input: InputOf<ArchiveContract[M]>) => Promise<Answered<M>> {
  const { backend, announceChange } = useConnection()
  return useCallback(
    async (input) => {
      if (backend === null) return { ok: false, failure: { kind: 'connection-lost' } }
      const outcome = await backend.archive.call(channel, input)
      if (outcome.ok) announceChange()
      return outcome
    },
    [backend, announceChange, channel],
  )
}
