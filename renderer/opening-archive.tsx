import { useSpeech } from './i18n/words.tsx'
import { Delayed } from './ui/delayed.tsx'

/** Milliseconds after which an officer wonders whether anything still happens. */
const LONG = 4000

/** Says that the archive is being opened and, where that takes long, what may be under way. */
export function OpeningArchive() {
  const { words } = useSpeech()
  return (
    <div className="opening" role="status">
      <Delayed>
        <p>{words.app.openingArchive}</p>
      </Delayed>
      <Delayed after={LONG}>
        <p className="opening-long">{words.app.openingLong}</p>
      </Delayed>
    </div>
  )
}
