import { CircleCheck, CircleHelp, CircleX, TriangleAlert } from 'lucide-react'
import type { QuotationCheck } from '../../shared/model/quotation.ts'
import { useSpeech } from '../i18n/words.tsx'
import { PassageSource } from './passage-source.tsx'
import { WordedChanges } from './worded-changes.tsx'

type Verdict = QuotationCheck['verdict']

const ICONS: Readonly<Record<Verdict, typeof CircleCheck>> = {
  verbatim: CircleCheck,
  typographic: CircleHelp,
  altered: TriangleAlert,
  absent: CircleX,
}

/** What became of a quotation: the verdict, the places, and every difference. */
export function QuotationVerdict({ check }: { readonly check: QuotationCheck }) {
  const { words, formats } = useSpeech()
  const { verdict, places, total, changes, quotation, typography } = check
  const Icon = ICONS[verdict]
  const nearest = places[0]
  return (
    <>
      <div className={`verdict verdict-${verdict}`} role="status">
        <Icon aria-hidden />
        <div>
          <p className="verdict-title">{words.verify.verdicts[verdict]}</p>
          <p>{words.verify.says[verdict]}</p>
        </div>
      </div>
      {verdict === 'altered' && nearest && (
        <section>
          <h3 className="pane-title">{words.verify.diff}</h3>
          <WordedChanges old={nearest.text} fresh={quotation} changes={changes} />
        </section>
      )}
      {typography.length > 0 && <Typography check={check} />}
      {places.length > 0 && (
        <section>
          <h3 className="pane-title">
            {words.verify.places(verdict === 'altered' ? places.length : total)}
          </h3>
          <ul className="passage-places">
            {places.map((passage) => (
              <li key={`${passage.versionId} ${passage.field} ${passage.start}`}>
                <PassageSource passage={passage} />
              </li>
            ))}
          </ul>
          {verdict !== 'altered' && total > places.length && (
            <p className="field-advice">
              {words.verify.placesShown(formats.number(places.length))}
            </p>
          )}
        </section>
      )}
    </>
  )
}

function Typography({ check }: { readonly check: QuotationCheck }) {
  const { words, formats } = useSpeech()
  return (
    <section>
      <h3 className="pane-title">{words.verify.typography}</h3>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{words.verify.inArchive}</th>
            <th scope="col">{words.verify.inQuotation}</th>
            <th scope="col">{words.verify.difference}</th>
          </tr>
        </thead>
        <tbody>
          {check.typography.map(({ archive, quoted, kinds }, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- the list never changes, and the same difference may come twice
            <tr key={index}>
              <td>
                <Spelt text={archive} />
              </td>
              <td>
                <Spelt text={quoted} />
              </td>
              <td>{formats.list(kinds.map((kind) => words.verify.kinds[kind]))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Spaces are shown, each by its own sign: they are what may differ. */
function Spelt({ text }: { readonly text: string }) {
  const { words } = useSpeech()
  if (text === '') return <span className="field-advice">{words.verify.nothing}</span>
  const shown = text
    .replaceAll(/[\u00A0\u202F]/gu, '⍽')
    .replaceAll(' ', '␣')
    .replaceAll(/[\u200B-\u200F\u2060\u00AD\uFEFF]/gu, '·')
  return <bdi className="spelling">{shown}</bdi>
}
