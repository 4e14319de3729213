import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { useConnection } from './connection.tsx'
import type { Backend } from './backend.ts'
import { openPages, type PageSource, type Pages, type PagesState } from './pages.ts'

/** A long list on screen: what is known of it, and how to ask for the rows in view. */
export interface PagesView<T, E> extends PagesState<T, E> {
  readonly want: (first: number, last: number) => void
  readonly askAgain: () => void
}

/** How a list is read through a connection. Must be stable: a new one starts a new list. */
export type SourceFrom<T, E> = (backend: Backend) => PageSource<T, E>

/** Keeps a long list on screen. It starts anew with its source and is renewed with the archive. */
export function usePages<T, E>(sourceFrom: SourceFrom<T, E> | null): PagesView<T, E> {
  const { backend, revision } = useConnection()
  const pages = useMemo(
    () => openPages(backend && sourceFrom ? sourceFrom(backend) : nothing<T, E>()),
    [backend, sourceFrom],
  )
  useEffect(() => {
    pages.want(0, 0)
    return () => pages.close()
  }, [pages])
  useEffect(() => {
    if (revision > 0) pages.renew()
  }, [pages, revision])
  const subscribe = useCallback((listener: () => void) => pages.subscribe(listener), [pages])
  const state = useSyncExternalStore(subscribe, pages.state)
  return useViewOf(pages, state)
}

/**
 * The latest list with what was asked for it, or the one before until the latest has something to
 * show: a list is not blank while another is read.
 */
export function useAnswered<
  A extends { readonly pages: Pick<PagesState<unknown, unknown>, 'total' | 'failure'> },
>(latest: A): A {
  const [answered, setAnswered] = useState(latest)
  const isAnswered = latest.pages.total !== null || latest.pages.failure !== null
  if (!isAnswered || answered.pages === latest.pages) return answered
  setAnswered(latest)
  return latest
}

function useViewOf<T, E>(pages: Pages<T, E>, state: PagesState<T, E>): PagesView<T, E> {
  return useMemo(() => ({ ...state, want: pages.want, askAgain: pages.renew }), [pages, state])
}

function nothing<T, E>(): PageSource<T, E> {
  return { size: 1, kept: 1, read: () => new Promise(() => {}) }
}
