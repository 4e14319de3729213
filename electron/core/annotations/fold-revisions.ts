import { conflictFieldSchema } from '../../../shared/model/annotation.ts'
import type {
  ConflictField,
  Annotation,
  AnnotationChange,
  AnnotationKind,
  AnnotationLink,
  AnnotationRevision,
  AnnotationTarget,
} from '../../../shared/model/annotation.ts'
import { directionFromLanguage } from '../../../shared/model/language.ts'
import type { Digest } from '../../../shared/model/provenance.ts'
import { canonicalJson, compareRevisions, headsOf } from './revisions.ts'

/** An annotation as its revisions make it, before it is anchored in an archive's versions. */
export interface AnnotationProjection extends Omit<
  Annotation,
  'communiqueId' | 'target' | 'status'
> {
  readonly target: AnnotationTarget
  readonly inReplyTo: string | null
  readonly orphanedIn: Digest | null
  /** Every place that stands, in order; on one wording the last one counts. */
  readonly places: readonly AnnotationTarget[]
  /** Parents of the next revision. */
  readonly heads: readonly Digest[]
  readonly conflicts: readonly DisputedField[]
}

/**
 * A field that colleagues set differently without having seen each other. The latest value is shown,
 * all are kept here, latest last, until a revision that has seen them sets the field again. For
 * `withdrawn` it says that a withdrawal was outdone by an edit it had not seen.
 */
interface DisputedField {
  readonly field: ConflictField
  readonly revisionIds: readonly Digest[]
}

/**
 * Folds the revisions of one annotation, in any order and with repeats, to what they say together:
 * per field the latest of the writes no other follows; a tag is there while one of its additions was
 * not seen by a removal; a withdrawal holds unless an edit happened beside it; a revision taken back
 * counts for nothing and hides nobody else's. Null while the first revision is missing.
 */
export function foldRevisions(
  revisions: readonly AnnotationRevision[],
): AnnotationProjection | null {
  const history = historyFromRevisions(revisions)
  const kind = latest(history, 'kind')
  const target = latest(history, 'target')
  const first = history.ordered.find(isFirst)
  const last = history.ordered.at(-1)
  if (!kind || !target || first === undefined || last === undefined) return null
  const bodyLanguage = latest(history, 'bodyLanguage') ?? 'und'
  return {
    id: first.annotationId,
    kind,
    body: latest(history, 'body') ?? '',
    bodyLanguage,
    bodyDirection: directionFromLanguage(bodyLanguage),
    tags: presentTags(history),
    visibility: latest(history, 'visibility') ?? 'private',
    link: linkOfKind(kind, latest(history, 'link')),
    target,
    inReplyTo: latest(history, 'inReplyTo') ?? null,
    orphanedIn: latest(history, 'orphanedIn') ?? null,
    places: history.ordered.flatMap(({ id }) => history.changes.get(id)?.target ?? []),
    createdBy: first.by,
    createdAt: first.at,
    modifiedBy: last.by,
    modifiedAt: last.at,
    withdrawn: latest(history, 'withdrawn') === true && !isOutdone(history),
    heads: headsOf(history.ordered),
    conflicts: FIELDS.flatMap((field) => conflictOn(history, field)),
  }
}

/** What each kind leads to; a link that another kind has since replaced is only history. */
export const LINKED_BY: Readonly<Partial<Record<AnnotationKind, AnnotationLink['to']>>> = {
  link: 'communique',
  mention: 'authority',
}

const linkOfKind = (
  kind: AnnotationKind,
  link: AnnotationLink | undefined,
): AnnotationLink | null => (link !== undefined && link.to === LINKED_BY[kind] ? link : null)

const FIELDS = conflictFieldSchema.options

interface History {
  readonly ordered: readonly AnnotationRevision[]
  readonly ancestors: ReadonlyMap<Digest, ReadonlySet<Digest>>
  /** What each revision still says; nothing when it was taken back. */
  readonly changes: ReadonlyMap<Digest, AnnotationChange>
}

