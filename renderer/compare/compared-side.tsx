import { useEffect, useRef, type UIEvent } from 'react'
import type { CommuniqueRecord } from '../../shared/model/communique.ts'
import { directionFromLanguage } from '../../shared/model/language.ts'
import { useSpeech } from '../i18n/words.tsx'
import type { SidePiece } from './compare-sides.ts'
import { publishedOnOf } from './in-order.ts'

/** One of two texts that are compared; scrolling one scrolls the other as far. */
export function ComparedSide({
  record,
  pieces,
  current,
  label,
}: {
  readonly record: CommuniqueRecord
  readonly pieces: readonly SidePiece[]
  readonly current: number | null
  readonly label: string
}) {
  const { words, formats } = useSpeech()
  const publishedOn = publishedOnOf(record)
  const ref = useRef<HTMLDivElement>(null)
  const { version } = record
  useEffect(() => {
    if (current === null) return
    ref.current?.querySelector(`[data-change="${current}"]`)?.scrollIntoView({ block: 'center' })
  }, [current])
  return (
    <section className="compared">
      <h3 className="compared-title">
        <span className="compared-label">{label}</span>
        <bdi>{version.title}</bdi>
        <span className="compared-source">
          {publishedOn !== null && <span>{formats.shortDate(publishedOn)}</span>}
          <bdi>{record.communique.issuer?.name ?? words.list.issuerUnknown}</bdi>
          {record.versions.length > 1 && <span>{words.versions.one(version.number)}</span>}
        </span>
      </h3>
      <div
        ref={ref}
        className="compared-text"
        role="region"
        aria-label={words.common.named(label, version.title)}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must take the focus
        tabIndex={0}
        lang={version.language === 'und' ? '' : version.language}
        dir={directionFromLanguage(version.language)}
        onScroll={scrollOther}
      >
        {pieces.map((piece) => (
          <Piece
            key={piece.start}
            piece={piece}
            words={version.text.slice(piece.start, piece.end)}
            isCurrent={piece.change !== null && piece.change === current}
          />
        ))}
      </div>
    </section>
  )
}

/** The day the text is known by where nothing tells two of them apart but that. */
function Piece({
  piece,
  words,
  isCurrent,
}: {
  readonly piece: SidePiece
  readonly words: string
  readonly isCurrent: boolean
}) {
  const { words: own } = useSpeech()
  if (piece.kind === 'plain') return words
  const Mark = piece.kind === 'deleted' ? 'del' : 'ins'
  return (
    <Mark
      className={`change change-${piece.kind} ${isCurrent ? 'change-current' : ''}`}
      data-change={piece.change}
    >
      <span className="visually-hidden"> {own.compare.kinds[piece.kind]} </span>
      {words}
    </Mark>
  )
}

/** The other side follows in proportion; the side under the pointer or with the focus leads. */
function scrollOther({ currentTarget }: UIEvent<HTMLElement>): void {
  if (!currentTarget.matches(':hover, :focus')) return
  const sides = currentTarget.closest('.comparison-sides')?.querySelectorAll('.compared-text') ?? []
  const share =
    currentTarget.scrollTop / Math.max(1, currentTarget.scrollHeight - currentTarget.clientHeight)
  for (const side of sides) {
    if (side === currentTarget) continue
    side.scrollTop = share * (side.scrollHeight - side.clientHeight)
  }
}
