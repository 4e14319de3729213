import {
  ArrowLeft,
  FileDown,
  FolderOpen,
  NotebookPen,
  PencilLine,
  Redo2,
  Trash2,
  Undo2,
} from 'lucide-react'
import { useState } from 'react'
import type { Dossier, DossierItem } from '../../shared/model/dossier.ts'
import { useAnswer } from '../client/use-answer.ts'
import { FailureNotice } from '../failure-notice.tsx'
import { useHandOver } from '../hand-over.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { useKeptDrafts } from '../safety/kept-draft.tsx'
import { Writing } from '../safety/read-only.tsx'
import { IconButton } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { DossierLine } from './dossier-line.tsx'
import { NoteForm } from './note-form.tsx'
import { useDossierActs } from './use-dossier-acts.ts'

/** One dossier in place of the list: its texts, passages, headings and notes in their order. */
export function DossierPane({ id }: { readonly id: string }) {
  const { words } = useSpeech()
  const { value: dossier, failure, askAgain } = useAnswer('dossier.open', { id })
  if (dossier === null) {
    return failure === null ? null : <FailureNotice failure={failure} onRetry={askAgain} />
  }
  return (
    <div className="dossier">
      <DossierHeader dossier={dossier} />
      {dossier.isDeleted ? (
        <EmptyState title={words.dossiers.deleted} advice={words.dossiers.deletedAdvice} />
      ) : (
        <>
          {dossier.items.length === 0 && (
            <EmptyState
              icon={<FolderOpen aria-hidden className="empty-icon" />}
              title={words.dossiers.empty}
              advice={words.dossiers.emptyAdvice}
            />
          )}
          <DossierItems dossier={dossier} />
          <Writing>
            <AddedWords dossier={dossier} />
          </Writing>
        </>
      )}
    </div>
  )
}

/** Takes up what was being written, and words of an entry that has gone since. */
function AddedWords({ dossier: { id, items } }: { readonly dossier: Dossier }) {
  const { addition, line } = useKeptDrafts().resumed
  const left = items.some((item) => item.id === line?.itemId) ? undefined : line
  const written = [addition, left].find((draft) => draft?.dossierId === id)
  return <NoteForm dossierId={id} written={written?.words ?? ''} />
}

/** As many texts as one briefing note rests on. */
const MOST_BRIEFED = 200

/** The texts of a dossier, whole or quoted, each once. */
const textsOf = (items: readonly DossierItem[]): readonly string[] => [
  ...new Set(
    items.flatMap((item) => {
      if (item.kind === 'communique') return [item.communiqueId]
      return item.kind === 'passage' ? [item.passage.communiqueId] : []
    }),
  ),
]

function DossierHeader({ dossier }: { readonly dossier: Dossier }) {
  const { words } = useSpeech()
  const { openDossier, openHandOver } = useHandOver()
  const { remove } = useDossierActs()
  const { id, title, marking, items, isDeleted } = dossier
  const own = words.dossiers
  return (
    <header className="dossier-header">
      <div className="dossier-acts" role="toolbar" aria-label={own.acts(title)}>
        <IconButton
          label={own.back}
          icon={<ArrowLeft aria-hidden className="flips" />}
          onPress={() => openDossier(null)}
        />
        <span className="dossier-gap" />
        <Writing>
          <StepActs dossier={dossier} />
          <IconButton
            label={own.describe}
            icon={<PencilLine aria-hidden />}
            isDisabled={isDeleted}
            onPress={() => openHandOver({ name: 'describe', dossier })}
          />
          <BriefingAct dossier={dossier} />
        </Writing>
        <IconButton
          label={own.export}
          icon={<FileDown aria-hidden />}
          isDisabled={isDeleted || items.length === 0}
          onPress={() => openHandOver({ name: 'export', subject: { kind: 'dossier', id, title } })}
        />
        <Writing>
          <IconButton
            label={own.remove}
            icon={<Trash2 aria-hidden />}
            isDisabled={isDeleted}
            onPress={() => void remove(id, title).then(() => openDossier(null))}
          />
        </Writing>
      </div>
      <h2 className="dossier-title" dir="auto">
        {title}
      </h2>
      <p className="field-advice dossier-facts">
        <span>{own.items(items.length)}</span>
        {marking !== '' && <bdi className="dossier-marking">{marking}</bdi>}
      </p>
    </header>
  )
}

function StepActs({ dossier: { id, canUndo, canRedo } }: { readonly dossier: Dossier }) {
  const { words } = useSpeech()
  const { undo, redo } = useDossierActs()
  const own = words.dossiers
  return (
    <>
      <IconButton
        label={own.undo}
        icon={<Undo2 aria-hidden className="flips" />}
        isDisabled={!canUndo}
        onPress={() => void undo(id)}
      />
      <IconButton
        label={own.redo}
        icon={<Redo2 aria-hidden className="flips" />}
        isDisabled={!canRedo}
        onPress={() => void redo(id)}
      />
    </>
  )
}

function BriefingAct({ dossier: { items, isDeleted } }: { readonly dossier: Dossier }) {
  const { words } = useSpeech()
  const { openHandOver } = useHandOver()
  const ids = textsOf(items)
  return (
    <IconButton
      label={words.dossiers.briefing}
      icon={<NotebookPen aria-hidden />}
      isDisabled={isDeleted || ids.length === 0 || ids.length > MOST_BRIEFED}
      onPress={() => openHandOver({ name: 'briefing', ids })}
    />
  )
}

function DossierItems({ dossier }: { readonly dossier: Dossier }) {
  const { words } = useSpeech()
  const { move } = useDossierActs()
  const [dragged, setDragged] = useState<string | null>(null)
  const { id, items } = dossier
  /** Before the one above, or after the one below. */
  const step = (item: DossierItem, by: 1 | -1): void => {
    const at = items.indexOf(item)
    const beforeId = by === -1 ? items[at - 1]?.id : (items[at + 2]?.id ?? null)
    if (beforeId !== undefined && (by === -1 || at < items.length - 1)) {
      void move(id, item.id, beforeId)
    }
  }
  if (items.length === 0) return null
  return (
    <ol className="dossier-items" aria-label={words.dossiers.outline}>
      {items.map((item, index) => (
        <DossierLine
          key={item.id}
          dossierId={id}
          item={item}
          place={{ number: index + 1, count: items.length }}
          onStep={(by) => step(item, by)}
          onDrag={() => setDragged(item.id)}
          onDrop={() => {
            if (dragged !== null && dragged !== item.id) void move(id, dragged, item.id)
            setDragged(null)
          }}
        />
      ))}
    </ol>
  )
}
