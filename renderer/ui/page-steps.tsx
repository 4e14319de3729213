import { useSpeech } from '../i18n/words.tsx'
import { Button } from './button.tsx'

/** Steps through a list page by page, and tells which rows of how many are shown. */
export function PageSteps({
  total,
  size,
  offset,
  onOffset,
}: {
  readonly total: number
  /** Rows of one page. */
  readonly size: number
  readonly offset: number
  readonly onOffset: (offset: number) => void
}) {
  const { words, formats } = useSpeech()
  if (total <= size) return null
  const last = Math.min(total, offset + size)
  return (
    <div className="page-steps">
      <Button isDisabled={offset === 0} onPress={() => onOffset(Math.max(0, offset - size))}>
        {words.notes.previous}
      </Button>
      <span>
        {words.notes.range(formats.number(offset + 1), formats.number(last), formats.number(total))}
      </span>
      <Button isDisabled={last >= total} onPress={() => onOffset(offset + size)}>
        {words.notes.next}
      </Button>
    </div>
  )
}
