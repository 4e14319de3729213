import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  createAnnotation,
  reviseAnnotation,
  undoAnnotation,
} from '../../../../electron/core/annotations/annotate.ts'
import {
  getAnnotation,
  listAnnotations,
} from '../../../../electron/core/annotations/annotations.ts'
import {
  reanchorNewest,
  reanchorVersion,
  undoNewestReanchor,
  undoReanchor,
} from '../../../../electron/core/annotations/reanchor-version.ts'
import { listReviews, settleAnchor } from '../../../../electron/core/annotations/review.ts'
import type { Annotation } from '../../../../shared/model/annotation.ts'
import {
  addText,
  addWording,
  anOffice,
  shownIn,
  type AddedText,
  type Office,
} from '../../../support/annotated.ts'

const FIRST = `Les deux ministres ont examiné la coopération portuaire entre les deux rives.

Une commission mixte se réunira au printemps prochain à Tanger pour préparer le programme.

Le montant du fonds commun sera fixé par un protocole distinct, signé avant la fin de l’année.

La délégation a visité le musée de la marine et le nouveau quai des pêcheurs.`

const SECOND = `Les deux ministres ont examiné la coopération portuaire entre les deux rives.

Une commission mixte se réunira cet automne à Tanger pour préparer le programme.

La délégation a visité le musée de la marine et le nouveau quai des pêcheurs.`

let office: Office
let first: AddedText

beforeEach(() => {
  office = anOffice('ali')
  first = addText(office, FIRST)
})
afterEach(() => office.close())

function mark(words: string, body = ''): Annotation {
  const start = FIRST.indexOf(words)
  const made = createAnnotation(office.db, office.desk, {
    versionId: first.versionId,
    start,
    end: start + words.length,
    kind: 'comment',
    body,
    tags: [],
    visibility: 'shareable',
  })
  if (!made.ok) throw new Error(made.failure.kind)
  return made.value
}

const correct = (): AddedText => addWording(office, first, SECOND)

const carry = (second: AddedText): unknown =>
  reanchorVersion(office.db, office.desk, {
    fromVersionSeq: first.versionSeq,
    toVersionSeq: second.versionSeq,
  })

const statusOf = (id: string): string => {
  const found = getAnnotation(office.db, id)
  return found.ok ? found.value.status : found.failure.kind
}

describe('a corrected text', () => {
  test('takes its annotations along, each in exactly one state', () => {
    const kept = mark('coopération portuaire')
    const changed = mark(
      'Une commission mixte se réunira au printemps prochain à Tanger pour préparer',
    )
    const gone = mark('Le montant du fonds commun sera fixé par un protocole distinct')
    const counts = carry(correct())
    expect(counts).toEqual({ attached: 1, moved: 0, changed: 1, 'to-review': 0, orphan: 1 })
    expect([kept, changed, gone].map(({ id }) => statusOf(id))).toEqual([
      'attached',
      'changed',
      'orphan',
    ])
  })

  test('is listed with orphans where they last stood, and the older wording as it was', () => {
    const gone = mark('Le montant du fonds commun')
    const before = listAnnotations(office.db, first.communiqueId)
    const second = correct()
    carry(second)
    const [orphan] = listAnnotations(office.db, first.communiqueId)
    expect(orphan).toMatchObject({ id: gone.id, status: 'orphan' })
    expect(orphan?.target.versionId).toBe(first.versionId)
    expect(listAnnotations(office.db, first.communiqueId, first.versionId)).toEqual(before)
  })

  test('can be taken back to the anchor', () => {
    mark('coopération portuaire')
    mark('Le montant du fonds commun')
    const second = correct()
    const before = shownIn(office)
    carry(second)
    expect(shownIn(office)).not.toEqual(before)
    expect(undoReanchor(office.db, office.desk, { toVersionSeq: second.versionSeq })).toBe(2)
    expect(shownIn(office)).toEqual(before)
  })

  test('may be carried over again without a second anchor', () => {
    mark('coopération portuaire')
    const second = correct()
    carry(second)
    const once = shownIn(office)
    carry(second)
    expect(shownIn(office)).toEqual(once)
  })

  test('keeps a place that somebody chose on it', () => {
    const { id } = mark('Le montant du fonds commun')
    const second = correct()
    carry(second)
    const start = SECOND.indexOf('nouveau quai')
    const decision = { kind: 'place', start, end: start + 12 } as const
    settleAnchor(office.db, office.desk, { id, versionId: second.versionId, decision })
    carry(second)
    expect(statusOf(id)).toBe('attached')
    undoReanchor(office.db, office.desk, { toVersionSeq: second.versionSeq })
    expect(statusOf(id)).toBe('attached')
  })

  test('carries what is written on the older wording afterwards', () => {
    correct()
    const { id, status, target } = mark('visité le musée')
    expect({ status, exact: target.exact }).toEqual({
      status: 'attached',
      exact: 'visité le musée',
    })
    expect(target.versionId).not.toBe(first.versionId)
    expect(statusOf(id)).toBe('attached')
  })

  test('never makes a place surer than the one it comes from', () => {
    const { id } = mark('printemps prochain à Tanger pour préparer')
    office.db.prepare(`UPDATE anchor SET status = 'to-review'`).run({})
    carry(addWording(office, first, FIRST.replace('mixte', 'conjointe')))
    expect(statusOf(id)).toBe('to-review')
  })
})

