import type {
  Annotation,
  AnnotationChange,
  AnnotationKind,
  AnnotationRevision,
  AnnotationTarget,
  Visibility,
} from '../../../shared/model/annotation.ts'
import { fail, succeed, type Outcome } from '../../../shared/model/failure.ts'
import { selectorFromSpan } from '../../../shared/text/anchor.ts'
import { appendToJournal } from '../archive/journal.ts'
import type { WritableArchive } from '../db/archive-handle.ts'
import type { Clock } from '../system/clock.ts'
import { digestOf } from '../system/files.ts'
import { getAnnotation } from './annotations.ts'
import { linkChange, type LinkRequest } from './link.ts'
import { readRevisions, storeRevision } from './project-annotation.ts'
import { headsOf, nextClock, revisionFromChange, revisionFromUndo } from './revisions.ts'

/** Who annotates, on which machine, and where time and identifiers come from. */
export interface AnnotationDesk {
  readonly clock: Clock
  readonly actor: string
  readonly device: string
}

/** A mark to make: a passage of one version and what the officer says about it. */
export interface NewAnnotation {
  readonly versionId: string
  readonly start: number
  readonly end: number
  readonly kind: AnnotationKind
  readonly body: string
  readonly tags: readonly string[]
  readonly visibility: Visibility
  readonly link?: LinkRequest | undefined
}

/** What to change; absent fields stay. `tags` is the whole list as it shall be. */
export interface AnnotationEdit {
  readonly kind?: AnnotationKind | undefined
  readonly body?: string | undefined
  readonly tags?: readonly string[] | undefined
  readonly visibility?: Visibility | undefined
  readonly link?: LinkRequest | undefined
  readonly start?: number | undefined
  readonly end?: number | undefined
  readonly withdrawn?: boolean | undefined
}

/**
 * Makes an annotation. Fails with `not-found`, with `passage-invalid` when there are no words there,
 * and with `input-refused` where a link leads to nothing or a kind that leads nowhere has one.
 */
export function createAnnotation(
  db: WritableArchive,
  desk: AnnotationDesk,
  wanted: NewAnnotation,
): Outcome<Annotation> {
  return db.write(() => {
    const target = targetFromSpan(db, wanted)
    if (!target.ok) return target
    const { kind, body, visibility, tags } = wanted
    const link = linkChange(db, kind, wanted.link)
    if (!link.ok) return link
    return appendRevision(db, desk, {
      annotationId: desk.clock.newId(),
      action: 'annotation.create',
      change: {
        kind,
        target: target.value,
        visibility,
        ...link.value,
        ...(body === '' ? {} : noteChange(body)),
        ...(tags.length === 0 ? {} : { addedTags: [...tags] }),
      },
    })
  })
}

/** Changes an annotation by a new revision. Fails as `createAnnotation` does. */
export function reviseAnnotation(
  db: WritableArchive,
  desk: AnnotationDesk,
  id: string,
  edit: AnnotationEdit,
): Outcome<Annotation> {
  return db.write(() => {
    const found = getAnnotation(db, id)
    if (!found.ok) return found
    const change = changeFromEdit(db, found.value, edit)
    if (!change.ok) return change
    if (Object.keys(change.value).length === 0) return found
    return appendRevision(db, desk, {
      annotationId: id,
      action: 'annotation.revise',
      change: change.value,
    })
  })
}

/**
 * Takes back the newest step that stands; of the first step, what remains is a withdrawn
 * annotation. Fails with `not-found` or `nothing-to-undo`.
 */
export function undoAnnotation(
  db: WritableArchive,
  desk: AnnotationDesk,
  id: string,
): Outcome<Annotation> {
  return takeBack(db, desk, { id, action: 'annotation.undo' })
}

/** Takes back the newest undo that stands. Fails with `not-found` or `nothing-to-undo`. */
export function redoAnnotation(
  db: WritableArchive,
  desk: AnnotationDesk,
  id: string,
): Outcome<Annotation> {
  return takeBack(db, desk, { id, action: 'annotation.redo' })
}

interface TakeBack {
  readonly id: string
  readonly action: 'annotation.undo' | 'annotation.redo'
}

function takeBack(
  db: WritableArchive,
  desk: AnnotationDesk,
  { id, action }: TakeBack,
): Outcome<Annotation> {
  return db.write(() => {
    const found = getAnnotation(db, id)
    if (!found.ok) return found
    const revisions = readRevisions(db, id)
    const isWanted = action === 'annotation.undo' ? isChange : undoesChange(revisions)
    const undone = ownStanding(desk, revisions).findLast(isWanted)
    if (!undone || wouldHideOthers(desk, undone, revisions))
      return fail({ kind: 'nothing-to-undo' })
    return appendRevision(db, desk, { annotationId: id, action, undone })
  })
}

/** What was done here: a step that came with a merge is for its author to take back. */
function ownStanding(
  { actor, device }: AnnotationDesk,
  revisions: readonly AnnotationRevision[],
): readonly AnnotationRevision[] {
  return revisions.filter(
    (revision) =>
      revision.by === actor && revision.device === device && !isTakenBack(revision, revisions),
  )
}

