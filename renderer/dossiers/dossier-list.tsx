import { FolderPlus, FolderOpen } from 'lucide-react'
import { useAnswer } from '../client/use-answer.ts'
import { useHandOver } from '../hand-over.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { useReadOnly, Writing } from '../safety/read-only.tsx'
import { Button } from '../ui/button.tsx'

/** The dossiers of the archive with how much each holds. */
export function DossierList() {
  const { words, formats } = useSpeech()
  const { dossierId, openDossier, openHandOver } = useHandOver()
  const { value } = useAnswer('dossier.list', {})
  const { reason } = useReadOnly()
  if (value === null || (reason !== null && value.dossiers.length === 0)) return null
  return (
    <section className="saved" aria-labelledby="dossiers-title">
      <h2 className="pane-title" id="dossiers-title">
        {words.dossiers.title}
      </h2>
      {value.dossiers.length === 0 && <p className="field-advice">{words.dossiers.none}</p>}
      <ul>
        {value.dossiers.map(({ id, title, itemCount }) => (
          <li key={id} className="saved-row">
            <button
              type="button"
              className="saved-name"
              aria-current={id === dossierId ? 'true' : undefined}
              onClick={() => openDossier(id === dossierId ? null : id)}
            >
              <FolderOpen aria-hidden />
              <bdi className="saved-label">{title}</bdi>
              <span className="facet-count">
                <span aria-hidden="true">{formats.number(itemCount)}</span>
                <span className="visually-hidden">{words.dossiers.items(itemCount)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <Writing>
        <Button tone="quiet" onPress={() => openHandOver({ name: 'describe', dossier: null })}>
          <FolderPlus aria-hidden />
          {words.dossiers.create}
        </Button>
      </Writing>
    </section>
  )
}
