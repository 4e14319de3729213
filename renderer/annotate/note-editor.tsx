import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { Input, Label, Text, TextArea, TextField } from 'react-aria-components'
import type { AnnotationKind } from '../../shared/model/annotation.ts'
import { useSpeech } from '../i18n/words.tsx'
import { Button } from '../ui/button.tsx'
import { ChoiceGroup } from '../ui/choice.tsx'
import type { NoteFields } from './note-fields.ts'
import { KindIcon, KINDS, LEADING } from './kinds.tsx'
import { tagsFromText } from './tags.ts'

/** Writes a note: its kind, words, tags and who may see it. Ctrl+Enter keeps it, Escape leaves. */
export function NoteEditor({
  fields,
  onChange,
  onSave,
  onCancel,
}: {
  readonly fields: NoteFields
  /** Told of every change. */
  readonly onChange: (fields: NoteFields) => void
  readonly onSave: (fields: NoteFields) => Promise<void>
  readonly onCancel: () => void
}) {
  const { words } = useSpeech()
  const [kind, setKind] = useState(fields.kind)
  const [body, setBody] = useState(fields.body)
  const [tags, setTags] = useState(fields.tags.join(', '))
  const [visibility, setVisibility] = useState(fields.visibility)
  const written = { kind, body, tags: tagsFromText(tags), visibility }
  const save = (): void => void onSave(written)
  useTellChange(written, onChange)
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
      <KindPicker kind={kind} first={fields.kind} onKind={setKind} />
      <BodyField body={body} onBody={setBody} />
      <TagsField tags={tags} onTags={setTags} />
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
      <EditorActs onCancel={onCancel} />
    </form>
  )
}

/** Tells what is written whenever it is other than it was. */
function useTellChange(written: NoteFields, onChange: (fields: NoteFields) => void): void {
  const text = JSON.stringify(written)
  const told = useRef(text)
  useEffect(() => {
    if (told.current === text) return
    told.current = text
    onChange(written)
  })
}

function KindPicker({
  kind,
  first,
  onKind,
}: {
  readonly kind: AnnotationKind
  readonly first: AnnotationKind
  readonly onKind: (kind: AnnotationKind) => void
}) {
  const { words } = useSpeech()
  return (
    <div className="kind-picker" role="group" aria-label={words.annotate.kind}>
      {KINDS.filter((each) => !LEADING.has(each) || each === first).map((each) => (
        <button
          key={each}
          type="button"
          className="kind-button"
          aria-pressed={each === kind}
          title={words.annotate.kinds[each]}
          onClick={() => onKind(each)}
        >
          <KindIcon kind={each} />
        </button>
      ))}
      <span className="kind-name">{words.annotate.kinds[kind]}</span>
    </div>
  )
}

function BodyField({
  body,
  onBody,
}: {
  readonly body: string
  readonly onBody: (body: string) => void
}) {
  const { words } = useSpeech()
  return (
    // oxlint-disable-next-line jsx-a11y/no-autofocus -- the officer asked to write this note
    <TextField className="field" value={body} onChange={onBody} autoFocus maxLength={100_000}>
      <Label className="visually-hidden">{words.annotate.note}</Label>
      <TextArea
        className="input note-area"
        rows={4}
        dir="auto"
        placeholder={words.annotate.notePlaceholder}
      />
    </TextField>
  )
}

function TagsField({
  tags,
  onTags,
}: {
  readonly tags: string
  readonly onTags: (tags: string) => void
}) {
  const { words } = useSpeech()
  return (
    <TextField className="field" value={tags} onChange={onTags}>
      <Label className="field-label">{words.annotate.tags}</Label>
      <Input className="input" dir="auto" />
      <Text slot="description" className="field-advice">
        {words.annotate.tagsAdvice}
      </Text>
    </TextField>
  )
}

function EditorActs({ onCancel }: { readonly onCancel: () => void }) {
  const { words } = useSpeech()
  return (
    <div className="note-acts">
      <Button type="submit" tone="primary">
        {words.common.save}
      </Button>
      <Button tone="quiet" onPress={onCancel}>
        {words.common.cancel}
      </Button>
    </div>
  )
}
