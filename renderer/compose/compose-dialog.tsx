import { useState, type ReactNode } from 'react'
import { useAnswer } from '../client/use-answer.ts'
import { useDebounced } from '../client/use-debounced.ts'
import { useDesk, useQuery } from '../desk.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { useSearchTools } from '../search/search-tools.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ComposeField, ComposeSelect } from './compose-field.tsx'
import { EMPTY_FIELDS, isDateOrEmpty, writeQuery, type ComposedFields } from './write-query.ts'

type FieldName = keyof ComposedFields

const WORDS: readonly FieldName[] = ['all', 'phrase', 'any', 'none', 'exact', 'near']
const WHERE: readonly FieldName[] = ['title', 'note', 'tag']
const ABOUT: readonly FieldName[] = ['issuer', 'person', 'place', 'dossier']
const DATES: readonly FieldName[] = ['from', 'to']
const KINDS = ['communique', 'joint-communique', 'declaration', 'press-release', 'wire'] as const
const LANGUAGES = ['fr', 'ar', 'en'] as const
const TYPING_PAUSE = 200
const PLAIN = /^[\p{L}\p{N}\p{M}\s'’-]*$/u

/** Writes a query for those who do not know how it is written, and tells what it would find. */
export function ComposeDialog() {
  const { words } = useSpeech()
  const { groups } = words.compose
  const query = useQuery()
  const { setQuery } = useDesk()
  const { close } = useSearchTools()
  const [fields, setFields] = useState<ComposedFields>(() =>
    PLAIN.test(query) ? { ...EMPTY_FIELDS, all: query.trim() } : EMPTY_FIELDS,
  )
  const written = writeQuery(fields, words.compose.keywords)
  const isReadable = DATES.every((date) => isDateOrEmpty(fields[date]))
  const canRun = written !== '' && isReadable
  const run = (): void => {
    if (!canRun) return
    setQuery(written)
    close()
  }
  return (
    <Dialog title={words.tools.compose} onClose={close} size="large">
      <form
        className="compose"
        onSubmit={(event) => {
          event.preventDefault()
          run()
        }}
      >
        <div className="dialog-body">
          <p className="field-advice">{words.compose.advice}</p>
          <div className="compose-columns">
            <FieldGroup title={groups.words} names={WORDS} {...{ fields, setFields }} />
            <FieldGroup title={groups.about} names={ABOUT} {...{ fields, setFields }}>
              <Choices fields={fields} onChange={setFields} />
            </FieldGroup>
            <FieldGroup title={groups.where} names={WHERE} {...{ fields, setFields }} />
            <FieldGroup title={groups.dates} names={DATES} {...{ fields, setFields }} />
          </div>
        </div>
        <Written query={written} isReadable={isReadable} />
        <footer className="dialog-footer">
          <Button onPress={() => setFields(EMPTY_FIELDS)}>{words.compose.reset}</Button>
          <Button tone="primary" type="submit" isDisabled={!canRun}>
            {words.compose.run}
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}

function FieldGroup({
  title,
  names,
  fields,
  setFields,
  children,
}: {
  readonly title: string
  readonly names: readonly FieldName[]
  readonly fields: ComposedFields
  readonly setFields: (fields: ComposedFields) => void
  readonly children?: ReactNode
}) {
  return (
    <fieldset className="compose-group">
      <legend className="pane-title">{title}</legend>
      {names.map((name) => (
        <ComposeField
          key={name}
          name={name}
          value={fields[name]}
          isFirst={name === 'all'}
          isDate={DATES.includes(name)}
          onChange={(value) => setFields({ ...fields, [name]: value })}
        />
      ))}
      {children}
    </fieldset>
  )
}

function Choices({
  fields,
  onChange,
}: {
  readonly fields: ComposedFields
  readonly onChange: (fields: ComposedFields) => void
}) {
  const { words } = useSpeech()
  return (
    <>
      <ComposeSelect
        name="kind"
        value={fields.kind}
        choices={KINDS.map((kind) => words.reader.kinds[kind])}
        onChange={(kind) => onChange({ ...fields, kind })}
      />
      <ComposeSelect
        name="language"
        value={fields.language}
        choices={LANGUAGES.map((language) => words.languages[language])}
        onChange={(language) => onChange({ ...fields, language })}
      />
    </>
  )
}

/** The query as it is written, and how much it finds under the filters of the moment. */
function Written({ query, isReadable }: { readonly query: string; readonly isReadable: boolean }) {
  const { words } = useSpeech()
  const { filter } = useDesk()
  const settled = useDebounced(query, TYPING_PAUSE)
  const asked = settled === '' ? null : { query: settled, filter, offset: 0, limit: 1 }
  const { value } = useAnswer('search.run', asked, 'compose')
  return (
    <div className="compose-written">
      <p className="field-label" id="compose-written">
        {words.compose.written}
      </p>
      <output className="query-shown" dir="auto" aria-labelledby="compose-written">
        {query === '' ? words.compose.nothing : query}
      </output>
      <p className="field-advice" role="status">
        {query !== '' && isReadable && value !== null ? words.search.count(value.total) : ' '}
      </p>
    </div>
  )
}
