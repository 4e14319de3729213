import { useCallback, useEffect, useMemo, useState } from 'react'
import type { CallName, InputOf, OutputOf } from '../../shared/channels/channel.ts'
import type { ArchiveContract } from '../../shared/channels/contract.ts'
import type { Failure } from '../../shared/model/failure.ts'
import { useConnection } from './connection.tsx'

/** What a question to the archive has come to. An older value stays while a newer is asked for. */
export interface Answer<T> {
  readonly value: T | null
  readonly failure: Failure | null
  /** True while the value does not answer the question of the moment. */
  readonly waiting: boolean
  readonly askAgain: () => void
}

interface Told<T> {
  readonly key: string
  readonly value: T | null
  readonly failure: Failure | null
}

/**
 * Asks one channel and keeps its answer fresh: again when the input, the archive or the connection
 * changes. A null input asks nothing. A value stays only as long as `subject` (by default the
 * whole input) is the same.
 */
export function useAnswer<M extends CallName<ArchiveContract>>(
  channel: M,
  input: InputOf<ArchiveContract[M]> | null,
  subject?: string,
): Answer<OutputOf<ArchiveContract[M]>> {
  const { backend, revision } = useConnection()
  const [told, setTold] = useState<Told<OutputOf<ArchiveContract[M]>> | null>(null)
  const [attempt, setAttempt] = useState(0)
  const key = input === null ? null : JSON.stringify(input)
  const owner = subject ?? key ?? ''
  useEffect(() => {
    if (backend === null || key === null) return
    const leaving = new AbortController()
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the key is this very input, written as JSON
    const asked = JSON.parse(key) as InputOf<ArchiveContract[M]>
    const ask = async (): Promise<void> => {
      const outcome = await backend.archive.call(channel, asked, { signal: leaving.signal })
      if (leaving.signal.aborted) return
      setTold((before) =>
        outcome.ok
          ? { key: owner, value: outcome.value, failure: null }
          : { key: owner, value: valueFor(owner, before), failure: outcome.failure },
      )
    }
    void ask()
    return () => leaving.abort()
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- revision and attempt mean: ask again
  }, [backend, revision, attempt, channel, key, owner])
  const askAgain = useCallback(() => setAttempt((count) => count + 1), [])
  const current = key !== null && told?.key === owner ? told : null
  return useMemo(
    () => ({
      value: current?.value ?? null,
      failure: current?.failure ?? null,
      waiting: key !== null && current === null,
      askAgain,
    }),
    [current, key, askAgain],
  )
}

/** What is already known of a subject stays on screen when asking again has failed. */
function valueFor<T>(owner: string, before: Told<T> | null): T | null {
  return before?.key === owner ? before.value : null
}
