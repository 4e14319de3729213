import type { ReactNode } from 'react'

/** What stands where there is nothing to show: what is so, and what to do. */
export function EmptyState({
  icon,
  title,
  advice,
  children,
}: {
  readonly icon?: ReactNode
  readonly title: string
  readonly advice?: string | undefined
  readonly children?: ReactNode
}) {
  return (
    <div className="empty-state">
      {icon}
      <p className="empty-title">{title}</p>
      {advice !== undefined && <p className="empty-advice">{advice}</p>}
      {children !== undefined && <div className="empty-actions">{children}</div>}
    </div>
  )
}
