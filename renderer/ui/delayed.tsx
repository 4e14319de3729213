import { useEffect, useState, type ReactNode } from 'react'

const PATIENCE = 200

/** Shows what it holds only when the wait is long enough to be felt, or after so many milliseconds. */
export function Delayed({
  after = PATIENCE,
  children,
}: {
  readonly after?: number
  readonly children: ReactNode
}) {
  const [shown, setShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), after)
    return () => clearTimeout(timer)
  }, [after])
  return shown ? children : null
}
