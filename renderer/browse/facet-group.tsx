import { useId, useState } from 'react'
import type { FacetValue } from '../../shared/model/search.ts'
import { useSpeech } from '../i18n/words.tsx'
import { Button } from '../ui/button.tsx'

const SHORT_LENGTH = 7

interface FacetGroupProps {
  readonly title: string
  readonly values: readonly FacetValue[]
  readonly chosen: readonly string[]
  /** How many values there are, where not all are given. */
  readonly total?: number
  /** How many of those sought are not given. */
  readonly rest?: number
  /** Whether its values are written as officers wrote them, capital or not. */
  readonly isVerbatim?: boolean
  /** Hears the words sought, where not all values are given; null once none are. */
  readonly onSeek?: ((sought: string | null) => void) | undefined
  readonly onToggle: (value: string) => void
}

/** One facet: its values with their counts, the chosen ones first in reach. */
export function FacetGroup({
  title,
  values,
  chosen,
  total,
  rest,
  isVerbatim,
  onSeek,
  onToggle,
}: FacetGroupProps) {
  const { words } = useSpeech()
  const id = useId()
  const [isLong, setLong] = useState(false)
  const [sought, setSought] = useState('')
  const all = withChosen(values, chosen)
  const size = total ?? all.length
  const wanted = onSeek ? all : all.filter(({ label }) => isLike(label, sought))
  const shown = isLong ? wanted : shorten(wanted, chosen)
  const seek = (typed: string, isOver = false): void => {
    setSought(typed)
    onSeek?.(isOver ? null : typed)
  }
  const most = Math.max(1, ...values.map(({ count }) => count))
  return (
    <section className="facet" aria-labelledby={id} data-verbatim={isVerbatim || undefined}>
      <h3 id={id} className="facet-title">
        {title}
      </h3>
      {isLong && size > 2 * SHORT_LENGTH && (
        <FacetFind
          label={words.common.named(title, words.filters.find)}
          sought={sought}
          onSeek={(typed) => seek(typed)}
        />
      )}
      {shown.length === 0 && <p className="facet-empty">{words.filters.empty}</p>}
      <ul className="facet-values">
        {shown.map((facet) => (
          <FacetRow
            key={facet.value}
            facet={facet}
            share={facet.count / most}
            isChosen={chosen.includes(facet.value)}
            onToggle={() => onToggle(facet.value)}
          />
        ))}
      </ul>
      {isLong && <Rest count={rest ?? 0} />}
      <FacetLength
        size={size}
        isLong={isLong}
        onChange={() => {
          setLong(!isLong)
          seek('', isLong)
        }}
      />
    </section>
  )
}

/** Shows all values, or the first ones again. */
function FacetLength({
  size,
  isLong,
  onChange,
}: {
  readonly size: number
  readonly isLong: boolean
  readonly onChange: () => void
}) {
  const { words } = useSpeech()
  if (size <= SHORT_LENGTH) return null
  return (
    <Button tone="quiet" onPress={onChange}>
      {isLong ? words.filters.showLess : words.filters.showAll(size)}
    </Button>
  )
}

function FacetFind({
  label,
  sought,
  onSeek,
}: {
  readonly label: string
  readonly sought: string
  readonly onSeek: (sought: string) => void
}) {
  const { words } = useSpeech()
  return (
    <input
      className="input facet-find"
      type="search"
      aria-label={label}
      placeholder={words.filters.find}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- all values were just asked for: this is how to get through them
      autoFocus
      value={sought}
      onChange={(event) => onSeek(event.currentTarget.value)}
    />
  )
}

function Rest({ count }: { readonly count: number }) {
  const { words } = useSpeech()
  return count > 0 && <p className="facet-empty">{words.filters.rest(count)}</p>
}

function FacetRow({
  facet,
  share,
  isChosen,
  onToggle,
}: {
  readonly facet: FacetValue
  readonly share: number
  readonly isChosen: boolean
  readonly onToggle: () => void
}) {
  const { words, formats } = useSpeech()
  return (
    <li>
      <label className="facet-value">
        <input type="checkbox" checked={isChosen} onChange={onToggle} />
        <bdi className="facet-label">{facet.label === '' ? words.common.unknown : facet.label}</bdi>
        <span className="facet-count">{formats.number(facet.count)}</span>
        <span
          aria-hidden="true"
          className="facet-share"
          style={{ inlineSize: `${Math.max(share * 100, 2)}%` }}
        />
      </label>
    </li>
  )
}

/** Chosen values stay in sight even when nothing carries them any more. */
function withChosen(values: readonly FacetValue[], chosen: readonly string[]): FacetValue[] {
  const absent = chosen.filter((value) => values.every((facet) => facet.value !== value))
  return [...values, ...absent.map((value) => ({ value, label: value, count: 0 }))]
}

function shorten(values: readonly FacetValue[], chosen: readonly string[]): readonly FacetValue[] {
  return values.filter(({ value }, index) => index < SHORT_LENGTH || chosen.includes(value))
}

function isLike(label: string, sought: string): boolean {
  return withoutAccents(label).includes(withoutAccents(sought.trim()))
}

function withoutAccents(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
