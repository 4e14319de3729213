import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import { useKeptPlace } from './kept-place.tsx'
import type { useScrollWindow } from './use-scroll-window.ts'

/**
 * The row that the arrows stand on, and how to go to another. Where the same list comes back, that is
 * the row on which they were left, and the list is scrolled as it was.
 */
export function useKeptActive(
  of: string,
  count: number,
  { offset, scrollTo, isMeasured }: ReturnType<typeof useScrollWindow>,
): readonly [number, (active: number) => void] {
  const { read, keep } = useKeptPlace()
  const [before] = useState(() => {
    const last = read()
    return last?.of === of ? last : null
  })
  const [active, setActive] = useState(before?.active ?? 0)
  const isBack = useRef(before === null)
  const goBack = useEffectEvent(() => scrollTo(before?.offset ?? 0))
  useLayoutEffect(() => {
    if (isBack.current || !isMeasured || count === 0) return
    isBack.current = true
    goBack()
  }, [isMeasured, count])
  useEffect(() => {
    if (isBack.current) keep({ of, active, offset })
  }, [keep, of, active, offset])
  return [active, setActive]
}
