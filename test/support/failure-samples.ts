import { failureSchema, type Failure } from '../../shared/model/failure.ts'

const VALUES: Readonly<Record<string, unknown>> = {
  at: 'date',
  by: 'Officier',
  on: 'poste-12',
  since: '2025-04-16T08:30:00.000Z',
  found: 9,
  supported: 3,
  rule: 'readOnly',
  what: 'communique',
  id: 'id-1',
  start: 1,
  end: 4,
  name: 'note.pdf',
  why: 'empty',
}

/** One failure of each kind, and of each of its reasons where it has some. */
export const FAILURE_SAMPLES: readonly Failure[] = failureSchema.options.flatMap((option) => {
  const fields = Object.keys(option.shape)
  const sample = Object.fromEntries(fields.map((field) => [field, VALUES[field]]))
  const { kind } = option.shape
  const reasons =
    'why' in option.shape && 'options' in option.shape.why ? option.shape.why.options : []
  const place = kind.value === 'query-invalid' ? { at: 4 } : {}
  const samples = reasons.length === 0 ? [sample] : reasons.map((why) => ({ ...sample, why }))
  return samples.map((each) => failureSchema.parse({ ...each, ...place, kind: kind.value }))
})
