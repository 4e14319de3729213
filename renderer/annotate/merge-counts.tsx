import type { ImportReport, MergeReport } from '../../shared/model/annotation.ts'
import { useSpeech } from '../i18n/words.tsx'

const MOST_TOLD = 200

/** What a merge does or did, counted, and the texts that are waited for. */
export function MergeCounts({ report }: { readonly report: MergeReport }) {
  const { words } = useSpeech()
  const { counts } = words.exchange
  return (
    <>
      <p className="report-counts">
        <span>{counts.newCount(report.newCount)}</span>
        <span>{counts.updatedCount(report.updatedCount)}</span>
        <span>{counts.knownCount(report.knownCount)}</span>
        <span className={report.conflictCount > 0 ? 'report-bad' : ''}>
          {counts.conflictCount(report.conflictCount)}
        </span>
      </p>
      {report.unknownTexts.length > 0 && (
        <>
          <p className="field-label">{words.exchange.waiting}</p>
          <ul className="exchange-lines">
            {report.unknownTexts.map(({ title, annotationCount }) => (
              <li key={title}>{words.exchange.waitingFor(title, annotationCount)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

/** What of another program's file was only proposed, and what has no place, with why. */
export function Unmatched({ report }: { readonly report: ImportReport }) {
  const { words, formats } = useSpeech()
  const { toConfirm, unmatched } = report
  return (
    <>
      {toConfirm.length > 0 && <p>{words.exchange.toConfirm(toConfirm.length)}</p>}
      {unmatched.length > 0 && (
        <>
          <p className="field-label">{words.exchange.unmatched(unmatched.length)}</p>
          <ul className="exchange-lines">
            {unmatched.slice(0, MOST_TOLD).map(({ index, why, exact }) => (
              <li key={index}>
                {words.exchange.item(formats.number(index + 1))} : {words.exchange.why[why]}
                {exact !== '' && (
                  <>
                    {' '}
                    <bdi>« {exact.slice(0, 160)} »</bdi>
                  </>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
