import { StickyNote } from 'lucide-react'
import type { Hit, Snippet } from '../../shared/model/search.ts'
import { useSpeech } from '../i18n/words.tsx'
import { MarkedText } from '../ui/marked-text.tsx'
import { isToldEarly } from './short-passage.ts'

/** One hit: its title, where and when it is from, and each passage that answered. */
export function HitWords({ hit }: { readonly hit: Hit }) {
  const { words, formats } = useSpeech()
  return (
    <>
      <bdi className="row-title" lang={hit.language} dir={hit.direction}>
        <MarkedText text={hit.title} spans={hit.titleMatches} />
      </bdi>
      <span className="row-meta">
        <span className="hit-date">
          {hit.sortedOn === null ? words.list.undated : formats.shortDate(hit.sortedOn)}
        </span>
        <bdi className="row-issuer">{hit.issuerName ?? words.list.issuerUnknown}</bdi>
        <abbr className="language-tag" title={words.languages[hit.language]}>
          {words.languageTags[hit.language]}
        </abbr>
        {hit.versionCount > 1 && (
          <span className="hit-versions">
            {words.why.versions(hit.versionCount)}
            {hit.alsoIn.length > 0 &&
              ` · ${words.why.alsoIn(formats.list(hit.alsoIn.map(formats.number)), hit.alsoIn.length)}`}
          </span>
        )}
      </span>
      {hit.snippets.map((snippet, index) =>
        snippet.field === 'title' || snippet.matches.length === 0 ? null : (
          <SnippetWords
            // oxlint-disable-next-line react/no-array-index-key -- the next answer is drawn in the same place
            key={index}
            snippet={snippet}
            index={index}
            hit={hit}
          />
        ),
      )}
    </>
  )
}

function SnippetWords({
  snippet,
  index,
  hit,
}: {
  readonly snippet: Snippet
  readonly index: number
  readonly hit: Hit
}) {
  const { words } = useSpeech()
  const isNote = snippet.field === 'note'
  const length = isToldEarly(snippet) ? ' snippet-short' : ''
  return (
    <span className={`snippet${length}${isNote ? ' snippet-note' : ''}`} data-snippet={index}>
      {isNote && (
        <span className="snippet-kind">
          <StickyNote aria-hidden />
          {words.search.inNote}
        </span>
      )}
      <bdi lang={isNote ? undefined : hit.language} dir={isNote ? 'auto' : hit.direction}>
        <MarkedText text={snippet.text} spans={snippet.matches} offset={snippet.start} />
      </bdi>
    </span>
  )
}
