import { Label, Radio, RadioGroup } from 'react-aria-components'
import type { ReactNode } from 'react'

interface Choice<V extends string> {
  readonly value: V
  readonly label: string
  readonly icon?: ReactNode
}

/** One of a few values, all in view. */
export function ChoiceGroup<V extends string>({
  label,
  choices,
  value,
  onChange,
}: {
  readonly label: string
  readonly choices: readonly Choice<V>[]
  readonly value: V
  readonly onChange: (value: V) => void
}) {
  return (
    <RadioGroup
      className="choice-group"
      orientation="horizontal"
      value={value}
      onChange={(next) => {
        const chosen = choices.find((choice) => choice.value === next)
        if (chosen) onChange(chosen.value)
      }}
    >
      <Label className="field-label">{label}</Label>
      <div className="choices">
        {choices.map((choice) => (
          <Radio key={choice.value} value={choice.value} className="choice">
            {choice.icon}
            {choice.label}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}
