import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  createAnnotation,
  redoAnnotation,
  reviseAnnotation,
  undoAnnotation,
  type AnnotationEdit,
} from '../../../../electron/core/annotations/annotate.ts'
import {
  getAnnotation,
  listAnnotations,
  listHistory,
} from '../../../../electron/core/annotations/annotations.ts'
import { findDamagedAnnotations } from '../../../../electron/core/annotations/find-damaged.ts'
import { isIntact } from '../../../../electron/core/annotations/revisions.ts'
import { digestOf } from '../../../../electron/core/system/files.ts'
import type { Annotation } from '../../../../shared/model/annotation.ts'
import { addText, anOffice, mark, type AddedText, type Office } from '../../../support/annotated.ts'
import { valueOf } from '../../../support/ingest.ts'

const TEXT = 'Le ministre a reçu son homologue. La commission se réunira en juin 2026 à Marsane.'

let office: Office
let place: AddedText
let made: Annotation
beforeEach(() => {
  office = anOffice('Officier')
  place = addText(office, TEXT)
  made = mark(office, place, 'en juin 2026', 'Échéance à rappeler')
})
afterEach(() => {
  const damaged = findDamagedAnnotations(office.db)
  office.close()
  if (damaged.length > 0) throw new Error('what is shown is not what the revisions say')
})

const revise = (edit: AnnotationEdit) =>
  valueOf(reviseAnnotation(office.db, office.desk, made.id, edit))
const undo = () => undoAnnotation(office.db, office.desk, made.id)
const redo = () => redoAnnotation(office.db, office.desk, made.id)
const shown = () => listAnnotations(office.db, place.communiqueId)
const count = () =>
  office.db
    .prepare<{ counted: number }>(
      'SELECT annotation_count AS counted FROM communique WHERE id = $id',
    )
    .get({ id: place.communiqueId })?.counted
const isFound = (word: string) =>
  office.db.prepare('SELECT 1 FROM note_words WHERE note_words MATCH ?').get(`"${word}"`) !==
  undefined

describe('a new annotation', () => {
  test('stands on the very words that were marked, and is signed', () => {
    const { target, createdBy, status } = made
    expect(TEXT.slice(target.start, target.end)).toBe('en juin 2026')
    expect(target).toMatchObject({ exact: 'en juin 2026', versionId: place.versionId })
    expect({ createdBy, status }).toEqual({ createdBy: 'Officier', status: 'attached' })
    expect(shown()).toEqual([made])
    expect(count()).toBe(1)
    expect(isFound('echeance')).toBe(true)
  })

  test.each([
    ['no words', 12, 12],
    ['an end before its start', 12, 3],
    ['a place outside the text', TEXT.length, TEXT.length + 5],
  ])('is refused for %s, and nothing is written', (_what, start, end) => {
    const wanted = { versionId: place.versionId, start, end, body: '', tags: [] } as const
    const refused = createAnnotation(office.db, office.desk, {
      ...wanted,
      kind: 'highlight',
      visibility: 'private',
    })
    expect(refused).toEqual({ ok: false, failure: { kind: 'passage-invalid', start, end } })
    expect(count()).toBe(1)
  })

  test('shares its passage with others, in the order of the text', () => {
    const whole = mark(office, place, 'La commission se réunira en juin 2026')
    const first = mark(office, place, 'Le ministre')
    expect(shown().map(({ id }) => id)).toEqual([first.id, whole.id, made.id])
    expect(count()).toBe(3)
  })

  test('of words in Arabic is shown from right to left', () => {
    expect(revise({ body: 'موعد اللجنة' })).toMatchObject({
      bodyLanguage: 'ar',
      bodyDirection: 'rtl',
    })
  })
})

