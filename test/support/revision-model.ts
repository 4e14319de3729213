import { hash } from 'node:crypto'
import { array, constantFrom, integer, record } from 'fast-check'
import type { Arbitrary } from 'fast-check'
import { foldRevisions } from '../../electron/core/annotations/fold-revisions.ts'
import type { AnnotationProjection } from '../../electron/core/annotations/fold-revisions.ts'
import {
  compareRevisions,
  headsOf,
  isIntact,
  mergeRevisions,
  nextClock,
  revisionFromChange,
  revisionFromUndo,
} from '../../electron/core/annotations/revisions.ts'
import type { AnnotationChange, AnnotationRevision } from '../../shared/model/annotation.ts'

export const digestText = (text: string): string => hash('sha256', text)

/** What merging promises about, so that a faulty one can take its place. */
export interface RevisionModel {
  readonly fold: (revisions: readonly AnnotationRevision[]) => AnnotationProjection | null
  readonly merge: (
    known: readonly AnnotationRevision[],
    incoming: readonly AnnotationRevision[],
  ) => readonly AnnotationRevision[]
  readonly isIntact: (revision: AnnotationRevision) => boolean
}

export const MODEL: RevisionModel = {
  fold: foldRevisions,
  merge: mergeRevisions,
  isIntact: (revision) => isIntact(revision, digestText),
}

/** One colleague's archive of revisions. */
export type Archive = readonly AnnotationRevision[]

export const historyOf = (archive: Archive, annotationId: string): Archive =>
  archive.filter((revision) => revision.annotationId === annotationId)

export const aTarget = (exact = 'feuille de route'): NonNullable<AnnotationChange['target']> => ({
  communiqueId: 'c1',
  textDigest: digestText('text'),
  start: 0,
  end: exact.length,
  exact,
  prefix: '',
  suffix: '',
})

interface Writer {
  readonly by: string
  readonly now: number
}

/** An archive with one more revision, written by someone who has seen all of it. */
export function write(
  archive: Archive,
  annotationId: string,
  change: AnnotationChange,
  writer: Writer,
): Archive {
  const content = {
    ...stepAfter(archive, annotationId, writer),
    annotationId,
    change,
    undoes: null,
  }
  return [...archive, revisionFromChange(content, digestText)]
}

/** An archive in which its writer took back one revision. */
export function takeBack(archive: Archive, undone: AnnotationRevision, writer: Writer): Archive {
  const content = stepAfter(archive, undone.annotationId, writer)
  return [...archive, revisionFromUndo(undone, content, digestText)]
}

function stepAfter(
  archive: Archive,
  annotationId: string,
  { by, now }: Writer,
): Parameters<typeof revisionFromUndo>[1] {
  const latest = archive.toSorted(compareRevisions).at(-1)
  return {
    parents: [...headsOf(historyOf(archive, annotationId))],
    by,
    device: `${by}-pc`,
    clock: nextClock(latest?.clock ?? null, now),
    at: new Date(now).toISOString(),
  }
}

/** What an archive says of every annotation, as text. */
export function stateOf(model: RevisionModel, archive: Archive): string {
  const ids = [...new Set(archive.map((revision) => revision.annotationId))].toSorted()
  return JSON.stringify(ids.map((id) => model.fold(historyOf(archive, id))))
}

interface Action {
  readonly who: 0 | 1 | 2
  readonly what: (typeof ACTIONS)[number]
  readonly annotation: string
  readonly value: string
  readonly from: 0 | 1 | 2
  /** Wall clocks of the machines are apart and run backwards. */
  readonly now: number
}

const ACTIONS = [
  'edit',
  'edit',
  'tag',
  'untag',
  'withdraw',
  'restore',
  'undo',
  'merge',
  'merge',
] as const

const actions: Arbitrary<Action[]> = array(
  record({
    who: constantFrom(0, 1, 2),
    what: constantFrom(...ACTIONS),
    annotation: constantFrom('n1', 'n2', 'n3'),
    value: constantFrom('x', 'y', 'z'),
    from: constantFrom(0, 1, 2),
    now: integer({ min: 1, max: 50 }),
  }),
  { maxLength: 40 },
)

/** Three colleagues' archives after up to forty actions and exchanges between them. */
export const officeArchives: Arbitrary<readonly [Archive, Archive, Archive]> = actions.map(
  (all) => {
    const archives: [Archive, Archive, Archive] = [[], [], []]
    for (const action of all) {
      archives[action.who] = afterAction(archives[action.who], archives[action.from], action)
    }
    return archives
  },
)

function afterAction(own: Archive, other: Archive, action: Action): Archive {
  const { what, annotation, value, now } = action
  const writer = { by: ['ali', 'bea', 'cha'][action.who] ?? '', now }
  if (what === 'merge') return mergeRevisions(own, other)
  const history = historyOf(own, annotation)
  if (history.length === 0) {
    return write(own, annotation, { kind: 'comment', target: aTarget(), body: value }, writer)
  }
  const undone = history.toSorted(compareRevisions)[now % history.length]
  if (what === 'undo') return undone === undefined ? own : takeBack(own, undone, writer)
  const changes: Readonly<Record<typeof what, AnnotationChange>> = {
    edit: { body: value },
    tag: { addedTags: [value] },
    untag: { removedTags: [value] },
    withdraw: { withdrawn: true },
    restore: { withdrawn: false },
  }
  return write(own, annotation, changes[what], writer)
}
