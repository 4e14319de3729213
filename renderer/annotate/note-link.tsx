import { ArrowUpRight } from 'lucide-react'
import type { Annotation } from '../../shared/model/annotation.ts'
import { useConnection } from '../client/connection.tsx'
import { useDesk } from '../desk.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { useTellFailure } from '../reader/use-tell-failure.ts'
import { useNotices } from '../ui/notices.tsx'

/** Where a link or a mention leads, as a button that goes there. */
export function NoteLink({ annotation }: { readonly annotation: Annotation }) {
  const { words } = useSpeech()
  const follow = useFollow()
  const { id, link } = annotation
  if (link === null) return null
  const name = link.to === 'communique' ? link.title : link.name
  return (
    <button
      type="button"
      className="note-link"
      aria-label={words.links.follow(name)}
      onClick={() => void follow(id)}
    >
      <ArrowUpRight aria-hidden className="flips" />
      <span>
        <bdi>{name}</bdi>
        {link.to === 'communique' && link.passage !== null && (
          <span className="note-link-words">
            <bdi>« {link.passage.exact} »</bdi>
          </span>
        )}
      </span>
    </button>
  )
}

/** Opens the linked text at its passage, with a way back; of a record, the texts that name it. */
function useFollow(): (id: string) => Promise<void> {
  const { words } = useSpeech()
  const { backend } = useConnection()
  const { place, open, setQuery } = useDesk()
  const { show } = useNotices()
  const tell = useTellFailure()
  return async (id) => {
    if (backend === null) return
    const outcome = await backend.archive.call('annotation.follow-link', { id })
    if (!outcome.ok) return tell(outcome)
    const found = outcome.value
    if (found.to === 'authority') return setQuery(`"${found.name}"`)
    const { communiqueId, versionId, span, title, isMoved } = found
    open({ communiqueId, versionId, matches: span === null ? [] : [span] })
    const told = words.links.followed(title)
    show(
      isMoved ? `${told}. ${words.links.moved}` : told,
      place && { label: words.links.back, run: () => open({ ...place, annotationId: id }) },
    )
  }
}
