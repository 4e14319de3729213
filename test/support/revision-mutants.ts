import { foldRevisions } from '../../electron/core/annotations/fold-revisions.ts'
import { compareRevisions } from '../../electron/core/annotations/revisions.ts'
import type { AnnotationRevision } from '../../shared/model/annotation.ts'
import { MODEL, digestText } from './revision-model.ts'
import type { RevisionModel } from './revision-model.ts'

type Revisions = readonly AnnotationRevision[]

/** Plausible faults, each of which at least one property must notice. */
export const MUTANTS: Readonly<Record<string, RevisionModel>> = {
  'a removal of a tag takes every addition with it': folding((revisions) =>
    seeingAll(revisions, (revision) => revision.change.removedTags !== undefined),
  ),
  'a tag is never removed': folding((revisions) =>
    changing(revisions, (change) => {
      delete change.removedTags
    }),
  ),
  'a withdrawal always wins': folding((revisions) =>
    seeingAll(revisions, (revision) => revision.change.withdrawn === true),
  ),
  'a withdrawal never holds': folding((revisions) =>
    changing(revisions, (change) => {
      delete change.withdrawn
    }),
  ),
  'the last writer hides the other': {
    ...MODEL,
    fold: (revisions) => {
      const folded = foldRevisions(revisions)
      return folded && { ...folded, conflicts: [] }
    },
  },
  'causes are forgotten and conflicts never end': folding((revisions) =>
    revisions.map((revision) => ({ ...revision, parents: revision.parents.slice(0, 1) })),
  ),
  'the last to arrive wins': folding((revisions) =>
    revisions.map((revision, counter) => ({ ...revision, clock: { ms: 1, counter } })),
  ),
  'undo brings back the words it saw': folding((revisions) => {
    const ordered = revisions.toSorted(compareRevisions)
    const bodyBefore = (id: string): string =>
      foldRevisions(
        ordered.slice(
          0,
          ordered.findIndex((step) => step.id === id),
        ),
      )?.body ?? ''
    const isFirst = (id: string): boolean => ordered[0]?.id === id
    const restoring = (revision: AnnotationRevision): AnnotationRevision =>
      revision.undoes === null || isFirst(revision.undoes)
        ? revision
        : { ...revision, undoes: null, change: { body: bodyBefore(revision.undoes) } }
    return ordered.map(restoring)
  }),
  'undo is forgotten': folding((revisions) =>
    revisions.map((revision) => ({ ...revision, undoes: null })),
  ),
  'what is known is not completed': {
    ...MODEL,
    merge: (known, incoming) => {
      const ids = new Set(known.map((revision) => revision.annotationId))
      return [...known, ...incoming.filter((revision) => !ids.has(revision.annotationId))]
    },
  },
  'revisions are kept twice': { ...MODEL, merge: (known, incoming) => [...known, ...incoming] },
  'the author is left out of the digest': {
    ...MODEL,
    isIntact: (revision) => MODEL.isIntact(revision) || revision.by === 'mallory',
  },
  'any well-formed id passes': {
    ...MODEL,
    isIntact: (revision) => revision.id.length === digestText('').length,
  },
}

function folding(distort: (revisions: Revisions) => Revisions): RevisionModel {
  return { ...MODEL, fold: (revisions) => foldRevisions(distort(revisions)) }
}

function changing(
  revisions: Revisions,
  alter: (change: AnnotationRevision['change']) => void,
): Revisions {
  const copies = structuredClone([...revisions])
  for (const { change } of copies) alter(change)
  return copies
}

/** Gives the revisions chosen all others for parents, as if they had seen them. */
function seeingAll(
  revisions: Revisions,
  isChosen: (revision: AnnotationRevision) => boolean,
): Revisions {
  const others = revisions.filter((revision) => !isChosen(revision)).map(({ id }) => id)
  return revisions.map((revision) =>
    isChosen(revision) ? { ...revision, parents: [...revision.parents, ...others] } : revision,
  )
}