describe('reviewing', () => {
  test('shows the passage before and the one proposed', () => {
    const { id } = mark('Le montant du fonds commun sera fixé par un protocole distinct')
    mark('coopération portuaire')
    carry(correct())
    const reviews = listReviews(office.db, first.communiqueId)
    expect(reviews.map(({ annotation }) => annotation.id)).toEqual([id])
    expect(reviews[0]?.before?.exact).toMatch(/^Le montant du fonds/u)
    expect(reviews[0]?.proposed).toBeNull()
  })

  test.each(['place', 'orphan', 'accept'] as const)(
    'settles by “%s”, and undo unsettles',
    (kind) => {
      const { id } = mark('se réunira au printemps prochain à Tanger')
      const second = correct()
      carry(second)
      const before = shownIn(office)
      const decision = kind === 'place' ? { kind, start: 0, end: 8 } : { kind }
      const settled = settleAnchor(office.db, office.desk, {
        id,
        versionId: second.versionId,
        decision,
      })
      expect(settled).toMatchObject({
        ok: true,
        value: { status: kind === 'orphan' ? 'orphan' : 'attached' },
      })
      expect(undoAnnotation(office.db, office.desk, id)).toMatchObject({ ok: true })
      expect(shownIn(office)).toEqual(before)
    },
  )

  test('a mark made longer on the new wording and put back is where it was carried', () => {
    const { id } = mark('coopération portuaire')
    carry(correct())
    const before = shownIn(office)
    reviseAnnotation(office.db, office.desk, id, { start: 0 })
    expect(shownIn(office)).not.toEqual(before)
    undoAnnotation(office.db, office.desk, id)
    expect(shownIn(office)).toEqual(before)
  })
})

describe('the whole of a carrying over', () => {
  test('is taken back by its communiqué, and done again alike', () => {
    const { id } = mark('coopération portuaire')
    carry(correct())
    const before = getAnnotation(office.db, id)
    expect(undoNewestReanchor(office.db, office.desk, first.communiqueId)).toEqual({
      ok: true,
      value: { undone: 1 },
    })
    expect(getAnnotation(office.db, id)).toMatchObject({
      ok: true,
      value: { target: { versionId: first.versionId } },
    })
    expect(undoNewestReanchor(office.db, office.desk, first.communiqueId)).toMatchObject({
      ok: false,
      failure: { kind: 'nothing-to-undo' },
    })
    expect(reanchorNewest(office.db, office.desk, first.communiqueId)).toMatchObject({
      ok: true,
      value: { counts: { attached: 1 } },
    })
    expect(getAnnotation(office.db, id)).toEqual(before)
  })

  test('is refused where there is one wording only', () => {
    expect(reanchorNewest(office.db, office.desk, first.communiqueId)).toMatchObject({
      ok: false,
      failure: { kind: 'not-found' },
    })
  })
})

describe('a decision on a place', () => {
  test('ends the question: an orphan that is kept as one is asked about no more', () => {
    const { id } = mark('Le montant du fonds commun sera fixé par un protocole distinct')
    const second = correct()
    carry(second)
    const open = (): readonly string[] =>
      listReviews(office.db, first.communiqueId).map(({ annotation }) => annotation.id)
    expect(open()).toEqual([id])
    const { versionId } = second
    settleAnchor(office.db, office.desk, { id, versionId, decision: { kind: 'orphan' } })
    expect(open()).toEqual([])
    expect(statusOf(id)).toBe('orphan')
    undoAnnotation(office.db, office.desk, id)
    expect(open()).toEqual([id])
  })

  test('ends the question: a passage that changed and is accepted is in place', () => {
    const { id } = mark(
      'Une commission mixte se réunira au printemps prochain à Tanger pour préparer',
    )
    const second = correct()
    carry(second)
    expect(statusOf(id)).toBe('changed')
    const { versionId } = second
    settleAnchor(office.db, office.desk, { id, versionId, decision: { kind: 'accept' } })
    expect(statusOf(id)).toBe('attached')
    expect(listReviews(office.db, first.communiqueId)).toEqual([])
  })
})
