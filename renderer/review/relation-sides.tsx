import { useMemo } from 'react'
import { compareWordings } from '../../shared/text/align-compare.ts'
import type { Suggestion } from '../../shared/model/suggestion.ts'
import { useAnswer } from '../client/use-answer.ts'
import { useSpeech } from '../i18n/words.tsx'
import { WordedChanges } from '../passages/worded-changes.tsx'

/** Two texts that may belong together: what the one adds to the other and leaves out, in words. */
export function RelationSides({ suggestion }: { readonly suggestion: Suggestion }) {
  const { words } = useSpeech()
  const { communiqueId, otherId } = suggestion
  const fresh = useAnswer('communique.get', { id: communiqueId, versionId: null }).value
  const old = useAnswer(
    'communique.get',
    otherId === null ? null : { id: otherId, versionId: null },
  ).value
  const texts = fresh && old ? [old.version.text, fresh.version.text] : null
  const [before = '', after = ''] = texts ?? []
  const changes = useMemo(() => compareWordings(before, after), [before, after])
  if (texts === null) return <p className="vetting-none">{words.common.loading}</p>
  const count = (kind: 'inserted' | 'deleted'): number =>
    changes
      .filter((change) => change.kind === kind)
      .map(({ old: gone, fresh: come }) => wordCount(before, gone) + wordCount(after, come))
      .reduce((sum, each) => sum + each, 0)
  return (
    <figure className="vetting-passage">
      <figcaption className="vetting-compared">
        <span className="field-label">{words.check.compared}</span>
        <span>{words.check.changes(count('inserted'), count('deleted'))}</span>
      </figcaption>
      <div
        className="vetting-diff"
        role="region"
        aria-label={words.check.compared}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must take the focus
        tabIndex={0}
      >
        <WordedChanges old={before} fresh={after} changes={changes} />
      </div>
    </figure>
  )
}

function wordCount(
  text: string,
  span: { readonly start: number; readonly end: number } | null,
): number {
  return span === null
    ? 0
    : (text.slice(span.start, span.end).match(/[\p{L}\p{N}]+/gu)?.length ?? 0)
}
