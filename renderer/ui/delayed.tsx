import { useEffect, useState, type ReactNode } from 'react'

const PATIENCE = 200

/** Shows what it holds only when the wait is long enough to be felt. */
export function Delayed({ children }: { readonly children: ReactNode }) {
  const [shown, setShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), PATIENCE)
    return () => clearTimeout(timer)
  }, [])
  return shown ? children : null
}
