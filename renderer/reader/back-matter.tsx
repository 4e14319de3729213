import { Check, X } from 'lucide-react'
import type { Relation } from '../../shared/model/communique.ts'
import { useCommand } from '../client/use-command.ts'
import { useDesk } from '../desk.tsx'
import { useHandOver } from '../hand-over.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { Writing } from '../safety/read-only.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { ProvenanceDisclosure } from './provenance-disclosure.tsx'
import { useReading } from './reading.tsx'
import { useTellSettled } from './use-tell-settled.ts'

/** What stands after the text: linked texts, versions, provenance. */
export function BackMatter() {
  const { record } = useReading()
  const relations = record.relations.filter(({ settlement }) => settlement !== 'rejected')
  return (
    <footer className="back-matter">
      {relations.length > 0 && <RelationList relations={relations} />}
      {record.versions.length > 1 && <VersionList />}
      <ProvenanceDisclosure />
    </footer>
  )
}

function RelationList({ relations }: { readonly relations: readonly Relation[] }) {
  const { words } = useSpeech()
  return (
    <section className="back-section">
      <h2 className="pane-title">{words.relations.title}</h2>
      <ul className="back-list">
        {relations.map((relation) => (
          <RelationLine key={relation.id} relation={relation} />
        ))}
      </ul>
    </section>
  )
}

function RelationLine({ relation }: { readonly relation: Relation }) {
  const { words } = useSpeech()
  const { open } = useDesk()
  const settle = useCommand('relation.settle')
  const tellSettled = useTellSettled(words.relations)
  const { id, kind, title, communiqueId, settlement } = relation
  const give = async (given: 'confirmed' | 'rejected'): Promise<void> => {
    tellSettled(await settle({ id, settlement: given }), given, () =>
      settle({ id, settlement: 'unconfirmed' }),
    )
  }
  return (
    <li className="back-line">
      <span className="back-kind">{words.relations.kinds[kind]}</span>
      <button type="button" className="link" onClick={() => open({ communiqueId })}>
        <bdi>{title}</bdi>
      </button>
      {settlement === 'unconfirmed' && (
        <span className="settle">
          <span className="suggested-mark">{words.reader.suggested}</span>
          <Writing>
            <IconButton
              label={words.relations.confirm(title)}
              icon={<Check aria-hidden />}
              onPress={() => void give('confirmed')}
            />
            <IconButton
              label={words.relations.reject(title)}
              icon={<X aria-hidden />}
              onPress={() => void give('rejected')}
            />
          </Writing>
        </span>
      )}
    </li>
  )
}

function VersionList() {
  const { words, formats } = useSpeech()
  const { record } = useReading()
  const { open } = useDesk()
  const { openHandOver } = useHandOver()
  const { version, versions, communique } = record
  const compare = (id: string, number: number): void => {
    const [shown, other] = [version.id, id].map((versionId) => ({
      communiqueId: communique.id,
      versionId: versionId ?? null,
    }))
    if (!shown || !other) return
    const isOlder = number < version.number
    openHandOver({
      name: 'compare',
      old: isOlder ? other : shown,
      fresh: isOlder ? shown : other,
    })
  }
  return (
    <section className="back-section">
      <h2 className="pane-title">{words.versions.title}</h2>
      <ul className="back-list">
        {versions.map(({ id, number, createdAt }) => (
          <li key={id} className="back-line">
            <button
              type="button"
              className="link"
              aria-current={id === version.id}
              onClick={() => open({ communiqueId: communique.id, versionId: id })}
            >
              {words.versions.one(number)}
            </button>
            <span className="fact-origin">{formats.instant(createdAt)}</span>
            {id !== version.id && (
              <Button tone="quiet" onPress={() => compare(id, number)}>
                {words.compare.withPrevious}
              </Button>
            )}
            {id === version.id && <span className="confirmed-mark">{words.versions.current}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
