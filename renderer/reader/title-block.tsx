import { useSpeech } from '../i18n/words.tsx'
import { useLayout } from '../layout.tsx'
import { IssuerLine } from './issuer-line.tsx'
import { TextKind } from './text-kind.tsx'
import { useReading } from './reading.tsx'
import { StatedDates } from './stated-dates.tsx'

/** Who speaks, what it is called, and when it was: above the text. */
export function TitleBlock() {
  const { words } = useSpeech()
  const { record } = useReading()
  const { room } = useLayout()
  const { communique, version } = record
  return (
    <header className="title-block">
      {room === 'narrow' && <TextKind />}
      <IssuerLine />
      <h1 className="title" lang={version.language} dir={version.direction}>
        {version.title}
      </h1>
      <dl className="facts">
        <StatedDates />
        {communique.publisher !== null && (
          <div className="fact">
            <dt>{words.reader.publisher}</dt>
            <dd>
              <bdi>{communique.publisher.name}</bdi>
            </dd>
          </div>
        )}
        {communique.place !== null && (
          <div className="fact">
            <dt>{words.reader.place}</dt>
            <dd>
              <bdi>{communique.place}</bdi>
            </dd>
          </div>
        )}
      </dl>
    </header>
  )
}
