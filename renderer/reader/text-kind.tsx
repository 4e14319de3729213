import { useSpeech } from '../i18n/words.tsx'
import { useReading } from './reading.tsx'

/** What kind of text it is and its number, above the title where the bar has no room. */
export function TextKind() {
  const { words } = useSpeech()
  const { kind, referenceCode } = useReading().record.communique
  return (
    <p className="reader-kind">
      {words.reader.kinds[kind]}
      {referenceCode !== null && <bdi className="reader-reference">{referenceCode}</bdi>}
    </p>
  )
}
