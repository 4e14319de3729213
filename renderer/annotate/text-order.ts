import type { Annotation } from '../../shared/model/annotation.ts'
import type { Version } from '../../shared/model/communique.ts'
import { spanFromSelector } from '../../shared/text/anchor.ts'

/** Annotations that are not withdrawn, by where they begin, then by where they end. */
export function inTextOrder(annotations: readonly Annotation[]): readonly Annotation[] {
  return annotations
    .filter(({ withdrawn }) => !withdrawn)
    .toSorted(
      ({ target: a }, { target: b }) =>
        a.start - b.start || a.end - b.end || (a.exact < b.exact ? -1 : 1),
    )
}

/** Whether an annotation can be painted on a version: it is anchored there, on these very words. */
export function isPlacedOn(annotation: Annotation, version: Version): boolean {
  const { target, status } = annotation
  return (
    status !== 'orphan' &&
    target.versionId === version.id &&
    spanFromSelector(version.text, target) !== null
  )
}
