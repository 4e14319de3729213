import { useId, useState, type FormEvent } from 'react'
import type { DumpMapping, DumpProposal, MappedField } from '../../shared/model/ingest.ts'
import { useSpeech } from '../i18n/words.tsx'
import { Button } from '../ui/button.tsx'

/** What a column may hold, the most telling first. */
const FIELDS: readonly MappedField[] = [
  'title',
  'body',
  'published',
  'issuer',
  'publisher',
  'author',
  'place',
  'language',
  'reference',
  'url',
  'modified',
]
/** Of a dump with more columns, the first are shown with their values. */
const MOST_SHOWN = 60

/** Which column of a dump is its title, its text, its day …, with the first values of each. */
export function MappingStep({
  dump,
  onAnswer,
}: {
  readonly dump: DumpProposal
  readonly onAnswer: (mapping: DumpMapping | null) => void
}) {
  const { words } = useSpeech()
  const told = words.ingest.mapping
  const [mapping, setMapping] = useState<DumpMapping>(dump.mapping)
  const form = useId()
  const hasBody = mapping.body !== undefined
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (hasBody) onAnswer(mapping)
  }
  const choose = (field: MappedField, column: string): void =>
    setMapping(({ [field]: _before, ...others }) =>
      column === '' ? others : { ...others, [field]: column },
    )
  return (
    <>
      <form id={form} className="dialog-body" onSubmit={submit}>
        <p>
          <bdi className="mapping-name">{dump.name}</bdi> · {told.rows(dump.rows)} ·{' '}
          {told.columns(dump.columns.length)}
        </p>
        <p className="field-advice">
          {dump.origin === 'remembered' ? told.remembered : told.proposed}
        </p>
        <div className="mapping-fields" role="group" aria-label={told.title}>
          {FIELDS.map((field) => (
            <FieldRow
              key={field}
              field={field}
              dump={dump}
              column={mapping[field] ?? ''}
              onChange={(column) => choose(field, column)}
            />
          ))}
        </div>
        {!hasBody && (
          <p className="field-error" role="alert">
            {told.needsBody}
          </p>
        )}
        <AllColumns dump={dump} />
      </form>
      <footer className="dialog-footer">
        <Button onPress={() => onAnswer(null)}>{told.skip}</Button>
        <Button tone="primary" type="submit" form={form} isDisabled={!hasBody}>
          {told.accept}
        </Button>
      </footer>
    </>
  )
}

/** Every column with its first values, for those that no field shows. */
function AllColumns({ dump }: { readonly dump: DumpProposal }) {
  const { words, formats } = useSpeech()
  return (
    <details className="mapping-all">
      <summary>{words.ingest.mapping.allColumns(formats.number(dump.columns.length))}</summary>
      <dl className="mapping-columns">
        {dump.columns.slice(0, MOST_SHOWN).map(({ name, samples }) => (
          <div key={name} className="mapping-column">
            <dt>
              <bdi>{name}</bdi>
            </dt>
            <dd>
              <Samples samples={samples} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

function FieldRow({
  field,
  dump,
  column,
  onChange,
}: {
  readonly field: MappedField
  readonly dump: DumpProposal
  readonly column: string
  readonly onChange: (column: string) => void
}) {
  const { words } = useSpeech()
  const told = words.ingest.mapping
  const id = useId()
  const isGuessed = dump.fromValues.includes(field) && dump.mapping[field] === column
  const samples = dump.columns.find(({ name }) => name === column)?.samples ?? []
  return (
    <div className="mapping-field">
      <label className="field-label" htmlFor={id}>
        {told.fields[field]}
      </label>
      <select
        id={id}
        className="input"
        value={column}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        <option value="">{told.notRead}</option>
        {dump.columns.map(({ name }) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
      <span className="mapping-samples">
        <Samples samples={samples} />
        {isGuessed && <span className="mapping-guess">{told.guessed}</span>}
      </span>
    </div>
  )
}

/** The first values of a column, one a line, each in its own direction. */
function Samples({ samples }: { readonly samples: readonly string[] }) {
  return samples.map((sample, at) => (
    // oxlint-disable-next-line react/no-array-index-key -- the same value may come twice
    <bdi key={at} className="mapping-sample">
      {sample}
    </bdi>
  ))
}
