import { Label, Text, TextArea, TextField } from 'react-aria-components'
import { useSpeech } from '../i18n/words.tsx'
import { Button } from '../ui/button.tsx'

/** A field for words to look up, sent by its button or by Ctrl+Enter. */
export function AskWords({
  label,
  advice,
  action,
  value,
  most,
  onChange,
  onAsk,
}: {
  readonly label: string
  readonly advice: string
  readonly action: string
  readonly value: string
  readonly most: number
  readonly onChange: (value: string) => void
  readonly onAsk: () => void
}) {
  const { words } = useSpeech()
  return (
    <div className="ask-words">
      <TextField
        className="field"
        value={value}
        onChange={onChange}
        maxLength={most}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the one field of a dialog that was asked for
        autoFocus
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onAsk()
          else event.continuePropagation()
        }}
      >
        <Label className="field-label">{label}</Label>
        <TextArea className="input paste-area" rows={3} dir="auto" />
        <Text slot="description" className="field-advice">
          {advice}
        </Text>
      </TextField>
      <Button tone="primary" isDisabled={value.trim() === ''} onPress={onAsk}>
        {action}
        <kbd className="ask-keys" aria-hidden="true">
          {words.shortcuts.keys.ctrl} ↵
        </kbd>
      </Button>
    </div>
  )
}
