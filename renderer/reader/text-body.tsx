import { Fragment, memo, useMemo, type MouseEvent } from 'react'
import type { Annotation } from '../../shared/model/annotation.ts'
import type { Paragraph } from '../../shared/model/communique.ts'
import { offsetAtPoint } from '../annotate/text-map.ts'
import { isPlacedOn, smallestAt } from '../annotate/text-order.ts'
import { useSpeech } from '../i18n/words.tsx'
import { useReading } from './reading.tsx'

/** The text itself: one text node per paragraph, numbered in the margin. */
export function TextBody() {
  const { words } = useSpeech()
  const { record, annotations, textRef, textMap, setActiveId } = useReading()
  const { version } = record
  const placed = useMemo(
    () => annotations.filter((annotation) => isPlacedOn(annotation, version)),
    [annotations, version],
  )
  const onClick = (event: MouseEvent): void => {
    if (document.getSelection()?.isCollapsed === false) return
    const offset = offsetAtPoint(textMap(), event.clientX, event.clientY)
    const touched = offset === null ? undefined : smallestAt(placed, offset)
    if (touched) setActiveId(touched.id)
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events -- a pointer's shortcut to what the buttons below each paragraph do
    <div
      ref={textRef}
      className="text"
      role="region"
      aria-label={words.reader.label}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must take the focus, and letters act on its selection
      tabIndex={0}
      onClick={onClick}
    >
      {version.paragraphs.map((paragraph, index) => (
        <Fragment key={paragraph.start}>
          <TextParagraph
            paragraph={paragraph}
            words={version.text.slice(paragraph.start, paragraph.end)}
            number={index + 1}
          />
          <MarksHere annotations={placed.filter(({ target }) => endsIn(target.end, paragraph))} />
        </Fragment>
      ))}
    </div>
  )
}

const TextParagraph = memo(function TextParagraph({
  paragraph,
  words,
  number,
}: {
  readonly paragraph: Paragraph
  readonly words: string
  readonly number: number
}) {
  const { formats } = useSpeech()
  const { kind, language, direction, start } = paragraph
  return (
    <p
      className={`paragraph paragraph-${kind}`}
      role={kind === 'heading' ? 'heading' : undefined}
      aria-level={kind === 'heading' ? 2 : undefined}
      lang={language === 'und' ? '' : language}
      dir={direction}
      data-start={start}
      data-number={formats.number(number)}
    >
      {words}
    </p>
  )
})

/** Names the annotations of a paragraph for those who cannot see the paint, and leads to them. */
function MarksHere({ annotations }: { readonly annotations: readonly Annotation[] }) {
  const { words, formats } = useSpeech()
  const { setActiveId } = useReading()
  const first = annotations[0]
  if (!first) return null
  const kinds = annotations.map(({ kind }) => words.annotate.kinds[kind].toLowerCase())
  return (
    <button
      type="button"
      className="marks-here"
      onClick={() => {
        setActiveId(first.id)
        document.querySelector<HTMLElement>(`[data-annotation="${first.id}"] button`)?.focus()
      }}
    >
      {words.annotate.here(annotations.length, formats.list(kinds))}
    </button>
  )
}

function endsIn(end: number, paragraph: Paragraph): boolean {
  return end > paragraph.start && end <= paragraph.end
}
