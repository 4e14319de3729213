import { useState } from 'react'
import type { AuthorityPassage, AuthorityRecord } from '../../shared/model/authority-record.ts'
import { useAnswer } from '../client/use-answer.ts'
import { useDesk } from '../desk.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { Writing } from '../safety/read-only.tsx'
import { Button } from '../ui/button.tsx'

const PAGE = 50

/** One record: its names by language, the offices it had and when, and what names it. */
export function AuthorityCard({
  record,
  onDoing,
  onLeave,
}: {
  readonly record: AuthorityRecord
  readonly onDoing: (doing: 'edit' | 'merge') => void
  readonly onLeave: () => void
}) {
  const { words } = useSpeech()
  const [limit, setLimit] = useState(PAGE)
  const { value } = useAnswer(
    'authority.list-passages',
    { id: record.id, offset: 0, limit },
    record.id,
  )
  const rows = value?.rows ?? []
  const roles = rolesOf(rows)
  return (
    <section className="names-side" aria-label={record.name}>
      <p className="vetting-kind">{words.links.authorityKinds[record.kind]}</p>
      <h3 className="vetting-value" dir="auto">
        {record.name}
      </h3>
      <p className="vetting-rule">
        {words.names.mentions(record.mentionCount)} ·{' '}
        {words.names.mentionsConfirmed(record.confirmedCount)}
      </p>
      <Writing>
        <div className="names-acts">
          <Button onPress={() => onDoing('edit')}>{words.names.edit}</Button>
          <Button onPress={() => onDoing('merge')}>{words.names.merge}</Button>
        </div>
      </Writing>
      <NameForms record={record} />
      {roles.length > 0 && <Roles roles={roles} />}
      <section className="names-part">
        <h4 className="pane-title">{words.names.passages}</h4>
        {value !== null && rows.length === 0 && <p>{words.names.noPassages}</p>}
        <ol className="names-passages">
          {rows.map((passage) => (
            <li key={passage.id}>
              <PassageLine passage={passage} onLeave={onLeave} />
            </li>
          ))}
        </ol>
        {value !== null && rows.length < value.total && limit < 500 && (
          <Button tone="quiet" onPress={() => setLimit(500)}>
            {words.filters.showAll(value.total)}
          </Button>
        )}
      </section>
    </section>
  )
}

function NameForms({ record }: { readonly record: AuthorityRecord }) {
  const { words } = useSpeech()
  const languages = ['fr', 'ar', 'en', 'und', null] as const
  return (
    <section className="names-part">
      <h4 className="pane-title">{words.names.forms}</h4>
      <dl className="names-forms">
        {languages.map((language) => {
          const names = record.names.filter((each) => each.language === language)
          if (names.length === 0) return null
          return (
            <div key={language ?? 'none'} className="names-form">
              <dt>{language === null ? words.names.unknownLanguage : words.languages[language]}</dt>
              {names.map(({ name }) => (
                <dd key={name} dir="auto">
                  {name}
                </dd>
              ))}
            </div>
          )
        })}
      </dl>
    </section>
  )
}

interface Role {
  readonly role: string
  readonly first: string | null
  readonly last: string | null
}

function Roles({ roles }: { readonly roles: readonly Role[] }) {
  const { words, formats } = useSpeech()
  return (
    <section className="names-part">
      <h4 className="pane-title">{words.names.roles}</h4>
      <ul className="names-roles">
        {roles.map(({ role, first, last }) => (
          <li key={role}>
            <bdi>{role}</bdi>{' '}
            <span className="vetting-aspect">
              {first !== null && formats.shortDate(first)}
              {last !== null && last !== first && ` – ${formats.shortDate(last)}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The offices printed beside a name with the first and the last day they were seen on. */
function rolesOf(passages: readonly AuthorityPassage[]): readonly Role[] {
  const roles = new Map<string, string[]>()
  for (const { role, on } of passages) {
    if (role === null) continue
    roles.set(role, [...(roles.get(role) ?? []), ...(on === null ? [] : [on])])
  }
  return [...roles].map(([role, days]) => {
    const ordered = days.toSorted()
    return { role, first: ordered[0] ?? null, last: ordered.at(-1) ?? null }
  })
}

function PassageLine({
  passage,
  onLeave,
}: {
  readonly passage: AuthorityPassage
  readonly onLeave: () => void
}) {
  const { words, formats } = useSpeech()
  const { open } = useDesk()
  const { communiqueId, versionId, title, capacity, on, quote, span, settlement } = passage
  return (
    <button
      type="button"
      className="names-passage"
      onClick={() => {
        open({ communiqueId, versionId, matches: span === null ? [] : [span] })
        onLeave()
      }}
    >
      <span className="vetting-aspect">
        {on !== null && `${formats.shortDate(on)} · `}
        {words.names.capacities[capacity]}
        {settlement === 'unconfirmed' && ` · ${words.reader.toConfirm}`}
      </span>
      {quote !== null && (
        <span className="names-quote" dir="auto">
          {quote}
        </span>
      )}
      <bdi className="names-title">{title}</bdi>
    </button>
  )
}
