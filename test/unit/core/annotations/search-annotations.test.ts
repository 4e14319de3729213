import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  createAnnotation,
  reviseAnnotation,
} from '../../../../electron/core/annotations/annotate.ts'
import { searchAnnotations } from '../../../../electron/core/annotations/search-annotations.ts'
import type { AnnotationKind, AnnotationPage } from '../../../../shared/model/annotation.ts'
import { addText, anOffice, type AddedText, type Office } from '../../../support/annotated.ts'

const NOTHING = { kinds: [], tags: [], authors: [], visibilities: [], statuses: [] }

let office: Office

beforeAll(() => {
  office = anOffice('ali')
  const one = addText(office, 'La commission mixte se réunira à Tanger.', 'Premier')
  const two = addText(office, 'Le Conseil a pris acte de la nomination.', 'Second')
  note(one, 'comment', 'Échéances à vérifier', ['suivi'])
  note(one, 'question', 'Qui préside ?', ['suivi', 'présidence'])
  note(two, 'commitment', 'Échéance ferme', [])
  const gone = note(two, 'highlight', 'Retiré', ['suivi'])
  reviseAnnotation(office.db, office.desk, gone, { withdrawn: true })
})
afterAll(() => office.close())

function note(place: AddedText, kind: AnnotationKind, body: string, tags: string[]): string {
  const { versionId } = place
  const visibility = kind === 'question' ? 'private' : 'shareable'
  const wanted = { versionId, start: 0, end: 12, kind, body, tags, visibility } as const
  const made = createAnnotation(office.db, office.desk, wanted)
  if (!made.ok) throw new Error(made.failure.kind)
  return made.value.id
}

const ask = (request: Partial<Parameters<typeof searchAnnotations>[1]>): AnnotationPage =>
  searchAnnotations(office.db, {
    query: '',
    filter: NOTHING,
    sort: 'oldest',
    offset: 0,
    limit: 10,
    ...request,
  })

const bodies = ({ rows }: AnnotationPage): readonly string[] =>
  rows.map(({ annotation }) => annotation.body)

describe('the list of all annotations', () => {
  test('has those that were not withdrawn, each with the title of its text', () => {
    const page = ask({})
    expect(page.total).toBe(3)
    expect(page.rows.map(({ title }) => title)).toEqual(['Premier', 'Premier', 'Second'])
  })

  test('finds words of notes and tags by how they begin, without minding accents', () => {
    expect(bodies(ask({ query: 'echeance' }))).toEqual(['Échéances à vérifier', 'Échéance ferme'])
    expect(bodies(ask({ query: 'presid' }))).toEqual(['Qui préside ?'])
    expect(bodies(ask({ query: 'echeance suivi' }))).toEqual(['Échéances à vérifier'])
    expect(bodies(ask({ query: 'tanger' }))).toEqual([])
  })

  test.each(['"', '*', 'NEAR(', 'a OR b', '^', "' --", '-'])('takes %j as words only', (query) => {
    expect(() => ask({ query })).not.toThrow()
  })

  test('narrows by each facet and counts it under the others', () => {
    const page = ask({ filter: { ...NOTHING, tags: ['suivi'], kinds: ['question'] } })
    expect(bodies(page)).toEqual(['Qui préside ?'])
    expect(page.facets.kinds).toEqual([
      { value: 'comment', label: 'comment', count: 1 },
      { value: 'question', label: 'question', count: 1 },
    ])
    expect(page.facets.tags.map(({ value, count }) => [value, count])).toEqual([
      ['présidence', 1],
      ['suivi', 1],
    ])
    expect(ask({ filter: { ...NOTHING, visibilities: ['private'] } }).total).toBe(1)
    expect(ask({ filter: { ...NOTHING, authors: ['bea'] } }).total).toBe(0)
    expect(ask({ filter: { ...NOTHING, statuses: ['orphan'] } }).total).toBe(0)
    expect(ask({ filter: { ...NOTHING, statuses: ['attached', 'orphan'] } }).total).toBe(3)
  })

  test('comes by page, in the order asked for', () => {
    expect(bodies(ask({ sort: 'newest', limit: 1 }))).toEqual(['Échéance ferme'])
    expect(bodies(ask({ sort: 'newest', offset: 1, limit: 1 }))).toEqual(['Qui préside ?'])
    expect(ask({ offset: 50 })).toMatchObject({ total: 3, rows: [] })
    expect(ask({ sort: 'text' }).total).toBe(3)
  })
})
