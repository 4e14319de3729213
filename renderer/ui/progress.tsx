import { Label, ProgressBar } from 'react-aria-components'

/** How far some work has come; without a total it only says that it goes on. */
export function Progress({
  label,
  detail,
  done,
  total,
}: {
  readonly label: string
  readonly detail: string
  readonly done: number
  readonly total: number | null
}) {
  const share = total === null || total === 0 ? 0 : (done / total) * 100
  return (
    <ProgressBar className="progress" value={share} isIndeterminate={total === null}>
      <Label className="progress-label">{label}</Label>
      <span className="progress-detail">{detail}</span>
      <div className="progress-track">
        <div
          className={total === null ? 'progress-fill progress-endless' : 'progress-fill'}
          style={{ inlineSize: total === null ? '30%' : `${share}%` }}
        />
      </div>
    </ProgressBar>
  )
}
