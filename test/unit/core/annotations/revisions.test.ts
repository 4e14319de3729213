import { describe, expect, test } from 'vitest'
import { foldRevisions } from '../../../../electron/core/annotations/fold-revisions.ts'
import {
  canonicalJson,
  isIntact,
  nextClock,
} from '../../../../electron/core/annotations/revisions.ts'
import { annotationRevisionSchema } from '../../../../shared/model/annotation.ts'
import { MODEL, aTarget, digestText, write } from '../../../support/revision-model.ts'
import { MUTANTS } from '../../../support/revision-mutants.ts'
import { PROPERTIES } from '../../../support/revision-properties.ts'

/** `npm run check:merging` asks for 10,000. */
const RUNS = Number(process.env['FONDS_PROPERTY_RUNS'] ?? 100)

describe('merging the work of colleagues', () => {
  test.each(Object.entries(PROPERTIES))(
    '%s',
    (_, holds) => {
      expect(() => holds(MODEL, RUNS)).not.toThrow()
    },
    120_000 + 100 * RUNS,
  )

  test.each(Object.entries(MUTANTS))('is not fooled where %s', (_, mutant) => {
    const broken = Object.entries(PROPERTIES).filter(([, holds]) => {
      try {
        holds(mutant, 60)
        return false
      } catch {
        return true
      }
    })
    expect(broken.map(([name]) => name)).not.toEqual([])
  })
})

describe('a revision', () => {
  const writer = { by: 'ali', now: Date.UTC(2025, 3, 16) }
  const [revision] = write([], 'n1', { kind: 'highlight', target: aTarget() }, writer)

  test('fits the model and is addressed by its content', () => {
    expect(annotationRevisionSchema.parse(revision)).toEqual(revision)
    expect(revision && isIntact(revision, digestText)).toBe(true)
  })

  test('has the same address whatever the order of its keys', () => {
    expect(canonicalJson({ b: [1, { d: 'é', c: null }], a: undefined })).toBe(
      '{"b":[1,{"c":null,"d":"é"}]}',
    )
  })

  test('makes a highlight with no note', () => {
    expect(foldRevisions(revision ? [revision] : [])).toMatchObject({
      id: 'n1',
      kind: 'highlight',
      body: '',
      bodyLanguage: 'und',
      tags: [],
      visibility: 'private',
      withdrawn: false,
      createdBy: 'ali',
      createdAt: '2025-04-16T00:00:00.000Z',
      heads: [revision?.id],
      conflicts: [],
    })
  })
})

test('a history whose beginning has not arrived makes no annotation', () => {
  const whole = write(
    write([], 'n1', { kind: 'comment', target: aTarget() }, { by: 'ali', now: 1 }),
    'n1',
    { body: 'note' },
    { by: 'ali', now: 2 },
  )
  expect(foldRevisions(whole.slice(1))).toBeNull()
  expect(foldRevisions([])).toBeNull()
})

test('a clock set back does not put a revision before those its writer had seen', () => {
  const first = nextClock(null, 1000)
  expect(first).toEqual({ ms: 1000, counter: 0 })
  expect(nextClock(first, 400)).toEqual({ ms: 1000, counter: 1 })
  expect(nextClock({ ms: 1000, counter: 7 }, 1000)).toEqual({ ms: 1000, counter: 8 })
  expect(nextClock(first, 1001)).toEqual({ ms: 1001, counter: 0 })
})
