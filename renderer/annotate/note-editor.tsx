import { useState, type KeyboardEvent } from 'react'
import { Input, Label, Text, TextArea, TextField } from 'react-aria-components'
import { useSpeech } from '../i18n/words.tsx'
import { Button } from '../ui/button.tsx'
import { ChoiceGroup } from '../ui/choice.tsx'
import type { NoteFields } from './annotating.tsx'
import { KindIcon, KINDS } from './kinds.tsx'
import { tagsFromText } from './tags.ts'

/** Writes a note: its kind, words, tags and who may see it. Ctrl+Enter keeps it, Escape leaves. */
export function NoteEditor({
  fields,
  onSave,
  onCancel,
}: {
  readonly fields: NoteFields
  readonly onSave: (fields: NoteFields) => Promise<void>
  readonly onCancel: () => void
}) {
  const { words } = useSpeech()
  const [kind, setKind] = useState(fields.kind)
  const [body, setBody] = useState(fields.body)
  const [tags, setTags] = useState(fields.tags.join(', '))
  const [visibility, setVisibility] = useState(fields.visibility)
  const save = (): void => void onSave({ kind, body, tags: tagsFromText(tags), visibility })
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save()
    else if (event.key === 'Escape') onCancel()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- two shortcuts of the fields inside
    <form
      className="note-editor"
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <div className="kind-picker" role="group" aria-label={words.annotate.kind}>
        {KINDS.map((each) => (
          <button
            key={each.kind}
            type="button"
            className="kind-button"
            aria-pressed={each.kind === kind}
            aria-label={words.annotate.kinds[each.kind]}
            title={words.annotate.kinds[each.kind]}
            onClick={() => setKind(each.kind)}
          >
            <KindIcon kind={each.kind} />
          </button>
        ))}
        <span className="kind-name">{words.annotate.kinds[kind]}</span>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the officer asked to write this note */}
      <TextField className="field" value={body} onChange={setBody} autoFocus maxLength={100_000}>
        <Label className="visually-hidden">{words.annotate.note}</Label>
        <TextArea
          className="input note-area"
          rows={4}
          dir="auto"
          placeholder={words.annotate.notePlaceholder}
        />
      </TextField>
      <TextField className="field" value={tags} onChange={setTags}>
        <Label className="field-label">{words.annotate.tags}</Label>
        <Input className="input" dir="auto" />
        <Text slot="description" className="field-advice">
          {words.annotate.tagsAdvice}
        </Text>
      </TextField>
      <ChoiceGroup
        label={words.annotate.visibility}
        value={visibility}
        onChange={setVisibility}
        choices={[
          { value: 'private', label: words.annotate.visibilities.private },
          { value: 'shareable', label: words.annotate.visibilities.shareable },
        ]}
      />
      <p className="field-advice">{words.annotate.visibilityAdvice[visibility]}</p>
      <div className="note-acts">
        <Button type="submit" tone="primary">
          {words.common.save}
        </Button>
        <Button tone="quiet" onPress={onCancel}>
          {words.common.cancel}
        </Button>
      </div>
    </form>
  )
}
