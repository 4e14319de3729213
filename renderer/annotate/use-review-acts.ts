import { useState } from 'react'
import type { AnchorReview } from '../../shared/model/annotation.ts'
import type { Span } from '../../shared/model/search.ts'
import type { InputOf } from '../../shared/channels/channel.ts'
import type { ArchiveContract } from '../../shared/channels/contract.ts'
import { useCommand } from '../client/use-command.ts'
import { useSpeech } from '../i18n/words.tsx'
import { useReading } from '../reader/reading.tsx'
import { useNotices } from '../ui/notices.tsx'
import { useCarryAgain } from './review-notice.tsx'
import { useUndo } from './use-undo.ts'

type Decision = InputOf<ArchiveContract['annotation.settle-anchor']>['decision']

/** What an officer can decide about the place of one annotation. */
export interface ReviewActs {
  /** False where there is no passage to accept. */
  readonly canAccept: boolean
  /** False where somebody placed it: there is no proposal to turn down. */
  readonly canOrphan: boolean
  /** The passage of the corrected text that was selected for it, or null. */
  readonly picked: Span | null
  readonly pick: (span: Span | null) => void
  readonly accept: () => Promise<void>
  readonly move: (span: Span) => Promise<void>
  readonly orphan: () => Promise<void>
  readonly undoLast: () => Promise<void>
  readonly redoLast: () => Promise<void>
  /** Takes back the carrying over of the whole text. */
  readonly undoAll: () => Promise<void>
}

/** The decisions on a review; `onSettled` is called once it is no longer to be looked at. */
export function useReviewActs(review: AnchorReview | null, onSettled: () => void): ReviewActs {
  const { words } = useSpeech()
  const { record } = useReading()
  const { done, tell, undoLast, redoLast } = useUndo()
  const settle = useCommand('annotation.settle-anchor')
  const undoAll = useUndoAll(tell)
  const [picked, pick] = useState<Span | null>(null)
  const decide = async (decision: Decision, told: string): Promise<void> => {
    if (review === null) return
    const { id } = review.annotation
    const outcome = await settle({ id, versionId: record.version.id, decision })
    if (!outcome.ok) return tell(outcome.failure)
    pick(null)
    onSettled()
    done(outcome.value, told)
  }
  const canAccept = review !== null && (review.proposed !== null || review.suggestion !== null)
  const canOrphan = review !== null && review.before !== null
  return {
    canAccept,
    canOrphan,
    picked,
    pick,
    accept: async () => {
      if (canAccept) await decide({ kind: 'accept' }, words.review.accepted)
    },
    move: ({ start, end }) => decide({ kind: 'place', start, end }, words.review.movedNow),
    orphan: async () => {
      if (canOrphan) await decide({ kind: 'orphan' }, words.review.orphaned)
    },
    undoLast,
    redoLast,
    undoAll,
  }
}

function useUndoAll(tell: ReturnType<typeof useUndo>['tell']): () => Promise<void> {
  const { words } = useSpeech()
  const { record } = useReading()
  const { show } = useNotices()
  const undo = useCommand('annotation.undo-reanchor')
  const carryAgain = useCarryAgain()
  const { id } = record.communique
  return async () => {
    const outcome = await undo({ communiqueId: id })
    if (!outcome.ok) return tell(outcome.failure)
    const again = { label: words.notes.redo, run: () => void carryAgain(id) }
    show(words.review.undoneAll(outcome.value.undone), again)
  }
}