describe('a change', () => {
  test('of words, tags, kind and place shows at once, and search follows it', () => {
    const start = TEXT.indexOf('commission')
    const after = revise({
      body: 'Relancer le secrétariat',
      tags: ['suivi', 'été'],
      kind: 'commitment',
      visibility: 'private',
      start,
      end: start + 'commission'.length,
    })
    expect(after).toMatchObject({
      body: 'Relancer le secrétariat',
      tags: ['suivi', 'été'],
      kind: 'commitment',
      visibility: 'private',
      target: { exact: 'commission' },
    })
    expect(shown()).toEqual([after])
    expect([isFound('secretariat'), isFound('ete'), isFound('echeance')]).toEqual([
      true,
      true,
      false,
    ])
    expect(revise({ tags: ['suivi'] }).tags).toEqual(['suivi'])
    expect(isFound('ete')).toBe(false)
  })

  test('that changes nothing is no step in the history', () => {
    revise({ body: made.body, tags: [], kind: made.kind })
    expect(valueOf(listHistory(office.db, made.id)).revisions).toHaveLength(1)
  })

  test('of an annotation that is not there is told', () => {
    for (const act of [undoAnnotation, redoAnnotation]) {
      expect(act(office.db, office.desk, 'nobody')).toMatchObject({
        failure: { kind: 'not-found' },
      })
    }
    expect(reviseAnnotation(office.db, office.desk, 'nobody', { body: '' })).toMatchObject({
      failure: { kind: 'not-found' },
    })
  })
})

describe('undo and redo', () => {
  test('walk back through every change and forward again', () => {
    const bodies = ['un', 'deux', 'trois']
    for (const body of bodies) revise({ body })
    const back = ['deux', 'un', 'Échéance à rappeler']
    for (const body of back) expect(valueOf(undo()).body).toBe(body)
    for (const body of bodies) expect(valueOf(redo()).body).toBe(body)
    expect(redo()).toMatchObject({ failure: { kind: 'nothing-to-undo' } })
    expect(shown()[0]?.body).toBe('trois')
  })

  test('of the first step take the annotation away and bring it back', () => {
    expect(valueOf(undo()).withdrawn).toBe(true)
    expect([shown(), count(), isFound('echeance')]).toEqual([[], 0, false])
    expect(undo()).toMatchObject({ failure: { kind: 'nothing-to-undo' } })
    expect(valueOf(redo()).withdrawn).toBe(false)
    expect([shown().length, count(), isFound('echeance')]).toEqual([1, 1, true])
  })

  test('bring back the place as well as the words', () => {
    revise({ start: 0, end: 11 })
    expect(shown()[0]?.target.exact).toBe('Le ministre')
    undo()
    expect(shown()[0]?.target).toEqual(made.target)
  })
})

describe('what is withdrawn', () => {
  test('leaves lists, counts and search, and stays in its history', () => {
    revise({ withdrawn: true })
    expect([shown(), count(), isFound('echeance')]).toEqual([[], 0, false])
    expect(getAnnotation(office.db, made.id)).toMatchObject({ value: { withdrawn: true } })
    expect(valueOf(listHistory(office.db, made.id)).revisions).toHaveLength(2)
    revise({ withdrawn: false })
    expect([shown().length, count(), isFound('echeance')]).toEqual([1, 1, true])
  })
})

describe('the history', () => {
  test('has every step with who and when, each following from those before', () => {
    revise({ body: 'un' })
    undo()
    redo()
    const { revisions } = valueOf(listHistory(office.db, made.id))
    expect(revisions).toHaveLength(4)
    expect(revisions.every((revision) => isIntact(revision, digestOf))).toBe(true)
    expect(revisions.map(({ by }) => by)).toEqual(Array(4).fill('Officier'))
    expect(revisions.map(({ at }) => at)).toEqual(revisions.map(({ at }) => at).toSorted())
    for (const [at, { parents }] of revisions.entries()) {
      expect(parents).toEqual(at === 0 ? [] : [revisions[at - 1]?.id])
    }
  })

  test('keeps its order when the clock of the machine is put back', () => {
    const early = {
      ...office.desk,
      clock: { ...office.desk.clock, now: () => '2016-01-01T00:00:00.000Z' },
    }
    valueOf(reviseAnnotation(office.db, early, made.id, { body: 'dix ans plus tôt' }))
    revise({ body: 'aujourd’hui' })
    valueOf(reviseAnnotation(office.db, early, made.id, { body: 'et encore' }))
    expect(shown()[0]?.body).toBe('et encore')
    expect(
      valueOf(listHistory(office.db, made.id)).revisions.map(({ change }) => change.body),
    ).toEqual(['Échéance à rappeler', 'dix ans plus tôt', 'aujourd’hui', 'et encore'])
  })
})
