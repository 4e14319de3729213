import { useEffect, useState } from 'react'

/** A value once it has stood still for `wait` milliseconds; an empty text is told at once. */
export function useDebounced(value: string, wait: number): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), value === '' ? 0 : wait)
    return () => clearTimeout(timer)
  }, [value, wait])
  return settled
}
