import type { AuthorityKind } from '../../shared/model/authority-record.ts'
import type { Suggestion } from '../../shared/model/suggestion.ts'
import { ActionKey } from '../actions/action-key.tsx'
import { RecordPicker } from '../authorities/record-picker.tsx'
import { useDesk } from '../desk.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { Button } from '../ui/button.tsx'
import { DateEditor } from './date-editor.tsx'
import { EvidencePassage } from './evidence-passage.tsx'
import { RelationSides } from './relation-sides.tsx'
import { aspectWords, ruleName, ruleWords, valueWords } from './suggestion-words.ts'
import type { Correction } from './use-settling.ts'

/** What is done with the suggestion: looked at, corrected, or accepted with others like it. */
export type CardMode = 'look' | 'correct' | 'alike'

interface CardProps {
  readonly suggestion: Suggestion
  readonly alike: readonly Suggestion[]
  readonly mode: CardMode
  readonly onMode: (mode: CardMode) => void
  readonly onDecide: (settlement: 'confirmed' | 'rejected', correction?: Correction) => void
  readonly onAcceptAlike: () => void
  readonly onLeave: () => void
}

/** One suggestion: its value, how it came about, and the words that prove it. */
export function SuggestionCard(props: CardProps) {
  const speech = useSpeech()
  const { words } = speech
  const { suggestion, alike, mode, onMode, onDecide, onAcceptAlike, onLeave } = props
  const isRelation = suggestion.kind === 'relation'
  return (
    <section className="vetting-card" aria-label={words.check.current}>
      <p className="vetting-kind">{aspectWords(suggestion, speech)}</p>
      <h3 className="vetting-value" dir="auto">
        {valueWords(suggestion, speech)}
      </h3>
      <p className="vetting-rule">{ruleWords(suggestion, speech)}</p>
      {mode === 'correct' && (
        <Editor suggestion={suggestion} onDecide={onDecide} onCancel={() => onMode('look')} />
      )}
      {isRelation ? (
        <RelationSides suggestion={suggestion} />
      ) : (
        <EvidencePassage suggestion={suggestion} />
      )}
      <p className="vetting-from">
        <bdi>{suggestion.title}</bdi>
        <OpenText suggestion={suggestion} onLeave={onLeave} />
      </p>
      {alike.length > 1 && (
        <Alike alike={alike} isOpen={mode === 'alike'} onMode={onMode} onAccept={onAcceptAlike} />
      )}
    </section>
  )
}

function OpenText({
  suggestion,
  onLeave,
}: {
  readonly suggestion: Suggestion
  readonly onLeave: () => void
}) {
  const { words } = useSpeech()
  const { open } = useDesk()
  const { communiqueId, evidence } = suggestion
  const isInText = evidence?.part === 'text' && evidence.start !== null && evidence.end !== null
  const matches = isInText ? [{ start: evidence.start ?? 0, end: evidence.end ?? 0 }] : []
  return (
    <Button
      tone="quiet"
      onPress={() => {
        open({ communiqueId, matches, versionId: isInText ? suggestion.versionId : null })
        onLeave()
      }}
    >
      {words.check.openText}
    </Button>
  )
}

const RECORD_KINDS: readonly AuthorityKind[] = ['person', 'corporate-body', 'place', 'instrument']

function Editor({
  suggestion,
  onDecide,
  onCancel,
}: {
  readonly suggestion: Suggestion
  readonly onDecide: CardProps['onDecide']
  readonly onCancel: () => void
}) {
  const { words } = useSpeech()
  const { kind, aspect, value } = suggestion
  if (kind === 'relation') return null
  if (kind === 'date') {
    return (
      <DateEditor
        suggestion={suggestion}
        onSave={(date, role) => onDecide('confirmed', { value: date, role })}
        onCancel={onCancel}
      />
    )
  }
  const recordKind = RECORD_KINDS.find((each) => each === aspect) ?? null
  return (
    <RecordPicker
      kind={recordKind}
      start={value}
      newKind={recordKind ?? 'corporate-body'}
      action={words.check.saveCorrection}
      onPick={({ id }) => onDecide('confirmed', { authorityId: id })}
      onCancel={onCancel}
    />
  )
}

/** Others of the same rule that the sources print: how many, which, and one act for all. */
function Alike({
  alike,
  isOpen,
  onMode,
  onAccept,
}: {
  readonly alike: readonly Suggestion[]
  readonly isOpen: boolean
  readonly onMode: (mode: CardMode) => void
  readonly onAccept: () => void
}) {
  const speech = useSpeech()
  const { words } = speech
  const count = alike.length
  return (
    <section className="vetting-alike" aria-label={words.check.alikeTitle}>
      <p>
        {words.check.alike(count)} <em>{ruleName(alike[0]?.rule ?? '', speech)}</em>
      </p>
      {isOpen ? (
        <>
          <ul
            className="vetting-alike-list"
            aria-label={words.check.alikeTitle}
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must take the focus
            tabIndex={0}
          >
            {alike.map((each) => (
              <li key={each.id}>
                <bdi className="vetting-item-value">{valueWords(each, speech)}</bdi>
                <bdi className="vetting-aspect">{each.title}</bdi>
              </li>
            ))}
          </ul>
          <div className="vetting-editor-acts">
            <Button tone="quiet" onPress={() => onMode('look')}>
              {words.common.cancel}
            </Button>
            {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the officer asked for this act by a key */}
            <Button tone="primary" autoFocus onPress={onAccept}>
              {words.check.acceptAlike(count)}
            </Button>
          </div>
        </>
      ) : (
        <Button onPress={() => onMode('alike')}>
          {words.check.seeAlike(count)} <ActionKey id="review-alike" />
        </Button>
      )}
    </section>
  )
}
