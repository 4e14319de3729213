import { ArrowDown, ArrowUp } from 'lucide-react'
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { CommuniqueRecord } from '../../shared/model/communique.ts'
import { useAnswer } from '../client/use-answer.ts'
import { FailureNotice } from '../failure-notice.tsx'
import { useHandOver, type ComparedText } from '../hand-over.tsx'
import type { Words } from '../i18n/fr.ts'
import { useSpeech } from '../i18n/words.tsx'
import { chordFromKey } from '../keys.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Delayed } from '../ui/delayed.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useNotices } from '../ui/notices.tsx'
import { compareSides, shareLittle, sidesUnmarked, type ComparedSides } from './compare-sides.ts'
import { ComparedSide } from './compared-side.tsx'
import { usePolicy } from '../client/use-policy.ts'
import { isPermitted } from '../export/export-formats.ts'
import { earlierFirst } from './in-order.ts'
import { useSaveComparison } from './use-save-comparison.ts'

/** Two texts, or two wordings of one, side by side with what differs. */
export function CompareDialog({
  old,
  fresh,
}: {
  readonly old: ComparedText
  readonly fresh: ComparedText
}) {
  const { words } = useSpeech()
  const { close } = useHandOver()
  const before = useAnswer('communique.get', { id: old.communiqueId, versionId: old.versionId })
  const after = useAnswer('communique.get', { id: fresh.communiqueId, versionId: fresh.versionId })
  const failure = before.failure ?? after.failure
  const pair = before.value && after.value && earlierFirst(before.value, after.value)
  return (
    <Dialog title={words.compare.title} onClose={close} size="wide">
      {failure !== null && (
        <div className="dialog-body">
          <FailureNotice failure={failure} />
        </div>
      )}
      {pair !== null ? (
        <Comparison old={pair[0]} fresh={pair[1]} />
      ) : (
        <Delayed>
          <p role="status" className="dialog-body">
            {words.common.loading}
          </p>
        </Delayed>
      )}
    </Dialog>
  )
}

function Comparison({
  old,
  fresh,
}: {
  readonly old: CommuniqueRecord
  readonly fresh: CommuniqueRecord
}) {
  const { words } = useSpeech()
  const ref = useRef<HTMLDivElement>(null)
  const { sides, isInTwoLanguages } = useMemo(
    () => sidesFrom(old.version, fresh.version),
    [old, fresh],
  )
  const { current, go } = useChanges(sides)
  const permitted = usePolicy()?.policy.exportFormats
  const saveComparison = useSaveComparison(old.version.id, fresh.version.id)
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS.get(chordFromKey(event.nativeEvent))
    if (step === undefined) return
    event.preventDefault()
    go(step)
  }
  // The keys act at once, wherever the focus was left while the texts were read.
  useEffect(() => ref.current?.focus(), [])
  const own = words.compare
  const total = sides.changes.length
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- letters act wherever the focus is inside; the buttons do the same
    <div className="comparison" ref={ref} tabIndex={-1} onKeyDown={onKeyDown}>
      <div className="comparison-bar" role="toolbar" aria-label={own.changes}>
        <p role="status">{isInTwoLanguages ? own.twoLanguages : statusFrom(own, current, total)}</p>
        <IconButton
          label={own.previous}
          keys="P"
          icon={<ArrowUp aria-hidden />}
          isDisabled={total === 0}
          onPress={() => go(-1)}
        />
        <IconButton
          label={own.next}
          keys="N"
          icon={<ArrowDown aria-hidden />}
          isDisabled={total === 0}
          onPress={() => go(1)}
        />
        {!isInTwoLanguages && isPermitted(permitted, 'pdf') && (
          <Button onPress={() => void saveComparison()}>{own.export}</Button>
        )}
      </div>
      <div className="comparison-sides">
        <ComparedSide record={old} pieces={sides.old} current={current} label={own.old} />
        <ComparedSide record={fresh} pieces={sides.fresh} current={current} label={own.fresh} />
      </div>
    </div>
  )
}

function statusFrom(own: Words['compare'], current: number | null, total: number): string {
  if (total === 0) return own.same
  return current === null ? own.count(total) : own.at(current + 1, total)
}

type Wording = Pick<CommuniqueRecord['version'], 'text' | 'language'>

/** A text and its translation stand side by side as they are. */
function sidesFrom(
  old: Wording,
  fresh: Wording,
): { readonly sides: ComparedSides; readonly isInTwoLanguages: boolean } {
  const sides = compareSides(old.text, fresh.text)
  const isInTwoLanguages = old.language !== fresh.language && shareLittle(sides)
  return { sides: isInTwoLanguages ? sidesUnmarked(old.text, fresh.text) : sides, isInTwoLanguages }
}

const STEPS: ReadonlyMap<string, 1 | -1> = new Map([
  ['n', 1],
  ['p', -1],
  ['f8', 1],
  ['shift+f8', -1],
])

/** Goes from one change to the next, round the text, and says which it is. */
function useChanges({ changes }: ComparedSides): {
  readonly current: number | null
  readonly go: (step: 1 | -1) => void
} {
  const { words } = useSpeech()
  const { announce } = useNotices()
  const [current, setCurrent] = useState<number | null>(null)
  return {
    current,
    go: (step) => {
      if (changes.length === 0) return
      const from = current ?? (step === 1 ? -1 : 0)
      const next = (from + step + changes.length) % changes.length
      setCurrent(next)
      const change = changes[next]
      if (change) announce(`${words.compare.kinds[change.kind]} ${change.words}`)
    },
  }
}
