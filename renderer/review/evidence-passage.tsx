import type { Version } from '../../shared/model/communique.ts'
import type { Span } from '../../shared/model/search.ts'
import type { Suggestion } from '../../shared/model/suggestion.ts'
import { useAnswer } from '../client/use-answer.ts'
import { useSpeech } from '../i18n/words.tsx'
import { MarkedText } from '../ui/marked-text.tsx'

/** The words that prove a suggestion, marked in the paragraph where they stand. */
export function EvidencePassage({ suggestion }: { readonly suggestion: Suggestion }) {
  const { words } = useSpeech()
  const { communiqueId, versionId, evidence } = suggestion
  const asked = evidence === null || versionId === null ? null : { id: communiqueId, versionId }
  const { value, waiting } = useAnswer('communique.get', asked)
  if (evidence === null) return <p className="vetting-none">{words.check.noEvidence}</p>
  if (waiting) return <p className="vetting-none">{words.common.loading}</p>
  const passage = value === null ? null : passageOf(value.version, evidence)
  return (
    <figure className="vetting-passage">
      <figcaption className="field-label">{words.check.parts[evidence.part]}</figcaption>
      {passage === null ? (
        <blockquote className="vetting-words" dir="auto">
          <mark>{evidence.quote}</mark>
        </blockquote>
      ) : (
        <blockquote className="vetting-words" dir={passage.direction}>
          <MarkedText text={passage.text} spans={[passage.span]} offset={passage.start} />
        </blockquote>
      )}
    </figure>
  )
}

interface Passage {
  readonly text: string
  /** Where `text` begins in its part of the version. */
  readonly start: number
  readonly span: Span
  readonly direction: 'ltr' | 'rtl' | 'auto'
}

/**
 * The paragraph around the evidence. Null unless the very words stand at the very place: a mark on
 * other characters would be a false proof.
 */
function passageOf(
  version: Version,
  { part, start, end, quote }: NonNullable<Suggestion['evidence']>,
): Passage | null {
  if (start === null || end === null) return null
  const source = sourceOf(version, part)
  if (source.slice(start, end) !== quote) return null
  const span = { start, end }
  const whole = { start: 0, end: source.length, direction: 'auto' as const }
  const paragraphs = part === 'text' ? version.paragraphs : []
  const around = paragraphs.find((each) => each.start <= start && end <= each.end) ?? whole
  const text = source.slice(around.start, around.end)
  return { text, start: around.start, span, direction: around.direction }
}

function sourceOf(version: Version, part: NonNullable<Suggestion['evidence']>['part']): string {
  if (part === 'text') return version.text
  return part === 'preamble' ? version.preamble : ''
}
