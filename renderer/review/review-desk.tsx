import { useState } from 'react'
import type { Suggestion, SuggestionKind } from '../../shared/model/suggestion.ts'
import { useReviewKeys } from '../actions/acting.tsx'
import { ActionKey } from '../actions/action-key.tsx'
import { useAnswer } from '../client/use-answer.ts'
import { FailureNotice } from '../failure-notice.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { Button } from '../ui/button.tsx'
import { ChoiceGroup } from '../ui/choice.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Progress } from '../ui/progress.tsx'
import type { ReviewScope } from './review-scope.ts'
import { SuggestionCard, type CardMode } from './suggestion-card.tsx'
import { SuggestionList } from './suggestion-list.tsx'
import { isSafeInBulk, suggestionKey } from './suggestion-words.ts'
import { useSettling, type Correction, type Settling } from './use-settling.ts'

const MOST_LISTED = 500

/** Goes through what the rules propose, one suggestion at a time, by keys or by mouse. */
export function ReviewDesk({
  scope,
  onClose,
}: {
  readonly scope: ReviewScope
  readonly onClose: () => void
}) {
  const { words } = useSpeech()
  const { communiqueId, batchId } = scope
  const [part, setPart] = useState<Part>(isWhole(scope) ? 'facts' : 'all')
  const kinds = PARTS[part]
  const { value, failure, askAgain } = useAnswer('suggestion.list', {
    kinds: [...kinds],
    rule: null,
    communiqueId,
    ...(batchId === null ? {} : { batchId }),
    offset: 0,
    limit: MOST_LISTED,
  })
  const settling = useSettling()
  const decided = settling.countDecided(kinds)
  const rows = value?.rows ?? []
  const queue = useQueue(rows, settling)
  const { current } = queue
  return (
    <Dialog title={words.check.title} onClose={onClose} size="large">
      <div className="vetting">
        {failure !== null && <FailureNotice failure={failure} onRetry={askAgain} />}
        <div className="vetting-head">
          <PartChoice part={part} onPart={setPart} />
          {value !== null && (
            <Progress
              label={words.check.progressLabel}
              detail={words.check.progress(decided, decided + value.total)}
              done={decided}
              total={Math.max(1, decided + value.total)}
            />
          )}
        </div>
        {value !== null && !current && <Done decided={decided} />}
        {current && (
          <div className="vetting-columns">
            <SuggestionList rows={rows} current={current} onCurrent={queue.go} />
            <SuggestionCard
              key={suggestionKey(current)}
              suggestion={current}
              alike={queue.alike}
              mode={queue.mode}
              onMode={queue.setMode}
              onDecide={queue.decide}
              onAcceptAlike={queue.acceptAlike}
              onLeave={onClose}
            />
          </div>
        )}
      </div>
      <Foot queue={queue} settling={settling} onClose={onClose} />
    </Dialog>
  )
}

/** What is said of the texts, the names in them, or both: the names are many. */
const PARTS = {
  facts: ['date', 'issuer', 'publisher', 'relation'],
  mentions: ['mention'],
  all: ['date', 'issuer', 'publisher', 'relation', 'mention'],
} as const satisfies Readonly<Record<string, readonly SuggestionKind[]>>
type Part = keyof typeof PARTS

function isWhole({ communiqueId, batchId }: ReviewScope): boolean {
  return communiqueId === null && batchId === null
}

function PartChoice({
  part,
  onPart,
}: {
  readonly part: Part
  readonly onPart: (part: Part) => void
}) {
  const { words } = useSpeech()
  const parts: readonly Part[] = ['facts', 'mentions', 'all']
  return (
    <ChoiceGroup
      label={words.check.part}
      choices={parts.map((value) => ({ value, label: words.check.partNames[value] }))}
      value={part}
      onChange={onPart}
    />
  )
}

function Done({ decided }: { readonly decided: number }) {
  const { words } = useSpeech()
  return (
    <div className="vetting-done" role="status">
      <p className="vetting-done-title">{words.check.done}</p>
      <p>{decided === 0 ? words.check.nothing : words.check.doneAdvice(decided)}</p>
    </div>
  )
}

/** The suggestions that are left, which one is looked at, and what can be done with it. */
interface Queue {
  readonly current: Suggestion | undefined
  /** Others of its rule that may be accepted together with it, itself first. */
  readonly alike: readonly Suggestion[]
  readonly mode: CardMode
  readonly setMode: (mode: CardMode) => void
  readonly go: (key: string) => void
  readonly decide: (settlement: 'confirmed' | 'rejected', correction?: Correction) => void
  readonly acceptAlike: () => void
  readonly undo: () => void
}

