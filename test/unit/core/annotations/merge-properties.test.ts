import {
  asyncProperty,
  array,
  assert as check,
  constantFrom,
  integer,
  property,
  record,
} from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  reviseAnnotation,
  redoAnnotation,
  undoAnnotation,
} from '../../../../electron/core/annotations/annotate.ts'
import { getAnnotation } from '../../../../electron/core/annotations/annotations.ts'
import { settleAnchor } from '../../../../electron/core/annotations/review.ts'
import { reanchorVersion } from '../../../../electron/core/annotations/reanchor-version.ts'
import { readRevisions } from '../../../../electron/core/annotations/project-annotation.ts'
import {
  addText,
  addWording,
  anOffice,
  bundleOf,
  mark,
  mergeFile,
  shownIn,
  stateDigestOf,
  type AddedText,
  type Office,
} from '../../../support/annotated.ts'

/** The night's run asks for more. */
const RUNS = Number(process.env['FONDS_PROPERTY_RUNS'] ?? 8)

const TEXT = `Les deux ministres ont examiné la coopération portuaire entre les deux rives.

Une commission mixte se réunira au printemps prochain à Tanger pour préparer le programme.`

const WORDS = ['deux ministres', 'coopération portuaire', 'commission mixte', 'Tanger'] as const

interface Action {
  readonly what:
    | 'create'
    | 'write'
    | 'tag'
    | 'untag'
    | 'move'
    | 'withdraw'
    | 'restore'
    | 'undo'
    | 'redo'
    | 'orphan'
    | 'place'
  readonly which: number
  readonly value: (typeof WORDS)[number]
}

const actions = (maxLength: number, minLength = 0) =>
  array(
    record<Action>({
      what: constantFrom(
        'create',
        'create',
        'write',
        'write',
        'tag',
        'untag',
        'move',
        'withdraw',
        'restore',
        'undo',
        'redo',
        'orphan',
        'place',
      ),
      which: integer({ min: 0, max: 20 }),
      value: constantFrom(...WORDS),
    }),
    { minLength, maxLength },
  )

interface Desk {
  readonly office: Office
  readonly text: AddedText
  readonly newest: AddedText
}

/** Does one thing to one annotation; the id it was done to when it was done. */
function act({ office, text, newest }: Desk, { what, which, value }: Action): string | null {
  const { db, desk } = office
  const ids = db.prepare<{ id: string }>('SELECT id FROM annotation ORDER BY id').all({})
  const id = ids.at(which % Math.max(1, ids.length))?.id
  if (what === 'create' || id === undefined) return mark(office, text, value, value).id
  const before = readRevisions(db, id).length
  const { versionId } = newest
  const steps: Readonly<Record<Exclude<Action['what'], 'create'>, () => unknown>> = {
    write: () => reviseAnnotation(db, desk, id, { body: value }),
    tag: () => reviseAnnotation(db, desk, id, { tags: [value, ...tagsOf(office, id)].slice(0, 3) }),
    untag: () => reviseAnnotation(db, desk, id, { tags: [] }),
    move: () => reviseAnnotation(db, desk, id, { start: which, end: which + 30 }),
    withdraw: () => reviseAnnotation(db, desk, id, { withdrawn: true }),
    restore: () => reviseAnnotation(db, desk, id, { withdrawn: false }),
    undo: () => undoAnnotation(db, desk, id),
    redo: () => redoAnnotation(db, desk, id),
    orphan: () => settleAnchor(db, desk, { id, versionId, decision: { kind: 'orphan' } }),
    place: () =>
      settleAnchor(db, desk, { id, versionId, decision: { kind: 'place', start: which, end: 40 } }),
  }
  steps[what]()
  return readRevisions(db, id).length > before ? id : null
}

function tagsOf({ db }: Office, id: string): readonly string[] {
  const found = getAnnotation(db, id)
  return found.ok ? found.value.tags : []
}

function aDesk(actor: string, hour: number): Desk {
  const office = anOffice(actor, hour)
  const text = addText(office, TEXT)
  const newest = addWording(
    office,
    text,
    TEXT.replace('mixte', 'conjointe').replace('prochain ', ''),
  )
  return { office, text, newest }
}

