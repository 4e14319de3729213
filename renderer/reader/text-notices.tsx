import { useDesk } from '../desk.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { Button } from '../ui/button.tsx'
import { useReading } from './reading.tsx'

/** Bidirectional controls (Unicode TR 9) that reorder what is seen without being seen. */
const DIRECTION_MARKS = /[\u202A-\u202E\u2066-\u2069]/gu

/** What an officer must know before trusting what is on screen. */
export function TextNotices() {
  const { words } = useSpeech()
  const { record } = useReading()
  const { open } = useDesk()
  const { version, versions, communique } = record
  const marks = version.text.match(DIRECTION_MARKS)?.length ?? 0
  const isOlder = versions.some(({ number }) => number > version.number)
  return (
    <>
      {isOlder && (
        <p className="text-notice" role="status">
          {words.reader.olderVersion(version.number)}
          <Button tone="quiet" onPress={() => open({ communiqueId: communique.id })}>
            {words.reader.openLatest}
          </Button>
        </p>
      )}
      {marks > 0 && <p className="text-notice">{words.reader.directionMarks(marks)}</p>}
    </>
  )
}
