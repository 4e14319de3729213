import { Label, Radio, RadioGroup } from 'react-aria-components'
import { usePolicy } from '../client/use-policy.ts'
import type { ExportSubject } from '../hand-over.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { isPermitted, offerFor, type OfferedFormat } from './export-formats.ts'

/** The formats by what they are for, each with what it gives; those that a policy bars say so. */
export function FormatChoice({
  subject,
  format,
  onChange,
}: {
  readonly subject: ExportSubject
  readonly format: OfferedFormat
  readonly onChange: (format: OfferedFormat) => void
}) {
  const { words } = useSpeech()
  const exportFormats = usePolicy()?.policy.exportFormats
  const offer = offerFor(subject)
  const all = offer.flatMap(([, formats]) => formats)
  const isBarred = (one: OfferedFormat): boolean => !isPermitted(exportFormats, one)
  return (
    <RadioGroup
      className="format-choice"
      value={format}
      onChange={(next) => onChange(all.find((one) => one === next) ?? format)}
    >
      <Label className="field-label">{words.export.format}</Label>
      {offer.map(([family, formats]) => (
        <div key={family} className="format-family">
          <p className="format-family-name">{words.export.families[family]}</p>
          {formats.map((one) => {
            const [name, use] = words.export.formats[one]
            return (
              <Radio key={one} value={one} className="format" isDisabled={isBarred(one)}>
                <span className="format-name">{name}</span>
                <span className="format-use">{isBarred(one) ? words.export.managed : use}</span>
              </Radio>
            )
          })}
        </div>
      ))}
    </RadioGroup>
  )
}