/** Taking back the first step would withdraw what a colleague has since made of the annotation. */
function wouldHideOthers(
  { actor, device }: AnnotationDesk,
  undone: AnnotationRevision,
  revisions: readonly AnnotationRevision[],
): boolean {
  if (undone.parents.length > 0) return false
  return revisions.some(
    (revision) =>
      (revision.by !== actor || revision.device !== device) && !isTakenBack(revision, revisions),
  )
}

const isChange = ({ undoes }: AnnotationRevision): boolean => undoes === null

/** A redo undoes as well, but an undo: taking that back would be no redo. */
function undoesChange(
  revisions: readonly AnnotationRevision[],
): (revision: AnnotationRevision) => boolean {
  const changes = new Set(revisions.filter(isChange).map(({ id }) => id))
  return ({ undoes }) => undoes !== null && changes.has(undoes)
}

function isTakenBack(
  revision: AnnotationRevision,
  revisions: readonly AnnotationRevision[],
): boolean {
  return revisions.some((other) => other.undoes === revision.id && !isTakenBack(other, revisions))
}

type Step =
  | { readonly annotationId: string; readonly action: string; readonly change: AnnotationChange }
  | {
      readonly annotationId: string
      readonly action: string
      readonly undone: AnnotationRevision
    }

/** Adds a step to an annotation, journaled, with everything the writer has seen for parents. */
export function appendRevision(
  db: WritableArchive,
  desk: AnnotationDesk,
  step: Step,
): Outcome<Annotation> {
  const known = readRevisions(db, step.annotationId)
  const at = desk.clock.now()
  const content = {
    parents: [...headsOf(known)],
    by: desk.actor,
    device: desk.device,
    clock: nextClock(known.at(-1)?.clock ?? null, Date.parse(at)),
    at,
  }
  const revision =
    'undone' in step
      ? revisionFromUndo(step.undone, content, digestOf)
      : revisionFromChange(
          { ...content, annotationId: step.annotationId, change: step.change, undoes: null },
          digestOf,
        )
  storeRevision(db, known, revision)
  appendToJournal(
    db,
    { actor: desk.actor, at },
    {
      action: step.action,
      subject: step.annotationId,
      before: content.parents,
      after: revision.id,
    },
  )
  return getAnnotation(db, step.annotationId)
}

function changeFromEdit(
  db: WritableArchive,
  before: Annotation,
  edit: AnnotationEdit,
): Outcome<AnnotationChange> {
  const link = linkFromEdit(db, before, edit)
  if (!link.ok) return link
  const change: AnnotationChange = {
    ...plainChange(before, edit),
    ...link.value,
    ...(edit.body === undefined || edit.body === before.body ? {} : noteChange(edit.body)),
    ...(edit.tags === undefined ? {} : tagChange(before.tags, edit.tags)),
  }
  const { start = before.target.start, end = before.target.end } = edit
  if (start === before.target.start && end === before.target.end) return succeed(change)
  const target = targetFromSpan(db, { versionId: before.target.versionId, start, end })
  return target.ok ? succeed({ ...change, target: target.value }) : target
}

/** A kind that is kept keeps its link; another says for itself where it leads. */
function linkFromEdit(
  db: WritableArchive,
  before: Annotation,
  { kind = before.kind, link }: AnnotationEdit,
): Outcome<Pick<AnnotationChange, 'link'>> {
  return link === undefined && kind === before.kind ? succeed({}) : linkChange(db, kind, link)
}

/** The fields that are simply set, as far as they differ. */
function plainChange(before: Annotation, edit: AnnotationEdit): AnnotationChange {
  const fields = ['kind', 'visibility', 'withdrawn'] as const
  const differing = fields.filter(
    (field) => edit[field] !== undefined && edit[field] !== before[field],
  )
  return Object.fromEntries(differing.map((field) => [field, edit[field]]))
}

function tagChange(before: readonly string[], after: readonly string[]): AnnotationChange {
  const addedTags = after.filter((tag) => !before.includes(tag))
  const removedTags = before.filter((tag) => !after.includes(tag))
  return {
    ...(addedTags.length === 0 ? {} : { addedTags }),
    ...(removedTags.length === 0 ? {} : { removedTags }),
  }
}

/** The passage of a version as a target. Fails with `not-found` or `passage-invalid`. */
export function targetFromSpan(
  db: WritableArchive,
  { versionId, start, end }: Pick<NewAnnotation, 'versionId' | 'start' | 'end'>,
): Outcome<AnnotationTarget> {
  const version = db
    .prepare<{ text: string; textDigest: string; communiqueId: string }>(
      `SELECT text, digest AS textDigest, communique.id AS communiqueId
       FROM version JOIN communique ON communique.seq = communique_seq
       WHERE version.id = $versionId`,
    )
    .get({ versionId })
  if (!version) return fail({ kind: 'not-found', what: 'version', id: versionId })
  const { text, ...place } = version
  const selector = selectorFromSpan(text, start, end)
  return selector
    ? succeed({ ...place, ...selector })
    : fail({ kind: 'passage-invalid', start, end })
}

/** A note is short: its script is enough to choose the direction it is shown in. */
function noteChange(body: string): Pick<AnnotationChange, 'body' | 'bodyLanguage'> {
  const letters = body.match(/\p{L}/gu)?.length ?? 0
  const arabic = body.match(/\p{Script=Arabic}/gu)?.length ?? 0
  return { body, bodyLanguage: arabic * 2 > letters ? 'ar' : 'und' }
}
