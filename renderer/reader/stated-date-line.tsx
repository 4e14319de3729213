import { Check, Pencil, RotateCcw, X } from 'lucide-react'
import { useState } from 'react'
import type { Settlement, StatedDate } from '../../shared/model/stated-date.ts'
import { useSpeech, type Speech } from '../i18n/words.tsx'
import { Writing } from '../safety/read-only.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { DateCorrection } from './date-correction.tsx'
import { isOpenSuggestion, useSettleDate } from './use-settle-date.ts'

/** One date with the words that prove it; a suggestion is settled on the spot. */
export function StatedDateLine({ date }: { readonly date: StatedDate }) {
  const speech = useSpeech()
  const { words, formats } = speech
  const [isCorrected, setCorrected] = useState(false)
  const settle = useSettleDate()
  const isRejected = date.settlement === 'rejected'
  const proof = tellOrigin(date, speech)
  return (
    <div className="fact">
      <dt>{words.dates.roles[date.role]}</dt>
      <dd>
        <span className={isRejected ? 'fact-date rejected' : 'fact-date'}>
          {formats.fullDate(date.value)}
        </span>
        <span className="fact-origin">{proof}</span>
        <SettlementMark date={date} />
        <Writing>
          {isCorrected ? (
            <DateCorrection
              value={date.value}
              onSave={async (value) => {
                await settle(date, 'confirmed', value)
                setCorrected(false)
              }}
              onCancel={() => setCorrected(false)}
            />
          ) : (
            <SettleActs
              date={date}
              onSettle={(settlement) => void settle(date, settlement, null)}
              onCorrect={() => setCorrected(true)}
            />
          )}
        </Writing>
      </dd>
    </div>
  )
}

function SettlementMark({ date }: { readonly date: StatedDate }) {
  const { words } = useSpeech()
  if (isOpenSuggestion(date)) return <span className="suggested-mark">{words.dates.suggested}</span>
  if (date.settlement === 'rejected') {
    return <span className="fact-origin">{words.dates.rejected}</span>
  }
  if (date.settlement !== 'confirmed' || date.origin === 'stated') return null
  return (
    <span className="confirmed-mark">
      <Check aria-hidden />
      {words.dates.confirmed}
    </span>
  )
}

function SettleActs({
  date,
  onSettle,
  onCorrect,
}: {
  readonly date: StatedDate
  readonly onSettle: (settlement: Settlement) => void
  readonly onCorrect: () => void
}) {
  const { words, formats } = useSpeech()
  const role = words.dates.roles[date.role]
  const day = formats.fullDate(date.value)
  if (date.settlement === 'rejected') {
    return (
      <IconButton
        label={words.reader.restore}
        icon={<RotateCcw aria-hidden />}
        onPress={() => onSettle('unconfirmed')}
      />
    )
  }
  const correct = (
    <IconButton label={words.dates.correct} icon={<Pencil aria-hidden />} onPress={onCorrect} />
  )
  if (!isOpenSuggestion(date)) return <span className="settle settle-shy">{correct}</span>
  return (
    <span className="settle">
      <Button aria-label={words.dates.confirmThis(role, day)} onPress={() => onSettle('confirmed')}>
        <Check aria-hidden />
        {words.common.confirm}
      </Button>
      <Button aria-label={words.dates.rejectThis(role, day)} onPress={() => onSettle('rejected')}>
        <X aria-hidden />
        {words.common.reject}
      </Button>
      {correct}
    </span>
  )
}

/** How a date came to be known: what is printed, what it was deduced from, or who set it. */
function tellOrigin(date: StatedDate, { words, formats }: Speech): string {
  const quote = date.evidence === null ? null : isolate(date.evidence.quote)
  if (date.origin === 'officer') return words.dates.fromOfficer
  if (date.origin === 'stated') return quote === null ? '' : words.dates.stated(quote)
  if (quote === null) return words.dates.deducedAlone
  return date.relativeTo === null
    ? words.dates.deduced(quote)
    : words.dates.deducedFrom(quote, formats.digitDate(date.relativeTo))
}

/** Keeps a quotation of another direction from reordering the words around it (Unicode TR 9). */
function isolate(quote: string): string {
  return `\u2068${quote}\u2069`
}
