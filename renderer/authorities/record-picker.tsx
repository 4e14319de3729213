import { useState, type KeyboardEvent } from 'react'
import { Input, Label, Radio, RadioGroup, TextField } from 'react-aria-components'
import type { AuthorityKind, AuthorityRecord } from '../../shared/model/authority-record.ts'
import { useAnswer } from '../client/use-answer.ts'
import { useCommand } from '../client/use-command.ts'
import { useDebounced } from '../client/use-debounced.ts'
import { useSpeech } from '../i18n/words.tsx'
import { useTellFailure } from '../reader/use-tell-failure.ts'
import { Button } from '../ui/button.tsx'

const MOST_SHOWN = 8
const TYPING_PAUSE = 120
const LONGEST_NAME = 200
const NEW = 'new'

/** Chooses a record by typing one of its names; where none has it, it can be created. */
export function RecordPicker(props: PickerProps) {
  const { words } = useSpeech()
  const { action, onCancel } = props
  const offers = useOffers(props)
  const onKeyDown = (event: KeyboardEvent): void => {
    const acts: Readonly<Record<string, () => void>> = {
      ArrowDown: () => offers.step(1),
      ArrowUp: () => offers.step(-1),
      Escape: onCancel,
    }
    const act = acts[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
  return (
    <form
      className="vetting-editor"
      onSubmit={(event) => {
        event.preventDefault()
        void offers.take()
      }}
    >
      <TextField
        className="field"
        value={offers.sought}
        maxLength={LONGEST_NAME}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the officer asked to choose a record
        autoFocus
        onChange={offers.seek}
        onKeyDown={onKeyDown}
      >
        <Label className="field-label">{words.names.sought}</Label>
        <Input className="input" dir="auto" />
      </TextField>
      <OfferedRecords offers={offers} />
      <div className="vetting-editor-acts">
        <Button tone="quiet" onPress={onCancel}>
          {words.common.cancel}
        </Button>
        <Button type="submit" tone="primary" isDisabled={offers.chosen === null}>
          {action}
        </Button>
      </div>
    </form>
  )
}

interface PickerProps {
  /** Null for records of every kind. */
  readonly kind: AuthorityKind | null
  readonly start: string
  /** A record that is not offered. */
  readonly without?: string | null
  /** The kind of a record that is created here; null where none can be. */
  readonly newKind: AuthorityKind | null
  readonly action: string
  readonly onPick: (record: AuthorityRecord) => void
  readonly onCancel: () => void
}

interface Offers {
  readonly sought: string
  readonly seek: (text: string) => void
  readonly rows: readonly AuthorityRecord[]
  readonly canCreate: boolean
  /** The identifier of a row, or `NEW`; null where there is none. */
  readonly chosen: string | null
  readonly choose: (id: string) => void
  readonly step: (by: number) => void
  readonly take: () => Promise<void>
}

function useOffers({ kind, start, without = null, newKind, onPick }: PickerProps): Offers {
  const [sought, seek] = useState(start.slice(0, LONGEST_NAME))
  const [picked, choose] = useState<string | null>(null)
  const create = useCreate()
  const query = useDebounced(sought.trim(), TYPING_PAUSE)
  const asked = { kind, query, onlyNamed: false, offset: 0, limit: MOST_SHOWN }
  const { value } = useAnswer('authority.list', asked, 'picker')
  const rows = (value?.rows ?? []).filter(({ id }) => id !== without)
  const canCreate = newKind !== null && sought.trim() !== '' && !hasName(rows, sought)
  const ids = [...rows.map(({ id }) => id), ...(canCreate ? [NEW] : [])]
  const chosen = picked !== null && ids.includes(picked) ? picked : (ids[0] ?? null)
  const take = async (): Promise<void> => {
    const record = rows.find(({ id }) => id === chosen)
    if (record) return onPick(record)
    if (chosen !== NEW || newKind === null) return
    const created = await create(newKind, sought.trim())
    if (created) onPick(created)
  }
  const step = (by: number): void => {
    const at = Math.max(0, Math.min(ids.length - 1, ids.indexOf(chosen ?? '') + by))
    choose(ids[at] ?? null)
  }
  return { sought, seek, rows, canCreate, chosen, choose, step, take }
}

function OfferedRecords({ offers }: { readonly offers: Offers }) {
  const { words } = useSpeech()
  const { rows, canCreate, chosen, sought } = offers
  if (chosen === null) return <p role="status">{words.links.none}</p>
  return (
    <RadioGroup className="passages" value={chosen} onChange={offers.choose}>
      <Label className="visually-hidden">{words.links.mentionPick}</Label>
      {rows.map((record) => (
        <Radio key={record.id} value={record.id} className="passage">
          <bdi>{record.name}</bdi> · {words.links.authorityKinds[record.kind]}
        </Radio>
      ))}
      {canCreate && (
        <Radio value={NEW} className="passage">
          {words.names.createNamed(sought.trim())}
        </Radio>
      )}
    </RadioGroup>
  )
}

function hasName(rows: readonly AuthorityRecord[], sought: string): boolean {
  const wanted = sought.trim().toLocaleLowerCase()
  return rows.some(({ names }) => names.some(({ name }) => name.toLocaleLowerCase() === wanted))
}

function useCreate(): (kind: AuthorityKind, name: string) => Promise<AuthorityRecord | null> {
  const create = useCommand('authority.create')
  const tell = useTellFailure()
  return async (kind, name) => {
    const outcome = await create({ kind, name, names: [{ name, language: null }] })
    tell(outcome)
    return outcome.ok ? outcome.value : null
  }
}
