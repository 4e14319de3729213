import { useState } from 'react'
import { Input, Label, TextField } from 'react-aria-components'
import type { AuthorityKind, AuthorityRecord } from '../../shared/model/authority-record.ts'
import { useAnswer } from '../client/use-answer.ts'
import { useDebounced } from '../client/use-debounced.ts'
import { FailureNotice } from '../failure-notice.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { Writing } from '../safety/read-only.tsx'
import { Button } from '../ui/button.tsx'
import { PageSteps } from '../ui/page-steps.tsx'
import { Check } from '../ui/check.tsx'
import { ChoiceGroup } from '../ui/choice.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { AuthorityCard } from './authority-card.tsx'
import { AuthorityForm } from './authority-form.tsx'
import { MergePanel } from './merge-panel.tsx'
import { useAuthorityActs } from './use-authority-acts.ts'

const PAGE = 100
const TYPING_PAUSE = 150
const KINDS: readonly (AuthorityKind | 'all')[] = [
  'all',
  'person',
  'corporate-body',
  'place',
  'instrument',
]

/** What is done with the record at the side: reading, writing it, or joining it to another. */
type Doing = 'read' | 'edit' | 'merge' | 'create'

/** People, bodies, places and instruments with their names, what names them, and their joining. */
export function AuthorityDesk({ onClose }: { readonly onClose: () => void }) {
  const { words } = useSpeech()
  const [kind, setKind] = useState<AuthorityKind | 'all'>('all')
  const [chosenId, setChosenId] = useState<string | null>(null)
  const [doing, setDoing] = useState<Doing>('read')
  const acts = useAuthorityActs()
  const choose = (id: string): void => {
    setChosenId(id)
    setDoing('read')
  }
  return (
    <Dialog title={words.names.title} onClose={onClose} size="large">
      <div className="names-desk">
        <div className="names-head">
          <ChoiceGroup
            label={words.names.kind}
            choices={KINDS.map((value) => ({ value, label: words.names.kinds[value] }))}
            value={kind}
            onChange={setKind}
          />
          <Writing>
            <Button onPress={() => setDoing('create')}>{words.names.create}</Button>
          </Writing>
        </div>
        <div className="vetting-columns">
          <AuthorityList
            key={kind}
            kind={kind === 'all' ? null : kind}
            chosenId={chosenId}
            onChoose={choose}
          />
          <Side
            chosenId={chosenId}
            doing={doing}
            newKind={kind === 'all' ? 'person' : kind}
            acts={acts}
            onDoing={setDoing}
            onChoose={choose}
            onLeave={onClose}
          />
        </div>
      </div>
      <footer className="dialog-footer">
        {acts.lastMerge !== null && (
          <Button tone="quiet" onPress={() => void acts.undoMerge()}>
            {words.names.undoMerge}
          </Button>
        )}
        <Button tone="primary" onPress={onClose}>
          {words.common.close}
        </Button>
      </footer>
    </Dialog>
  )
}

function AuthorityList({
  kind,
  chosenId,
  onChoose,
}: {
  readonly kind: AuthorityKind | null
  readonly chosenId: string | null
  readonly onChoose: (id: string) => void
}) {
  const { words } = useSpeech()
  const [sought, setSought] = useState('')
  const [onlyNamed, setOnlyNamed] = useState(true)
  const [offset, setOffset] = useState(0)
  const query = useDebounced(sought.trim(), TYPING_PAUSE)
  const { value, failure, askAgain } = useAnswer(
    'authority.list',
    { kind, query, onlyNamed, offset, limit: PAGE },
    'authorities',
  )
  const total = value?.total ?? 0
  return (
    <nav className="names-list" aria-label={words.names.list}>
      <TextField
        className="field"
        value={sought}
        maxLength={200}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the first field of a window that was asked for
        autoFocus
        onChange={(text) => {
          setSought(text)
          setOffset(0)
        }}
      >
        <Label className="field-label">{words.names.sought}</Label>
        <Input className="input" type="search" dir="auto" />
      </TextField>
      <Check
        isChecked={onlyNamed}
        onChange={(only) => {
          setOnlyNamed(only)
          setOffset(0)
        }}
      >
        {words.names.onlyNamed}
      </Check>
      {failure !== null && <FailureNotice failure={failure} onRetry={askAgain} />}
      <p className="all-notes-count" role="status">
        {value !== null && (total === 0 ? words.names.none : words.names.count(total))}
      </p>
      <ol className="names-rows">
        {(value?.rows ?? []).map((record) => (
          <li key={record.id}>
            <AuthorityRow record={record} isChosen={record.id === chosenId} onChoose={onChoose} />
          </li>
        ))}
      </ol>
      <PageSteps size={PAGE} total={total} offset={offset} onOffset={setOffset} />
    </nav>
  )
}

function AuthorityRow({
  record,
  isChosen,
  onChoose,
}: {
  readonly record: AuthorityRecord
  readonly isChosen: boolean
  readonly onChoose: (id: string) => void
}) {
  const { words } = useSpeech()
  return (
    <button
      type="button"
      className="vetting-item"
      aria-current={isChosen}
      onClick={() => onChoose(record.id)}
    >
      <bdi className="vetting-item-value">{record.name}</bdi>
      <span className="vetting-aspect">
        {words.links.authorityKinds[record.kind]} · {words.names.mentions(record.mentionCount)}
      </span>
    </button>
  )
}

function Side({
  chosenId,
  doing,
  newKind,
  acts,
  onDoing,
  onChoose,
  onLeave,
}: {
  readonly chosenId: string | null
  readonly doing: Doing
  readonly newKind: AuthorityKind
  readonly acts: ReturnType<typeof useAuthorityActs>
  readonly onDoing: (doing: Doing) => void
  readonly onChoose: (id: string) => void
  readonly onLeave: () => void
}) {
  const { words } = useSpeech()
  const { value } = useAnswer('authority.get', chosenId === null ? null : { id: chosenId })
  const read = (): void => onDoing('read')
  const chooseIfDone = (record: AuthorityRecord | null): void => {
    if (record) onChoose(record.id)
  }
  if (doing === 'create') {
    return (
      <AuthorityForm
        key="new"
        record={null}
        newKind={newKind}
        onSave={(draft, kind) => void acts.create(kind, draft).then(chooseIfDone)}
        onCancel={read}
      />
    )
  }
  if (value === null) {
    return <p className="names-side vetting-none">{chosenId === null && words.names.choose}</p>
  }
  if (doing === 'edit') {
    return (
      <AuthorityForm
        key={value.id}
        record={value}
        newKind={value.kind}
        onSave={(draft) => void acts.revise(value, draft).then(chooseIfDone)}
        onCancel={read}
      />
    )
  }
  if (doing === 'merge') {
    return (
      <MergePanel
        key={value.id}
        record={value}
        onMerge={(pair) => void acts.merge(pair).then((done) => done && onChoose(pair.keptId))}
        onCancel={read}
      />
    )
  }
  return <AuthorityCard key={value.id} record={value} onDoing={onDoing} onLeave={onLeave} />
}