describe('two archives', () => {
  test('come to one state whichever file is merged first', async () => {
    await check(
      asyncProperty(actions(14), actions(14), actions(8), async (first, second, third) => {
        const [ali, bea] = [aDesk('ali', 8), aDesk('bea', 7)]
        const [onlooker, other] = [aDesk('cha', 9), aDesk('dan', 9)]
        try {
          for (const action of first) act(ali, action)
          await mergeFile(bea.office, bundleOf(ali.office, true))
          for (const action of second) act(bea, action)
          for (const action of third) act(ali, action)
          const files = [bundleOf(ali.office, true), bundleOf(bea.office, true)]
          for (const file of files) await mergeFile(onlooker.office, file)
          for (const file of files.toReversed()) await mergeFile(other.office, file)
          expect(stateDigestOf(onlooker.office)).toBe(stateDigestOf(other.office))
          await mergeFile(ali.office, bundleOf(bea.office, true))
          await mergeFile(bea.office, bundleOf(ali.office, true))
          expect(stateDigestOf(ali.office)).toBe(stateDigestOf(onlooker.office))
          expect(stateDigestOf(bea.office)).toBe(stateDigestOf(onlooker.office))
        } finally {
          for (const desk of [ali, bea, onlooker, other]) desk.office.close()
        }
      }),
      { numRuns: RUNS },
    )
  }, 120_000)

  test('keep every word of a colleague, however much is taken back after a merge', async () => {
    await check(
      asyncProperty(actions(10), actions(10), async (theirs, mine) => {
        const [ali, bea] = [aDesk('ali', 8), aDesk('bea', 9)]
        try {
          for (const action of theirs) act(ali, action)
          await mergeFile(bea.office, bundleOf(ali.office, true))
          const before = shownIn(bea.office)
          for (const action of mine) {
            if (action.what !== 'undo' && action.what !== 'redo') act(bea, action)
          }
          undoAll(bea)
          expect(listedWithout(bea.office, 'bea')).toEqual(before)
        } finally {
          ali.office.close()
          bea.office.close()
        }
      }),
      { numRuns: RUNS },
    )
  }, 120_000)
})

describe('one hundred steps taken back', () => {
  test('leave what was there before', () => {
    check(
      // More than a hundred: some find nothing to do, and are no step.
      property(actions(400, 400), (all) => {
        const desk = aDesk('ali', 8)
        try {
          mark(desk.office, desk.text, 'deux ministres', 'Au début')
          mark(desk.office, desk.text, 'commission mixte', 'Aussi')
          reanchorVersion(desk.office.db, desk.office.desk, {
            fromVersionSeq: desk.text.versionSeq,
            toVersionSeq: desk.newest.versionSeq,
          })
          const before = shownWithoutWithdrawn(desk.office)
          const done: string[] = []
          for (const action of all) {
            if (action.what === 'redo' || action.what === 'undo') continue
            const id = done.length < 100 ? act(desk, action) : null
            if (id !== null) done.push(id)
          }
          expect(done).toHaveLength(100)
          for (const id of done.toReversed()) {
            expect(undoAnnotation(desk.office.db, desk.office.desk, id)).toMatchObject({ ok: true })
          }
          expect(shownWithoutWithdrawn(desk.office)).toEqual(before)
        } finally {
          desk.office.close()
        }
      }),
      { numRuns: Math.max(4, RUNS / 3) },
    )
  }, 120_000)
})

function undoAll({ office: { db, desk } }: Desk): void {
  for (const { id } of db.prepare<{ id: string }>('SELECT id FROM annotation').all({})) {
    for (let undone = true; undone;) undone = undoAnnotation(db, desk, id).ok
  }
}

/** What is shown without annotations that are withdrawn, as one is whose making was taken back. */
function shownWithoutWithdrawn(office: Office): unknown {
  const withdrawn = new Set(
    office.db
      .prepare<{ id: string }>('SELECT id FROM annotation WHERE withdrawn = 1')
      .all({})
      .map(({ id }) => id),
  )
  return listedBut(office, (id) => withdrawn.has(id))
}

/** What is shown without the annotations of one officer, which undo leaves withdrawn. */
function listedWithout(office: Office, actor: string): unknown {
  return listedBut(office, (id) => id.startsWith(actor))
}

function listedBut(office: Office, isLeftOut: (id: string) => boolean): unknown {
  const isOther = (row: unknown): boolean =>
    !(typeof row === 'object' && row !== null && 'id' in row && isLeftOut(String(row.id)))
  return Object.fromEntries(
    Object.entries(Object(shownIn(office))).map(([name, rows]) => [
      name,
      Array.isArray(rows) && name !== 'counts' ? rows.filter(isOther) : rows,
    ]),
  )
}
