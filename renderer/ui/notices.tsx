import {
  createContext,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
  type ReactNode,
} from 'react'
import { Button } from './button.tsx'

/** A short message at the foot of the window, with at most one thing to do about it. */
interface Toast {
  readonly id: number
  readonly text: string
  readonly action: { readonly label: string; readonly run: () => void } | null
}

interface Notices {
  /** Shows a message for some seconds and has it read out. */
  readonly show: (text: string, action?: Toast['action']) => void
  /** Has a message read out without showing it. */
  readonly announce: (text: string) => void
}

const NoticesContext = createContext<Notices>({ show: () => {}, announce: () => {} })

const SHOWN_FOR = 8000

/** Holds the messages of the window and its live region. */
export function NoticesProvider({ children }: { readonly children: ReactNode }) {
  const [toast, setToast] = useState<Toast | null>(null)
  const [spoken, setSpoken] = useState({ id: 0, text: '' })
  const announce = useCallback(
    (text: string) => setSpoken((before) => ({ id: before.id + 1, text })),
    [],
  )
  const show = useCallback((text: string, action: Toast['action'] = null) => {
    setToast((before) => ({ id: (before?.id ?? 0) + 1, text, action }))
  }, [])
  const notices = useMemo(() => ({ show, announce }), [show, announce])
  return (
    <NoticesContext value={notices}>
      {children}
      {/* Both stay in reach of everyone while a dialog hides the rest of the window. */}
      <div
        className="visually-hidden"
        aria-live="polite"
        aria-atomic="true"
        data-live-announcer="true"
      >
        {/* A message that is repeated is another node, so that it is read out again. */}
        <span key={spoken.id}>{spoken.text}</span>
      </div>
      <div className="toasts" role="status" data-react-aria-top-layer="true">
        {toast !== null && <ToastCard key={toast.id} toast={toast} onDone={() => setToast(null)} />}
      </div>
    </NoticesContext>
  )
}

/** How a part of the window speaks to the officer. */
export function useNotices(): Notices {
  return use(NoticesContext)
}

function ToastCard({ toast, onDone }: { readonly toast: Toast; readonly onDone: () => void }) {
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held) return
    const timer = setTimeout(onDone, SHOWN_FOR)
    return () => clearTimeout(timer)
  }, [held, onDone])
  const { action } = toast
  return (
    <div
      className="toast"
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{toast.text}</span>
      {action !== null && (
        <Button
          tone="quiet"
          onPress={() => {
            action.run()
            onDone()
          }}
        >
          {action.label}
        </Button>
      )}
    </div>
  )
}
