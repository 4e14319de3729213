import { useEffect, useState } from 'react'
import type { Outcome } from '../../shared/model/failure.ts'
import type { Backend } from './backend.ts'
import { useConnection } from './connection.tsx'

/**
 * What the shell answers to a question that is asked once for each connection; null until it has
 * told. The question must be the same function at every rendering.
 */
export function useShellAnswer<Answer>(
  ask: (shell: Backend['shell'], signal: AbortSignal) => Promise<Outcome<Answer>>,
): Answer | null {
  const { backend } = useConnection()
  const [answer, setAnswer] = useState<Answer | null>(null)
  useEffect(() => {
    if (backend === null) return
    const leaving = new AbortController()
    const listen = async (): Promise<void> => {
      const outcome = await ask(backend.shell, leaving.signal)
      if (outcome.ok) setAnswer(outcome.value)
    }
    void listen()
    return () => leaving.abort()
  }, [backend, ask])
  return answer
}
