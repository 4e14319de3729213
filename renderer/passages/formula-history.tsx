import { useState } from 'react'
import type { Attestation, FormulaTrace } from '../../shared/model/formula.ts'
import { useSpeech } from '../i18n/words.tsx'
import { Button } from '../ui/button.tsx'
import { PassageSource } from './passage-source.tsx'
import { WordedChanges } from './worded-changes.tsx'

/** As many attestations as are drawn at once. */
const STEP = 50

/** The attestations of a formula by date, each compared with the one before, and who said it. */
export function FormulaHistory({ trace }: { readonly trace: FormulaTrace }) {
  const { words } = useSpeech()
  const [shown, setShown] = useState(STEP)
  const { attestations } = trace
  if (attestations.length === 0) return <p role="status">{words.trace.none}</p>
  const wordings = new Set(attestations.map(({ passage }) => passage.text)).size
  const left = attestations.length - shown
  return (
    <>
      <p className="trace-count" role="status">
        {words.trace.count(attestations.length)} · {words.trace.wordings(wordings)}
      </p>
      <Issuers trace={trace} />
      <section>
        <h3 className="pane-title">{words.trace.history}</h3>
        <ol className="attestations">
          {attestations.slice(0, shown).map((one, index) => (
            <li
              key={`${one.passage.versionId} ${one.passage.field} ${one.passage.start}`}
              className={one.isSameWording ? 'attestation attestation-same' : 'attestation'}
            >
              <AttestationCard one={one} before={attestations[index - 1]} />
            </li>
          ))}
        </ol>
        {left > 0 && (
          <Button onPress={() => setShown(shown + STEP)}>
            {words.trace.more(Math.min(STEP, left))}
          </Button>
        )}
      </section>
    </>
  )
}

function AttestationCard({
  one,
  before,
}: {
  readonly one: Attestation
  readonly before: Attestation | undefined
}) {
  const { words } = useSpeech()
  const { passage, daysSince, isSameWording, changes } = one
  const gap = daysSince === null ? words.trace.gapUnknown : words.trace.gap(daysSince)
  return (
    <>
      <p className="attestation-step">
        {before === undefined
          ? words.trace.first
          : `${gap} · ${isSameWording ? words.trace.same : words.trace.changed}`}
      </p>
      <PassageSource passage={passage} />
      {before === undefined || isSameWording ? (
        <p className="worded" dir="auto">
          {passage.text}
        </p>
      ) : (
        <WordedChanges old={before.passage.text} fresh={passage.text} changes={changes} />
      )}
    </>
  )
}

function Issuers({ trace }: { readonly trace: FormulaTrace }) {
  const { words, formats } = useSpeech()
  const date = (on: string | null): string =>
    on === null ? words.list.undated : formats.shortDate(on)
  return (
    <section>
      <h3 className="pane-title">{words.trace.issuers}</h3>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{words.trace.issuer}</th>
            <th scope="col">{words.trace.times}</th>
            <th scope="col">{words.trace.firstOn}</th>
            <th scope="col">{words.trace.lastOn}</th>
          </tr>
        </thead>
        <tbody>
          {trace.issuers.map(({ issuerName, count, firstOn, lastOn }) => (
            <tr key={issuerName ?? ''}>
              <td>
                <bdi>{issuerName ?? words.list.issuerUnknown}</bdi>
              </td>
              <td>{formats.number(count)}</td>
              <td>{date(firstOn)}</td>
              <td>{date(lastOn)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
