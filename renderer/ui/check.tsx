import type { ReactNode } from 'react'

/** A box to tick, with its words. */
export function Check({
  isChecked,
  onChange,
  children,
}: {
  readonly isChecked: boolean
  readonly onChange: (checked: boolean) => void
  readonly children: ReactNode
}) {
  return (
    <label className="check">
      <input
        type="checkbox"
        checked={isChecked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span className="check-words">{children}</span>
    </label>
  )
}
