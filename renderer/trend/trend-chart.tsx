import { useSpeech } from '../i18n/words.tsx'
import type { TrendBar } from './trend-bars.ts'

export type TrendMeasure = 'counts' | 'shares'

/** The bars of a trend, and the same figures as a table for those who do not see them. */
export function TrendChart({
  bars,
  measure,
}: {
  readonly bars: readonly TrendBar[]
  readonly measure: TrendMeasure
}) {
  const { words, formats, locale } = useSpeech()
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  const heights = bars.map((bar) => heightOf(bar, measure))
  const most = Math.max(...heights, measure === 'counts' ? 1 : Number.EPSILON)
  const told = (bar: TrendBar, height: number): string =>
    measure === 'counts' ? formats.number(bar.count) : percent.format(height)
  const [first, last] = [bars.at(0), bars.at(-1)]
  if (!first || !last) return null
  return (
    <>
      <figure className="trend">
        <div className="trend-bars" aria-hidden="true">
          {bars.map((bar, index) => {
            const height = heights[index] ?? 0
            return (
              <div
                key={bar.period}
                className="trend-slot"
                title={words.common.named(formats.month(bar.period), told(bar, height))}
              >
                <div className="trend-bar" style={{ blockSize: `${(height / most) * 100}%` }} />
              </div>
            )
          })}
        </div>
        <div className="trend-axis" aria-hidden="true">
          <span>{formats.month(first.period)}</span>
          <span>
            {words.trend.most(measure === 'counts' ? formats.number(most) : percent.format(most))}
          </span>
          <span>{formats.month(last.period)}</span>
        </div>
        <figcaption className="visually-hidden">
          {words.trend.chart(formats.month(first.period), formats.month(last.period))}
        </figcaption>
      </figure>
      <TrendTable bars={bars} />
    </>
  )
}

function TrendTable({ bars }: { readonly bars: readonly TrendBar[] }) {
  const { words, formats, locale } = useSpeech()
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  return (
    <details className="trend-table">
      <summary>{words.trend.table}</summary>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{words.trend.period}</th>
            <th scope="col">{words.trend.counts}</th>
            <th scope="col">{words.trend.outOf}</th>
            <th scope="col">{words.trend.shares}</th>
          </tr>
        </thead>
        <tbody>
          {bars
            .filter(({ count }) => count > 0)
            .map((bar) => (
              <tr key={bar.period}>
                <th scope="row">{formats.month(bar.period)}</th>
                <td>{formats.number(bar.count)}</td>
                <td>{formats.number(bar.outOf)}</td>
                <td>{percent.format(heightOf(bar, 'shares'))}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </details>
  )
}

function heightOf({ count, outOf }: TrendBar, measure: TrendMeasure): number {
  if (measure === 'counts') return count
  return outOf === 0 ? 0 : count / outOf
}
