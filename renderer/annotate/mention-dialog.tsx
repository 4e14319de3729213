import { useState } from 'react'
import { Input, Label, Radio, RadioGroup, TextField } from 'react-aria-components'
import type { Span } from '../../shared/model/search.ts'
import { useAnswer } from '../client/use-answer.ts'
import { useDebounced } from '../client/use-debounced.ts'
import { useSpeech } from '../i18n/words.tsx'
import { useReading } from '../reader/reading.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useSaving } from '../ui/use-saving.ts'
import { bareFields, useAnnotating } from './annotating.tsx'
import { putCaretAfter } from './use-selection.ts'

const MOST_SHOWN = 12
const TYPING_PAUSE = 150
const LONGEST_NAME = 200

/** Chooses the person, body, place or instrument that the selected words name. */
export function MentionDialog({ span }: { readonly span: Span }) {
  const { words } = useSpeech()
  const { record, setDraft, textMap } = useReading()
  const { create } = useAnnotating()
  const { isSaving, saveOnce } = useSaving()
  const selected = record.version.text.slice(span.start, span.end)
  const [sought, setSought] = useState(selected.replaceAll(/\s+/gu, ' ').slice(0, LONGEST_NAME))
  const [picked, setPicked] = useState<string | null>(null)
  const query = useDebounced(sought.trim(), TYPING_PAUSE)
  const asked = { kind: null, query, onlyNamed: false, offset: 0, limit: MOST_SHOWN }
  const { value, waiting } = useAnswer('authority.list', asked, 'mention')
  const rows = value?.rows ?? []
  const chosen = rows.find(({ id }) => id === picked) ?? rows[0]
  const leave = (): void => setDraft(null)
  const make = async (): Promise<void> => {
    if (!chosen) return
    const link = { to: 'authority', authorityId: chosen.id } as const
    if ((await saveOnce(() => create(span, bareFields('mention'), link))) !== true) return
    putCaretAfter(textMap(), span)
    leave()
  }
  return (
    <Dialog title={words.links.mentionTitle} onClose={leave} isBusy={isSaving}>
      <div className="dialog-body">
        <TextField
          className="field"
          value={sought}
          onChange={setSought}
          maxLength={LONGEST_NAME}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the one field of a dialog that was asked for
          autoFocus
        >
          <Label className="field-label">{words.links.mentionSought}</Label>
          <Input className="input" dir="auto" />
        </TextField>
        <p className="quote-count" role="status">
          {!waiting && rows.length === 0 && words.links.none}
        </p>
        {rows.length > 0 && (
          <RadioGroup className="passages" value={chosen?.id ?? null} onChange={setPicked}>
            <Label className="field-label">{words.links.mentionPick}</Label>
            {rows.map(({ id, kind, name }) => (
              <Radio key={id} value={id} className="passage">
                <bdi>{name}</bdi> · {words.links.authorityKinds[kind]}
              </Radio>
            ))}
          </RadioGroup>
        )}
      </div>
      <footer className="dialog-footer">
        <Button onPress={leave}>{words.common.cancel}</Button>
        <Button tone="primary" isDisabled={!chosen || isSaving} onPress={() => void make()}>
          {words.links.mentionMake}
        </Button>
      </footer>
    </Dialog>
  )
}
