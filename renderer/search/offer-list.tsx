import { useSpeech } from '../i18n/words.tsx'
import type { Offer } from './typed-word.ts'

/** What the word being typed may become. The box keeps the focus. */
export function OfferList({
  id,
  offers,
  active,
  onTake,
}: {
  readonly id: string
  readonly offers: readonly Offer[]
  readonly active: number
  readonly onTake: (offer: Offer) => void
}) {
  const { words, formats } = useSpeech()
  return (
    <div id={id} className="offers" role="listbox" aria-label={words.completion.label}>
      {offers.map((offer, index) => (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the box keeps the focus and answers the keys
        <div
          key={`${offer.kind} ${offer.text}`}
          ref={index === active ? bringIntoView : null}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          className="offer"
          // The box would lose the focus to the offer otherwise.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(offer)}
        >
          <bdi className="offer-text">{offer.text}</bdi>
          <span className="offer-kind">{words.completion.kinds[offer.kind]}</span>
          <span className="offer-count">
            {offer.kind === 'field' ? '' : formats.number(offer.count)}
          </span>
        </div>
      ))}
    </div>
  )
}

function bringIntoView(offer: HTMLElement | null): void {
  offer?.scrollIntoView({ block: 'nearest' })
}
