import type { ReactNode } from 'react'
import {
  Button as AriaButton,
  ToggleButton,
  Tooltip,
  TooltipTrigger,
  type ButtonProps,
} from 'react-aria-components'

type Tone = 'plain' | 'primary' | 'quiet' | 'danger'

/** A button with words. */
export function Button({
  tone = 'plain',
  children,
  ...props
}: Omit<ButtonProps, 'className' | 'children'> & {
  readonly tone?: Tone
  readonly children: ReactNode
}) {
  return (
    <AriaButton {...props} className={`button button-${tone}`}>
      {children}
    </AriaButton>
  )
}

interface IconButtonProps extends Omit<ButtonProps, 'className' | 'children'> {
  /** The button's name; it is also its tooltip. */
  readonly label: string
  /** The keys that do the same, shown beside the name. */
  readonly keys?: string | undefined
  readonly icon: ReactNode
}

/** A button that shows an icon; its name appears on hover and focus. */
export function IconButton({ label, keys, icon, ...props }: IconButtonProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      <AriaButton {...props} aria-label={label} className="icon-button">
        {icon}
      </AriaButton>
      <NameTip label={label} keys={keys} />
    </TooltipTrigger>
  )
}

/** An icon button that stays pressed. */
export function IconToggle({
  label,
  keys,
  icon,
  isSelected,
  onChange,
}: {
  readonly label: string
  readonly keys?: string | undefined
  readonly icon: ReactNode
  readonly isSelected: boolean
  readonly onChange: (selected: boolean) => void
}) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      <ToggleButton
        aria-label={label}
        className="icon-button"
        isSelected={isSelected}
        onChange={onChange}
      >
        {icon}
      </ToggleButton>
      <NameTip label={label} keys={keys} />
    </TooltipTrigger>
  )
}

function NameTip({ label, keys }: { readonly label: string; readonly keys: string | undefined }) {
  return (
    <Tooltip className="tooltip" offset={6}>
      {label}
      {keys !== undefined && <kbd className="tooltip-keys">{keys}</kbd>}
    </Tooltip>
  )
}