function historyFromRevisions(revisions: readonly AnnotationRevision[]): History {
  const byId = new Map(revisions.map((revision) => [revision.id, revision]))
  const ordered = [...byId.values()].toSorted(compareRevisions)
  const takenBack = new Set<Digest>()
  for (const { id, undoes } of ordered.toReversed()) {
    if (undoes !== null && !takenBack.has(id)) takenBack.add(undoes)
  }
  return {
    ordered,
    changes: new Map(
      ordered.map((revision) => [revision.id, changeSaidBy(revision, takenBack, byId)]),
    ),
    ancestors: new Map(ordered.map((revision) => [revision.id, ancestorsOf(revision, byId)])),
  }
}

const NOTHING: AnnotationChange = {}

const isFirst = (revision: AnnotationRevision): boolean => revision.parents.length === 0

/** Taking back the first revision withdraws the annotation: its words stay in the history. */
function changeSaidBy(
  revision: AnnotationRevision,
  takenBack: ReadonlySet<Digest>,
  byId: ReadonlyMap<Digest, AnnotationRevision>,
): AnnotationChange {
  if (isFirst(revision)) return revision.change
  if (takenBack.has(revision.id)) return NOTHING
  if (revision.undoes === null) return revision.change
  const undone = byId.get(revision.undoes)
  return undone !== undefined && isFirst(undone) ? { withdrawn: true } : NOTHING
}

function ancestorsOf(
  revision: AnnotationRevision,
  byId: ReadonlyMap<Digest, AnnotationRevision>,
): ReadonlySet<Digest> {
  const seen = new Set(revision.parents)
  for (const id of seen) for (const parent of byId.get(id)?.parents ?? []) seen.add(parent)
  return seen
}

const hasSeen = ({ ancestors }: History, later: Digest, earlier: Digest): boolean =>
  ancestors.get(later)?.has(earlier) === true

/** The writes of a field that no other write of it follows, latest last. */
function lastWrites(history: History, field: keyof AnnotationChange): readonly Digest[] {
  const writes = history.ordered
    .map((revision) => revision.id)
    .filter((id) => history.changes.get(id)?.[field] !== undefined)
  return writes.filter((id) => !writes.some((other) => hasSeen(history, other, id)))
}

function latest<F extends keyof AnnotationChange>(history: History, field: F): AnnotationChange[F] {
  return history.changes.get(lastWrites(history, field).at(-1) ?? '')?.[field]
}

function conflictOn(history: History, field: ConflictField): readonly DisputedField[] {
  const writes = lastWrites(history, field)
  const values = new Set(writes.map((id) => canonicalJson(history.changes.get(id)?.[field])))
  const isDisputed = values.size > 1 || (field === 'withdrawn' && isOutdone(history))
  return isDisputed ? [{ field, revisionIds: writes }] : []
}

/** True when a revision neither saw a standing withdrawal nor was seen by one. */
function isOutdone(history: History): boolean {
  const withdrawals = lastWrites(history, 'withdrawn')
  if (withdrawals.length === 0) return false
  return history.ordered.some(
    ({ id }) =>
      history.changes.get(id) !== NOTHING &&
      withdrawals.every(
        (withdrawal) =>
          withdrawal !== id &&
          !hasSeen(history, withdrawal, id) &&
          !hasSeen(history, id, withdrawal),
      ),
  )
}

function presentTags(history: History): string[] {
  const said = history.ordered.map(({ id }) => ({ id, change: history.changes.get(id) }))
  const present = said.flatMap(({ id, change }) =>
    (change?.addedTags ?? []).filter(
      (tag) =>
        !said.some(
          (other) => other.change?.removedTags?.includes(tag) && hasSeen(history, other.id, id),
        ),
    ),
  )
  return [...new Set(present)].toSorted()
}
