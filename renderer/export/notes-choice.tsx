import { TriangleAlert } from 'lucide-react'
import type { AnnotationPage } from '../../shared/model/annotation.ts'
import { KINDS } from '../annotate/kinds.tsx'
import { useAnswer } from '../client/use-answer.ts'
import { useSpeech } from '../i18n/words.tsx'
import { Check } from '../ui/check.tsx'
import { ChoiceGroup } from '../ui/choice.tsx'
import { placeOfNotes, type ExportChoice } from './export-choice.ts'

const EVERY_NOTE = {
  query: '',
  filter: { kinds: [], tags: [], authors: [], visibilities: [], statuses: [] },
  sort: 'newest' as const,
  offset: 0,
  limit: 1,
}

/** Which annotations leave, and where they stand. Private ones only when they are asked for. */
export function NotesChoice({
  choice,
  isNarrowed,
  onChange,
}: {
  readonly choice: ExportChoice
  /** Whether annotations can be chosen one sort at a time. */
  readonly isNarrowed: boolean
  readonly onChange: (part: Partial<ExportChoice>) => void
}) {
  const { words } = useSpeech()
  const isOnePdf = choice.format === 'pdf'
  const places = PLACES.filter((place) => placeOfNotes(place, isOnePdf) === place)
  const shown = placeOfNotes(choice.notes, isOnePdf)
  return (
    <section className="export-part">
      <ChoiceGroup
        label={words.export.notes}
        choices={places.map((value) => ({ value, label: words.export.noteChoices[value] }))}
        value={shown}
        onChange={(notes) => onChange({ notes })}
      />
      {shown !== 'none' && (
        <>
          <Check
            isChecked={choice.includePrivate}
            onChange={(includePrivate) => onChange({ includePrivate })}
          >
            {words.export.includePrivate}
            {!choice.includePrivate && (
              <span className="field-advice">{words.export.privateStay}</span>
            )}
          </Check>
          {choice.includePrivate && (
            <p className="warning" role="alert">
              <TriangleAlert aria-hidden />
              {words.export.privateWarning}
            </p>
          )}
          {isNarrowed && <NoteFilter choice={choice} onChange={onChange} />}
        </>
      )}
    </section>
  )
}

const PLACES: readonly ExportChoice['notes'][] = ['none', 'margin', 'end', 'native']

function NoteFilter({
  choice,
  onChange,
}: {
  readonly choice: ExportChoice
  readonly onChange: (part: Partial<ExportChoice>) => void
}) {
  const { words } = useSpeech()
  const facets = useAnswer('annotation.search-all', EVERY_NOTE).value?.facets ?? NO_FACETS
  const kinds = KINDS.filter((kind) => facets.kinds.some(({ value }) => value === kind))
  return (
    <details className="note-filter">
      <summary>{words.export.filter}</summary>
      <p className="field-advice">{words.export.everything}</p>
      <TickList
        title={words.export.kinds}
        values={kinds.map((value) => ({ value, label: words.annotate.kinds[value] }))}
        ticked={choice.kinds}
        onChange={(ticked) => onChange({ kinds: kinds.filter((kind) => ticked.includes(kind)) })}
      />
      <TickList
        title={words.export.tags}
        values={facets.tags}
        ticked={choice.tags}
        onChange={(tags) => onChange({ tags })}
      />
      <TickList
        title={words.export.authors}
        values={facets.authors}
        ticked={choice.authors}
        onChange={(authors) => onChange({ authors })}
      />
    </details>
  )
}

const NO_FACETS: Pick<AnnotationPage['facets'], 'kinds' | 'tags' | 'authors'> = {
  kinds: [],
  tags: [],
  authors: [],
}

function TickList({
  title,
  values,
  ticked,
  onChange,
}: {
  readonly title: string
  readonly values: readonly { readonly value: string; readonly label: string }[]
  readonly ticked: readonly string[]
  readonly onChange: (ticked: readonly string[]) => void
}) {
  if (values.length === 0) return null
  return (
    <fieldset className="tick-list">
      <legend className="field-label">{title}</legend>
      {values.map(({ value, label }) => (
        <Check
          key={value}
          isChecked={ticked.includes(value)}
          onChange={(isChecked) =>
            onChange(isChecked ? [...ticked, value] : ticked.filter((one) => one !== value))
          }
        >
          <bdi>{label}</bdi>
        </Check>
      ))}
    </fieldset>
  )
}
