import type { HitReason } from '../../shared/model/discovery.ts'
import type { Hit } from '../../shared/model/search.ts'
import { useAnswer } from '../client/use-answer.ts'
import { FailureNotice } from '../failure-notice.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { useSearchTools } from '../search/search-tools.tsx'

/** Why one hit answers, part of the query by part. */
export function HitReasons({ query, hit }: { readonly query: string; readonly hit: Hit }) {
  const { words } = useSpeech()
  const { favoursRecent } = useSearchTools()
  const { value, failure, askAgain } = useAnswer('search.explain', {
    query,
    communiqueId: hit.id,
  })
  return (
    <div className="hit-reasons" role="status">
      <bdi className="hit-reasons-of" lang={hit.language} dir={hit.direction}>
        {hit.title}
      </bdi>
      {failure !== null && <FailureNotice failure={failure} onRetry={askAgain} />}
      {value !== null && value.reasons.length === 0 && <p>{words.why.noWords}</p>}
      {value !== null && value.reasons.length > 0 && (
        <>
          <ul className="reasons">
            {value.reasons.map((reason) => (
              <Reason key={reason.part} reason={reason} />
            ))}
          </ul>
          <p className="field-advice">
            {words.why.weights} {favoursRecent && words.why.recent}
          </p>
        </>
      )}
    </div>
  )
}

function Reason({ reason }: { readonly reason: HitReason }) {
  const { words, formats } = useSpeech()
  const { inTitle, inText, inNotes, spellings, heldBy } = reason
  const places = [
    inTitle > 0 ? words.why.inTitle(inTitle) : '',
    inText > 0 ? words.why.inText(inText) : '',
    inNotes > 0 ? words.why.inNotes(inNotes) : '',
  ].filter((place) => place !== '')
  return (
    <li className="reason">
      <p>
        <bdi className="reason-part">{reason.part}</bdi>{' '}
        {places.length === 0 ? words.why.missing : words.why.found(formats.list(places))}
      </p>
      {spellings.length > 0 && (
        <p className="reason-detail">
          {words.why.spellings}{' '}
          {spellings.map((spelling) => (
            <bdi key={spelling} className="spelling">
              {spelling}
            </bdi>
          ))}
        </p>
      )}
      {places.length > 0 && <p className="reason-detail">{words.why.heldBy(heldBy)}</p>}
    </li>
  )
}
