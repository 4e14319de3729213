import { ArrowDown, ArrowUp, GripVertical, X } from 'lucide-react'
import { useState, type KeyboardEvent } from 'react'
import type { DossierItem } from '../../shared/model/dossier.ts'
import { useDesk } from '../desk.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { useKeptDrafts } from '../safety/kept-draft.tsx'
import { useReadOnly, Writing } from '../safety/read-only.tsx'
import { IconButton } from '../ui/button.tsx'
import { useDossierActs } from './use-dossier-acts.ts'

interface LineProps {
  readonly dossierId: string
  readonly item: DossierItem
  readonly place: { readonly number: number; readonly count: number }
  readonly onStep: (by: 1 | -1) => void
  readonly onDrag: () => void
  /** What is dragged is let go on this line: it goes before it. */
  readonly onDrop: () => void
}

/** One entry of a dossier; Alt and an arrow move it, so does dragging. */
export function DossierLine({ dossierId, item, place, onStep, onDrag, onDrop }: LineProps) {
  const { reason } = useReadOnly()
  const [isOver, setOver] = useState(false)
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.altKey && reason === null ? STEPS.get(event.key) : undefined
    if (by === undefined) return
    event.preventDefault()
    event.stopPropagation()
    onStep(by)
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the buttons inside do the same
    <li
      className={`dossier-line dossier-${item.kind} ${isOver ? 'dossier-over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        onDrop()
      }}
      onKeyDown={onKeyDown}
    >
      <Writing>
        <span
          className="dossier-grip"
          aria-hidden="true"
          draggable
          onDragStart={(event) => {
            event.dataTransfer.setData('text/plain', nameOf(item))
            onDrag()
          }}
        >
          <GripVertical aria-hidden />
        </span>
      </Writing>
      <ItemWords dossierId={dossierId} item={item} />
      <Writing>
        <LineActs {...{ dossierId, item, place, onStep }} />
      </Writing>
    </li>
  )
}

function LineActs({ dossierId, item, place, onStep }: Omit<LineProps, 'onDrag' | 'onDrop'>) {
  const { words } = useSpeech()
  const { removeItem } = useDossierActs()
  const own = words.dossiers
  const name = nameOf(item)
  return (
    <span className="dossier-line-acts">
      <IconButton
        label={own.up(name)}
        icon={<ArrowUp aria-hidden />}
        isDisabled={place.number === 1}
        onPress={() => onStep(-1)}
      />
      <IconButton
        label={own.down(name)}
        icon={<ArrowDown aria-hidden />}
        isDisabled={place.number === place.count}
        onPress={() => onStep(1)}
      />
      <IconButton
        label={own.removeItem(name)}
        icon={<X aria-hidden />}
        onPress={() => void removeItem(dossierId, item.id)}
      />
    </span>
  )
}

const STEPS: ReadonlyMap<string, 1 | -1> = new Map([
  ['ArrowUp', -1],
  ['ArrowDown', 1],
])

const NAME_LENGTH = 60

function nameOf(item: DossierItem): string {
  if (item.kind === 'communique') return item.title
  const words = item.kind === 'passage' ? item.passage.text : item.words
  return words.length > NAME_LENGTH ? `${words.slice(0, NAME_LENGTH)}…` : words
}

function ItemWords({
  dossierId,
  item,
}: {
  readonly dossierId: string
  readonly item: DossierItem
}) {
  const { words, formats } = useSpeech()
  const { open } = useDesk()
  switch (item.kind) {
    case 'communique':
      return (
        <button
          type="button"
          className="dossier-open"
          onClick={() => open({ communiqueId: item.communiqueId })}
        >
          <bdi className="dossier-name" lang={item.language} dir={item.direction}>
            {item.title}
          </bdi>
          <span className="field-advice">
            {item.sortedOn !== null && `${formats.shortDate(item.sortedOn)} · `}
            <bdi>{item.issuerName ?? words.list.issuerUnknown}</bdi>
          </span>
        </button>
      )
    case 'passage': {
      const { passage } = item
      const { communiqueId, versionId, start, end } = passage
      return (
        <button
          type="button"
          className="dossier-open"
          onClick={() => open({ communiqueId, versionId, matches: [{ start, end }] })}
        >
          <q className="dossier-quote" lang={item.language} dir={item.direction}>
            {passage.text}
          </q>
          <span className="field-advice">
            <bdi>{passage.title}</bdi>
            {passage.paragraph !== null && ` · ${words.passage.paragraph(passage.paragraph)}`}
            {!item.isNewest && ` ${words.dossiers.newer}`}
          </span>
        </button>
      )
    }
    case 'heading':
    case 'note':
      return <OwnWords key={item.words} dossierId={dossierId} item={item} />
  }
}

/** A heading or a note, written where it stands and kept when it is left. */
function OwnWords({
  dossierId,
  item,
}: {
  readonly dossierId: string
  readonly item: Extract<DossierItem, { kind: 'note' | 'heading' }>
}) {
  const { words } = useSpeech()
  const { write } = useDossierActs()
  const { keep, resumed } = useKeptDrafts()
  const { reason } = useReadOnly()
  const [typed, setTyped] = useState<string | null>(null)
  const own = words.dossiers
  const written = resumed.line?.itemId === item.id ? resumed.line.words : item.words
  const text = typed ?? written
  const change = (to: string): void => {
    setTyped(to)
    keep('line', to === item.words ? null : { dossierId, itemId: item.id, words: to })
  }
  const leave = async (): Promise<void> => {
    if (text.trim() === '') setTyped(item.words)
    else if (text !== item.words && (await write(dossierId, item.id, text)) === null) return
    keep('line', null)
  }
  return (
    <textarea
      className="input dossier-words"
      dir="auto"
      rows={item.kind === 'heading' ? 1 : Math.min(6, 1 + text.split('\n').length)}
      aria-label={item.kind === 'heading' ? own.heading : own.note}
      value={text}
      readOnly={reason !== null}
      onChange={(event) => change(event.currentTarget.value)}
      onBlur={() => void leave()}
    />
  )
}
