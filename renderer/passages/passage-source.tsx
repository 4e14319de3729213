import type { Passage } from '../../shared/model/passage.ts'
import { useDesk } from '../desk.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { useSearchTools } from '../search/search-tools.tsx'

/** Where a passage stands; pressed, it opens the text there. */
export function PassageSource({ passage }: { readonly passage: Passage }) {
  const { words, formats } = useSpeech()
  const { open } = useDesk()
  const { close } = useSearchTools()
  const { communiqueId, versionId, field, start, end, title } = passage
  const details = [
    passage.sortedOn === null ? words.list.undated : formats.shortDate(passage.sortedOn),
    field === 'title' ? words.passage.inTitle : '',
    passage.paragraph === null ? '' : words.passage.paragraph(passage.paragraph),
    passage.versionNumber > 1 ? words.passage.version(passage.versionNumber) : '',
  ]
  return (
    <button
      type="button"
      className="passage-source"
      title={words.passage.open(title)}
      onClick={() => {
        open({ communiqueId, versionId, matches: field === 'text' ? [{ start, end }] : [] })
        close()
      }}
    >
      <bdi className="row-title">{title}</bdi>
      <span className="row-meta">
        <bdi className="passage-issuer">{passage.issuerName ?? words.list.issuerUnknown}</bdi>
        <span>{details.filter((detail) => detail !== '').join(' · ')}</span>
      </span>
    </button>
  )
}
