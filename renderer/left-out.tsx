import type { ExportReport } from '../shared/channels/export.ts'

/** Texts that could not be read, named under the words that say what they are missing from. */
export function LeftOut({
  advice,
  texts,
}: {
  readonly advice: string
  readonly texts: ExportReport['leftOut']
}) {
  return (
    <>
      <p className="warning">{advice}</p>
      <ul className="substitutions">
        {texts.map(({ communiqueId, title }) => (
          <li key={communiqueId}>
            <bdi>{title ?? communiqueId}</bdi>
          </li>
        ))}
      </ul>
    </>
  )
}