function useQueue(rows: readonly Suggestion[], settling: Settling): Queue {
  const [currentKey, setCurrentKey] = useState<string | null>(null)
  const [lastAt, setLastAt] = useState(0)
  const [mode, setMode] = useState<CardMode>('look')
  const [isBusy, setBusy] = useState(false)
  const found = rows.findIndex((each) => suggestionKey(each) === currentKey)
  const at = found >= 0 ? found : Math.min(lastAt, rows.length - 1)
  const current = rows[at]
  const alike =
    current && isSafeInBulk(current) ? rows.filter((each) => isAlike(each, current)) : []
  const go = (key: string): void => {
    setCurrentKey(key)
    setMode('look')
  }
  const step = (by: number): void => {
    const next = rows[Math.max(0, Math.min(rows.length - 1, at + by))]
    if (next) go(suggestionKey(next))
  }
  const run = async (act: () => Promise<unknown>): Promise<void> => {
    if (isBusy) return
    setBusy(true)
    await act()
    setBusy(false)
  }
  const moveOn = (settled: readonly Suggestion[]): void => {
    const left = (each: Suggestion): boolean => !settled.includes(each)
    const next = rows.slice(at).find(left) ?? rows.slice(0, at).findLast(left)
    setCurrentKey(next ? suggestionKey(next) : null)
    setLastAt(0)
    setMode('look')
  }
  const queue: Queue = {
    current,
    alike,
    mode,
    setMode,
    go,
    decide: (settlement, correction = {}) =>
      void run(async () => {
        if (current && (await settling.settle(current, settlement, correction))) moveOn([current])
      }),
    acceptAlike: () =>
      void run(async () => {
        if (await settling.acceptMany(alike)) moveOn(alike)
      }),
    undo: () =>
      void run(async () => {
        const key = await settling.undoLast()
        if (key !== null) go(key)
      }),
  }
  useQueueKeys(queue, step)
  return queue
}

function isAlike(one: Suggestion, other: Suggestion): boolean {
  return one.kind === other.kind && one.rule === other.rule && isSafeInBulk(one)
}

/** One key for each act; with Alt where something is typed. */
function useQueueKeys(queue: Queue, step: (by: number) => void): void {
  const { current } = queue
  const link = (relation: 'amends' | 'relays') => (): void => {
    if (current?.kind === 'relation') queue.decide('confirmed', { relation })
  }
  useReviewKeys(
    {
      'review-accept': () => queue.decide('confirmed'),
      'review-reject': () => queue.decide('rejected'),
      'review-correct': () =>
        queue.setMode(current && current.kind !== 'relation' ? 'correct' : 'look'),
      'review-amends': link('amends'),
      'review-relays': link('relays'),
      'review-alike': () => queue.setMode(queue.alike.length > 1 ? 'alike' : 'look'),
      'review-next': () => step(1),
      'review-previous': () => step(-1),
      undo: queue.undo,
    },
    {
      arrowdown: () => step(1),
      arrowup: () => step(-1),
      home: () => step(-MOST_LISTED),
      end: () => step(MOST_LISTED),
    },
  )
}

function Foot({
  queue,
  settling,
  onClose,
}: {
  readonly queue: Queue
  readonly settling: Settling
  readonly onClose: () => void
}) {
  const { words } = useSpeech()
  const { current } = queue
  const decided = settling.countDecided(PARTS.all)
  return (
    <footer className="dialog-footer vetting-foot">
      {decided > 0 && (
        <>
          <Button tone="quiet" onPress={queue.undo}>
            {words.check.undo} <ActionKey id="undo" />
          </Button>
          <Button tone="quiet" onPress={() => void settling.undoAll()}>
            {words.check.undoAll(decided)}
          </Button>
        </>
      )}
      <span className="vetting-keys">{current ? words.check.keys : ''}</span>
      {current ? (
        <DecideButtons current={current} queue={queue} />
      ) : (
        <Button tone="primary" onPress={onClose}>
          {words.common.close}
        </Button>
      )}
    </footer>
  )
}

function DecideButtons({
  current,
  queue,
}: {
  readonly current: Suggestion
  readonly queue: Queue
}) {
  const { words } = useSpeech()
  if (current.kind === 'relation') {
    return (
      <>
        <Button onPress={() => queue.decide('rejected')}>
          {words.check.unrelated} <ActionKey id="review-reject" />
        </Button>
        <Button
          tone={current.aspect === 'relays' ? 'primary' : 'plain'}
          onPress={() => queue.decide('confirmed', { relation: 'relays' })}
        >
          {words.check.relays} <ActionKey id="review-relays" />
        </Button>
        <Button
          tone={current.aspect === 'amends' ? 'primary' : 'plain'}
          onPress={() => queue.decide('confirmed', { relation: 'amends' })}
        >
          {words.check.amends} <ActionKey id="review-amends" />
        </Button>
        {current.aspect === 'same-event' && (
          <Button tone="primary" onPress={() => queue.decide('confirmed')}>
            {words.check.sameEvent} <ActionKey id="review-accept" />
          </Button>
        )}
      </>
    )
  }
  return (
    <>
      <Button onPress={() => queue.decide('rejected')}>
        {words.common.reject} <ActionKey id="review-reject" />
      </Button>
      <Button onPress={() => queue.setMode('correct')}>
        {words.dates.correct} <ActionKey id="review-correct" />
      </Button>
      <Button tone="primary" onPress={() => queue.decide('confirmed')}>
        {words.check.accept} <ActionKey id="review-accept" />
      </Button>
    </>
  )
}
