import { ArrowLeftRight } from 'lucide-react'
import { useState } from 'react'
import type { AuthorityMergePreview, AuthorityRecord } from '../../shared/model/authority-record.ts'
import { useAnswer } from '../client/use-answer.ts'
import { FailureNotice } from '../failure-notice.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { Button } from '../ui/button.tsx'
import { RecordPicker } from './record-picker.tsx'
import type { Pair } from './use-authority-acts.ts'

/** Joins a record to another: chooses it, shows what would change, then does it. */
export function MergePanel({
  record,
  onMerge,
  onCancel,
}: {
  readonly record: AuthorityRecord
  readonly onMerge: (pair: Pair) => void
  readonly onCancel: () => void
}) {
  const { words } = useSpeech()
  const [pair, setPair] = useState<Pair | null>(null)
  const { value, failure } = useAnswer('authority.preview-merge', pair)
  return (
    <section className="names-side" aria-label={words.names.merge}>
      <h3 className="vetting-value" dir="auto">
        {words.names.mergeWith(record.name)}
      </h3>
      {pair === null && (
        <RecordPicker
          kind={record.kind}
          start=""
          without={record.id}
          newKind={null}
          action={words.names.preview}
          onPick={(other) => setPair({ keptId: record.id, mergedId: other.id })}
          onCancel={onCancel}
        />
      )}
      {failure !== null && <FailureNotice failure={failure} />}
      {pair !== null && value !== null && (
        <>
          <Preview preview={value} />
          <div className="vetting-editor-acts">
            <Button tone="quiet" onPress={() => setPair(null)}>
              {words.common.back}
            </Button>
            <Button onPress={() => setPair({ keptId: pair.mergedId, mergedId: pair.keptId })}>
              <ArrowLeftRight aria-hidden />
              {words.names.swap}
            </Button>
            {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the field that had the focus gave way to it */}
            <Button tone="primary" autoFocus onPress={() => onMerge(pair)}>
              {words.names.mergeNow}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}

function Preview({ preview }: { readonly preview: AuthorityMergePreview }) {
  const { words } = useSpeech()
  const { kept, merged, mentionCount, attributionCount, addedNames } = preview
  return (
    <section className="names-preview" aria-label={words.names.mergeTitle}>
      <h4 className="pane-title">{words.names.mergeTitle}</h4>
      <dl className="names-forms">
        <div className="names-form">
          <dt>{words.names.stays}</dt>
          <dd dir="auto">{kept.name}</dd>
        </div>
        <div className="names-form">
          <dt>{words.names.goes}</dt>
          <dd dir="auto">
            <del>{merged.name}</del>
          </dd>
        </div>
        <div className="names-form">
          <dt>{words.names.gained}</dt>
          {addedNames.length === 0 && <dd>{words.names.gainedNone}</dd>}
          {addedNames.map(({ name }) => (
            <dd key={name} dir="auto">
              {name}
            </dd>
          ))}
        </div>
      </dl>
      <p>{words.names.moved(mentionCount, attributionCount)}</p>
    </section>
  )
}
