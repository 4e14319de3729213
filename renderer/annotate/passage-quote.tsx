import { useReading } from '../reader/reading.tsx'
import { paragraphAt } from '../reader/paragraphs.ts'

/** The words of a passage, in the language and direction of its paragraph. */
export function PassageQuote({ exact, start }: { readonly exact: string; readonly start: number }) {
  const { record } = useReading()
  const paragraph = paragraphAt(record.version.paragraphs, start)
  return (
    <blockquote
      className="note-quote"
      lang={paragraph?.language}
      dir={paragraph?.direction ?? 'auto'}
    >
      {exact}
    </blockquote>
  )
}
