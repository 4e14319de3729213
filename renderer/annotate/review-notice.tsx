import type { AnchorStatus } from '../../shared/model/annotation.ts'
import { useCommand } from '../client/use-command.ts'
import { useSpeech } from '../i18n/words.tsx'
import { useReading } from '../reader/reading.tsx'
import { useTellFailure } from '../reader/use-tell-failure.ts'
import { Writing } from '../safety/read-only.tsx'
import { Button } from '../ui/button.tsx'
import { useNotices } from '../ui/notices.tsx'

const ORDER: readonly AnchorStatus[] = ['attached', 'changed', 'moved', 'to-review', 'orphan']

/** Of a corrected text, what became of every annotation, and the way to look at them. */
export function ReviewNotice({ onReview }: { readonly onReview: () => void }) {
  const { words, formats } = useSpeech()
  const { record, annotations } = useReading()
  const { version, versions } = record
  const carryAgain = useCarryAgain()
  const isNewest = versions.every(({ number }) => number <= version.number)
  if (!isNewest || annotations.length === 0) return null
  const left = annotations.filter(
    ({ status, target }) => status !== 'orphan' && target.versionId !== version.id,
  )
  const carried = annotations.filter((annotation) => !left.includes(annotation))
  const count = (status: AnchorStatus): number =>
    carried.filter((annotation) => annotation.status === status).length
  const isOpen = ['changed', 'to-review', 'orphan'] as const
  if (left.length === 0 && isOpen.every((status) => count(status) === 0)) return null
  const parts = ORDER.filter((status) => count(status) > 0).map((status) =>
    words.review[status](count(status)),
  )
  if (left.length > 0) parts.push(words.review.left(left.length))
  return (
    <div className="text-notice" role="status">
      {versions.length > 1 ? words.review.banner(formats.list(parts)) : formats.list(parts)}
      <Writing>
        <Button tone="quiet" onPress={onReview}>
          {words.review.open}
        </Button>
        {left.length > 0 && (
          <Button tone="quiet" onPress={() => void carryAgain(record.communique.id)}>
            {words.review.redoAll}
          </Button>
        )}
      </Writing>
    </div>
  )
}

/** Carries the annotations over to the newest wording again. */
export function useCarryAgain(): (communiqueId: string) => Promise<void> {
  const { words } = useSpeech()
  const { show } = useNotices()
  const tell = useTellFailure()
  const carry = useCommand('annotation.reanchor')
  return async (communiqueId) => {
    const outcome = await carry({ communiqueId })
    if (outcome.ok) show(words.review.redoneAll)
    else tell(outcome)
  }
}
