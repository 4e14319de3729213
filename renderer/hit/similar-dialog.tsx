import type { SimilarCommunique } from '../../shared/model/discovery.ts'
import { useAnswer } from '../client/use-answer.ts'
import { useDesk } from '../desk.tsx'
import { FailureNotice } from '../failure-notice.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { useSearchTools } from '../search/search-tools.tsx'
import { Delayed } from '../ui/delayed.tsx'
import { Dialog } from '../ui/dialog.tsx'

const MOST_SHOWN = 20
const MOST_WORDS = 8

/** The communiqués that say nearly the same as one, each with what both share. */
export function SimilarDialog({
  communiqueId,
  title,
}: {
  readonly communiqueId: string
  readonly title: string | null
}) {
  const { words } = useSpeech()
  const { close } = useSearchTools()
  const { value, failure, askAgain } = useAnswer('search.find-similar', {
    communiqueId,
    limit: MOST_SHOWN,
  })
  return (
    <Dialog title={words.tools.similar} onClose={close} size="large">
      <div className="dialog-body" aria-busy={value === null && failure === null}>
        <p className="field-advice">
          {title === null ? words.similar.advice : words.similar.of(title)}
        </p>
        {failure !== null && <FailureNotice failure={failure} onRetry={askAgain} />}
        {value === null && failure === null && (
          <Delayed>
            <p role="status">{words.common.loading}</p>
          </Delayed>
        )}
        {value?.similar.length === 0 && <p role="status">{words.similar.none}</p>}
        <ol className="similar">
          {value?.similar.map((one) => (
            <SimilarRow key={one.id} one={one} />
          ))}
        </ol>
      </div>
    </Dialog>
  )
}

function SimilarRow({ one }: { readonly one: SimilarCommunique }) {
  const { words, formats, locale } = useSpeech()
  const { open } = useDesk()
  const { close } = useSearchTools()
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  return (
    <li>
      <button
        type="button"
        className="similar-one"
        onClick={() => {
          open({ communiqueId: one.id })
          close()
        }}
      >
        <bdi className="row-title" lang={one.language} dir={one.direction}>
          {one.title}
        </bdi>
        <span className="row-meta">
          <span className="hit-date">
            {one.sortedOn === null ? words.list.undated : formats.shortDate(one.sortedOn)}
          </span>
          <bdi className="row-issuer">{one.issuerName ?? words.list.issuerUnknown}</bdi>
          <span className="likeness">{words.similar.likeness(share.format(one.likeness))}</span>
        </span>
        <span className="reason-detail">
          {words.similar.shared}{' '}
          {one.sharedWords.slice(0, MOST_WORDS).map((word) => (
            <bdi key={word} className="spelling">
              {word}
            </bdi>
          ))}
        </span>
      </button>
    </li>
  )
}
