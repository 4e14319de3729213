import { Table2 } from 'lucide-react'
import { Dialog, DialogTrigger, Popover } from 'react-aria-components'
import type { Period } from '../../shared/model/search.ts'
import { useSpeech } from '../i18n/words.tsx'
import { IconButton } from '../ui/button.tsx'
import type { TrendBar } from '../trend/trend-bars.ts'

/** The figures of the timeline for those who do not see it or do not drag; each period keeps its own. */
export function TimelineTable({
  bars,
  onChoose,
}: {
  readonly bars: readonly TrendBar[]
  readonly onChoose: (period: Period) => void
}) {
  const { words, formats } = useSpeech()
  return (
    <DialogTrigger>
      <IconButton label={words.timeline.table} icon={<Table2 aria-hidden />} />
      <Popover className="popover" placement="bottom end">
        <Dialog className="timeline-table" aria-label={words.timeline.table}>
          {({ close }) => (
            <table className="plain-table">
              <thead>
                <tr>
                  <th scope="col">{words.timeline.period}</th>
                  <th scope="col">{words.timeline.texts}</th>
                </tr>
              </thead>
              <tbody>
                {bars
                  .filter(({ count }) => count > 0)
                  .map(({ period, count }) => (
                    <tr key={period}>
                      <th scope="row">
                        <button
                          type="button"
                          className="link"
                          aria-label={words.timeline.choose(formats.month(period))}
                          onClick={() => {
                            close()
                            onChoose(`${period}/${period}`)
                          }}
                        >
                          {formats.month(period)}
                        </button>
                      </th>
                      <td>{formats.number(count)}</td>
                    </tr>
                  ))}
              </tbody>
            </table>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
