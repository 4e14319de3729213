import { useSpeech } from '../i18n/words.tsx'
import { Delayed } from '../ui/delayed.tsx'

/** The shape of a list that is slow to come. */
export function ListSkeleton() {
  const { words } = useSpeech()
  return (
    <Delayed>
      <div className="list-skeleton" role="status">
        <span className="visually-hidden">{words.common.loading}</span>
        {['a', 'b', 'c', 'd', 'e', 'f'].map((key) => (
          <span key={key} className="shape row-shape" />
        ))}
      </div>
    </Delayed>
  )
}
